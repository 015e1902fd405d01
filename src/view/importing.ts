import type { ForeignCard, ForeignCollection, OddKind } from '../foreign/foreign.ts'
import type { Doubt } from '../foreign/matching.ts'
import { clip, safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** What came of an import, or would come. */
export type Imported = {
  readonly program: ForeignCollection['program']
  /** Whether it was done, and not only asked about. */
  readonly wet: boolean
  readonly added: number
  readonly known: number
  /** Of so many cards. */
  readonly cards: number
  readonly doubts: readonly Doubt[]
  readonly strangers: readonly ForeignCard[]
  readonly odd: ReadonlyMap<OddKind, number>
  readonly notes: WrittenNotes | undefined
}

/** Notes that were made of cards. */
export type WrittenNotes = {
  readonly folder: string
  readonly cards: number
  readonly files: readonly string[]
  readonly media: number
  /** Pictures and sounds that were not to be found. */
  readonly lost: number
}

const mostNamed = 5

/** What came of an import. */
export function foreignLines(imported: Imported, look: Look): readonly string[] {
  const { importing } = look.say
  const { added, known, cards, wet, doubts, strangers, odd, notes } = imported
  const columns = textColumns(look)
  const part = (text: string) => wrap(safe(text), columns, { first: '  ', rest: '    ' })
  const reviews = strangers.reduce((sum, card) => sum + card.reviews.length, 0)
  return [
    ...wrap(importing.added(added, known, cards, wet), columns),
    ...[...odd].flatMap(([kind, n]) => part(importing.odd[kind](n))),
    ...(notes === undefined ? [] : notesLines(notes, wet, look)),
    ...(doubts.length === 0 ? [] : part(importing.doubts(doubts.length))),
    ...(strangers.length === 0 ? [] : part(importing.strangers(strangers.length, reviews))),
    ...strangers.slice(0, mostNamed).flatMap((card) => named(card, look)),
    ...(strangers.length > mostNamed
      ? [`    ${look.say.keeping.more(strangers.length - mostNamed)}`]
      : []),
  ]
}

function notesLines(
  { folder, cards, files, media, lost }: WrittenNotes,
  wet: boolean,
  look: Look,
): readonly string[] {
  const { importing } = look.say
  const lines = [
    cards === 0 ? importing.nothingNew : importing.notes(cards, files.length, folder, wet),
    ...(media === 0 ? [] : [importing.media(media)]),
    ...(lost === 0 ? [] : [importing.lost(lost)]),
    ...(cards === 0 || !wet ? [] : [importing.addLibrary(folder)]),
  ]
  return lines.flatMap((line) => wrap(safe(line), textColumns(look), { first: '  ', rest: '    ' }))
}

function named(card: ForeignCard, look: Look): readonly string[] {
  const { question } = card.text()
  return [look.paint.dim(`    ${clip(safe(question), textColumns(look) - 6)}`)]
}

/** The same for other programs. */
export function foreignJson(imported: Imported): object {
  const { program, wet, added, known, cards, doubts, strangers, odd, notes } = imported
  return {
    program,
    dryRun: wet ? undefined : true,
    added,
    known,
    cards,
    odd: Object.fromEntries(odd),
    doubts: doubts.map(({ card, id, score }) => ({
      question: card.text().question,
      card: id,
      score,
    })),
    strangers: strangers.map((card) => ({
      question: card.text().question,
      reviews: card.reviews.length,
    })),
    notes,
  }
}
