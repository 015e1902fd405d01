import {
  type Examination,
  type FileReport,
  isSound,
  type Restored,
  type Spoilt,
} from '../archive/examination.ts'
import type { Damage } from '../log/examine.ts'
import { dayText } from '../schedule/day.ts'
import type { Act, Fit } from '../schedule/schedule.ts'
import { isoTime, minuteText } from '../schedule/time.ts'
import { safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** What the doctor found, file by file; what is damaged with its byte and line. */
export function doctorLines(examination: Examination, look: Look): readonly string[] {
  const { say, paint } = look
  const words = say.keeping
  const last = examination.copies.at(-1)
  const sound = isSound(examination)
  const verdict = sound ? words.sound : words.damagedFound
  return [
    ...examination.files.flatMap((file) => fileLines(file, look)),
    ...aheadLines(examination, look),
    ...leftLines(examination, look),
    ...remoteLines(examination, look),
    ...wrap(words.caches(examination.caches), textColumns(look)).map(paint.dim),
    ...wrap(
      last === undefined ? words.noCopies : words.copies(examination.copies.length, dayText(last)),
      textColumns(look),
    ).map(paint.dim),
    ...wrap(verdict, textColumns(look)).map(sound ? paint.good : paint.bad),
  ]
}

function fileLines(file: FileReport, look: Look): readonly string[] {
  const { say, paint } = look
  const words = say.keeping
  const line = (text: string) => wrap(safe(text), textColumns(look), { first: '', rest: '  ' })
  if (file.kind === 'whole') return line(`${file.path}: ${words.whole}`).map(paint.dim)
  if (file.kind === 'broken')
    return line(`${file.path}: ${words.broken(file.reason)}`).map(paint.bad)
  if (file.kind === 'unwritable')
    return line(`${file.path}: ${words.unwritable(file.reason)}`).map(paint.bad)
  if (file.kind === 'foreign')
    return line(`${file.path}: ${words.foreign(file.owner)}`).map(paint.bad)
  const newer = file.newer > 0 ? ` · ${say.log.newer(file.newer)}` : ''
  return [
    ...line(`${file.path}: ${words.records(file.records)}${newer}`),
    ...file.damage
      .flatMap((piece) => line(`${placed(file.path, piece)}: ${words.why[piece.why]}`))
      .map(paint.bad),
    ...(file.torn === undefined
      ? []
      : line(`${placed(file.path, file.torn)}: ${words.torn}`).map(paint.warn)),
  ]

  function placed(path: string, { line: number, start, end }: Damage): string {
    return words.place(`${path}:${number}`, start, end)
  }
}

/** Of a list that can be long for ever, no more is told. */
const mostTold = 20

/** The first of many lines, and how many more there are. */
function firstOf(lines: readonly string[], { say }: Look): readonly string[] {
  const rest = lines.length - mostTold
  return rest > 0 ? [...lines.slice(0, mostTold), say.keeping.more(rest)] : lines
}

function aheadLines({ ahead }: Examination, look: Look): readonly string[] {
  if (ahead.length === 0) return []
  const { keeping } = look.say
  const said = (one: Act | Fit) => {
    const what = one.kind === 'params' ? '' : ` ${one.card}`
    return `${minuteText(one.at, one.offset)} ${one.id}${what}`
  }
  return [keeping.ahead(ahead.length), ...firstOf(ahead.map(said), look)]
    .flatMap((line) => wrap(safe(line), textColumns(look), { first: '', rest: '  ' }))
    .map(look.paint.warn)
}

function leftLines({ leftovers }: Examination, look: Look): readonly string[] {
  const { spent, texts } = leftovers
  const { keeping } = look.say
  return [
    ...firstOf(texts.map(keeping.leftText), look),
    ...(spent.length > 0 ? [keeping.spent(spent.length)] : []),
  ].flatMap((line) => wrap(safe(line), textColumns(look), { first: '', rest: '  ' }))
}

function remoteLines({ remote }: Examination, look: Look): readonly string[] {
  if (remote.length === 0) return []
  const { doctor } = look.say.sync
  const { place, why } = look.say.keeping
  const said = remote.map((one) => {
    const at = doctor.place(one.remote, one.line === 0 ? one.path : `${one.path}:${one.line}`)
    if (one.why === 'size') return `${at}: ${doctor.size}`
    return `${place(at, one.start, one.end)}: ${why[one.why]}`
  })
  return [...firstOf(said, look), doctor.hint]
    .flatMap((line) => wrap(safe(line), textColumns(look), { first: '', rest: '  ' }))
    .map(look.paint.warn)
}

/** The same for other programs. */
export function doctorJson(examination: Examination): object {
  const { files, caches, copies, ahead, leftovers, remote } = examination
  const future = ahead.map(({ id, kind, at, offset }) => ({ id, kind, at: isoTime(at, offset) }))
  const sound = isSound(examination)
  return { sound, files, caches, copies: copies.map(dayText), ahead: future, leftovers, remote }
}

/** What a restore added. */
export function restoredLines(restored: Restored & Spoilt, look: Look): readonly string[] {
  const words = look.say.keeping
  const { records, cards, notes, interviews, settings, beside } = restored
  const parts = [
    ...(records > 0 ? [words.records(records)] : []),
    ...(cards > 0 ? [words.cards(cards)] : []),
    ...(notes > 0 ? [words.notes(notes)] : []),
    ...(interviews > 0 ? [words.interviews(interviews)] : []),
    ...(settings.length > 0 ? [words.settings(settings.join(', '))] : []),
  ]
  const added = parts.length === 0 ? [] : [words.added(parts.join(' · '))]
  const isWhole = restored.damaged === 0 && !restored.cutShort && restored.failed.length === 0
  const nothing = isWhole && parts.length + beside.length === 0 ? [words.nothingNew] : []
  return [...added, ...nothing, ...beside.map(words.beside)].flatMap((line) =>
    wrap(safe(line), textColumns(look)),
  )
}

/** What of a backup could not be brought back, and why. */
export function notRestoredLines({ failed }: Restored, look: Look): readonly string[] {
  const { say } = look
  const said = failed.map(({ path, reason }) => say.error(say.keeping.notRestored(path, reason)))
  return firstOf(said, look).flatMap((line) => wrap(safe(line), textColumns(look)))
}

/** What an import added. */
export function importedLines(
  { added, known, wet }: { readonly added: number; readonly known: number; readonly wet: boolean },
  look: Look,
): readonly string[] {
  return wrap(look.say.keeping.imported(added, known, wet), textColumns(look))
}

/** Lines that were not imported, each of the first with its place. */
export function importFaultLines(
  path: string,
  refused: readonly {
    readonly line: number
    readonly why: keyof Look['say']['keeping']['refused']
  }[],
  look: Look,
): readonly string[] {
  const said = refused.map(({ line, why }) =>
    look.say.error(`${path}:${line}: ${look.say.keeping.refused[why]}`),
  )
  return firstOf(said, look).flatMap((text) =>
    wrap(safe(text), textColumns(look), { first: '', rest: '  ' }),
  )
}
