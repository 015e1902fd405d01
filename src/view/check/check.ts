import type { Card, Deck, Library, Problem, Shape } from '../../cards/card.ts'
import type { Duplicate } from '../../cards/duplicates.ts'
import type { Inspection } from '../../cards/read/inspect.ts'
import type { Messages } from '../../i18n/en/en.ts'
import { safe } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { textColumns } from '../layout.ts'
import type { Look } from '../look.ts'
import { weighingLines } from './weighing.ts'

/** Everything that a check found. */
export type Checked = {
  readonly inspected: readonly {
    readonly library: Library
    readonly inspections: ReadonlyMap<string, Inspection>
  }[]
  readonly duplicates: readonly Duplicate[]
}

/** Something to say about a line of a file. */
type Finding = { readonly file: string; readonly line: number; readonly text: string }

/** Each file with its shape and the reasons, what was found odd with its place, and totals. */
export function checkLines(checked: Checked, look: Look, why = false): readonly string[] {
  const { say, paint } = look
  const all = checked.inspected.flatMap(({ library }) => library.decks)
  const cards = all.flatMap((deck) => deck.cards)
  const total = say.check.total(all.length, cards.length, unanswered(cards))
  const files = checked.inspected.flatMap((one) => libraryLines(one, checked, look, why))
  return [...files, paint.dim(total)]
}

function libraryLines(
  { library, inspections }: Checked['inspected'][number],
  { duplicates }: Checked,
  look: Look,
  why: boolean,
): readonly string[] {
  const lines: string[] = []
  const { check } = look.say
  const known = new Set(library.decks.map(({ file }) => file))
  for (const deck of library.decks) {
    const { cards } = deck
    const found = cards.length === 0 ? check.noCards : check.file(cards.length, unanswered(cards))
    const title = `${deck.file}  ${found}`
    lines.push(...wrap(safe(title), textColumns(look)).map(look.paint.strong))
    for (const shape of deck.shapes) {
      lines.push(
        ...wrap(shapeText(shape, look.say), textColumns(look), { first: '  ', rest: '    ' }),
      )
    }
    if (why) lines.push(...weighingLines(inspections.get(deck.file)?.weighings() ?? [], look))
    const findings = [
      ...problemFindings(library, deck.file, look.say),
      ...inspectionFindings(deck, inspections.get(deck.file), look.say),
      ...duplicateFindings(deck, duplicates, look.say),
    ]
    lines.push(...findings.flatMap((finding) => findingLines(finding, look)), '')
  }
  const others = library.problems.filter(({ at }) => !known.has(at.file))
  lines.push(...others.flatMap((problem) => findingLines(findingOf(problem, look.say), look)))
  return others.length > 0 ? [...lines, ''] : lines
}

const mostAtOnce = 5

/** What looks as if it were read wrongly, for where a library is added; the rest is for `check`. */
export function suspicionLines(
  inspections: Checked['inspected'][number]['inspections'],
  look: Look,
): readonly string[] {
  const { check } = look.say
  const findings = [...inspections].flatMap(([file, { suspicious }]) =>
    suspicious.map((one): Finding => ({ file, line: one.line, text: check.suspicious(one) })),
  )
  const lines = findings.slice(0, mostAtOnce).flatMap((finding) => findingLines(finding, look))
  const more = findings.length - mostAtOnce
  return more > 0 ? [...lines, `  ${check.moreSuspicious(more)}`] : lines
}

/** A shape by its name and what spoke for it, in one line. */
function shapeText(shape: Shape, { check }: Messages): string {
  const reasons = [
    check.asking(shape.asking, shape.openings),
    ...(shape.own > 0 ? [check.own(Math.round(shape.own * 100))] : []),
    ...(shape.run >= 0.5 ? [check.run] : []),
    ...(shape.listed >= 0.5 ? [check.listed] : []),
  ]
  return [check.shape(shape.name, shape.line), ...reasons].join(' · ')
}

function findingLines({ file, line, text }: Finding, look: Look): readonly string[] {
  const place = safe(`${file}:${line}`)
  return wrap(`${place}  ${safe(text)}`, textColumns(look), { first: '  ', rest: '    ' })
}

function findingOf(problem: Problem, say: Messages): Finding {
  return { ...problem.at, text: say.problem(problem) }
}

function problemFindings({ problems }: Library, file: string, say: Messages): readonly Finding[] {
  return problems.filter(({ at }) => at.file === file).map((problem) => findingOf(problem, say))
}

function inspectionFindings(
  { file }: Deck,
  inspection: Inspection | undefined,
  { check }: Messages,
): readonly Finding[] {
  if (inspection === undefined) return []
  const { ignored, images, openFences, suspicious } = inspection
  return [
    ...ignored.map(({ line, title, why }) => ({
      file,
      line,
      text: check.ignored(title, check.why[why]),
    })),
    ...openFences.map((line) => ({ file, line, text: check.openFence })),
    ...images.map(({ line, path }) => ({ file, line, text: check.image(path) })),
    ...suspicious.map((one) => ({ file, line: one.line, text: check.suspicious(one) })),
  ].sort((a, b) => a.line - b.line)
}

function duplicateFindings(
  { file, cards }: Deck,
  duplicates: readonly Duplicate[],
  { check }: Messages,
): readonly Finding[] {
  const mine = new Set(cards)
  return duplicates
    .filter(({ card }) => mine.has(card))
    .map(({ card, first, how }) => ({
      file,
      line: card.source.line,
      text: `${check.duplicate[how]} ${first.source.file}:${first.source.line}`,
    }))
}

function unanswered(cards: readonly Card[]): number {
  return cards.filter(({ answer }) => answer.kind === 'missing').length
}

/** The same for other programs; codes in place of sentences. */
export function checkJson({ inspected, duplicates }: Checked, why = false): object {
  return {
    libraries: inspected.map(({ library, inspections }) => ({
      library: library.root,
      files: library.decks.map((deck) => ({
        file: deck.file,
        cards: deck.cards.length,
        unanswered: unanswered(deck.cards),
        shapes: deck.shapes,
        ...foundJson(inspections.get(deck.file), why),
      })),
      problems: library.problems.map(({ at, ...problem }) => ({ ...at, ...problem })),
    })),
    duplicates: duplicates.map(({ card, first, how }) => ({
      how,
      ...placeOf(card),
      of: placeOf(first),
    })),
  }
}

function foundJson(inspection: Inspection | undefined, why: boolean): object {
  if (inspection === undefined) return {}
  const { weighings, ...found } = inspection
  return why ? { ...found, weighed: weighings() } : found
}

function placeOf({ id, source }: Card): object {
  return { id, library: source.library, file: source.file, line: source.line }
}
