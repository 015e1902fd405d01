import type { Card, CardId } from '../../cards/card.ts'
import { Interrupted } from '../../errors.ts'
import { guidOf } from '../../export/anki/collection.ts'
import type { ReadMedia } from '../../foreign/file.ts'
import {
  type ForeignCard,
  type ForeignCollection,
  type OddKind,
  oddCounter,
} from '../../foreign/foreign.ts'
import { knownHere } from '../../foreign/known.ts'
import { type Doubt, type Matching, matching, type Paired } from '../../foreign/matching.ts'
import { foreignId } from '../../foreign/name.ts'
import { foreignRecords } from '../../foreign/records.ts'
import type { Host } from '../../host/host.ts'
import type { ImportOptions } from '../../options/commands.ts'
import { pairScreen } from '../../screens/relink.ts'
import { foreignJson, foreignLines, type Imported } from '../../view/importing.ts'
import { allCards } from '../cards/library-options.ts'
import { writeNotes } from './write-notes.ts'

/** What another program keeps, and the pictures that go with it. */
export type Brought = { readonly foreign: ForeignCollection; readonly media: ReadMedia }

/** Takes over the history of another program, and with `--cards` what has no card here. */
export async function importForeign(
  host: Host,
  { foreign, media }: Brought,
  options: ImportOptions,
): Promise<void> {
  const { terminal } = host
  const wet = options.dryRun !== true
  const cards = await cardsFor(host, options)
  const named = foreign.program === 'anki' ? namedByAnki(cards) : undefined
  const said = host.store.openRegistry().read()
  const found = matching(foreign.program, foreign.cards, cards, { named, said })
  const saving = savingOf(host, foreign, wet)
  saving.add(found.matches)
  const asking = { program: foreign.program, doubts: found.doubts, add: saving.add }
  const { same, left, others } = await settled(host, asking, options)
  const notes =
    options.cards === undefined
      ? undefined
      : await writeNotes(host, foreign.program, newIn(foreign, [...found.matches, ...same]), {
          folder: options.cards,
          media,
          wet,
        })
  if (notes !== undefined) {
    saving.add(notes.made.map((card) => ({ card, id: foreignId(foreign.program, card) })))
  }
  const isMade = new Set<ForeignCard>(notes?.made)
  const imported: Imported = {
    program: foreign.program,
    wet,
    ...saving.counts(),
    doubts: left.filter(({ card }) => !isMade.has(card)),
    strangers: [...found.strangers, ...others].filter((card) => !isMade.has(card)),
    odd: saving.odd,
    notes: notes?.written,
  }
  if (options.json === true) terminal.json(foreignJson(imported))
  else terminal.print(foreignLines(imported, terminal.look()))
}

/** The cards of the libraries, and those that an import before this one made notes of. */
async function cardsFor(host: Host, options: ImportOptions): Promise<readonly Card[]> {
  const cards = await allCards(host, options)
  const { cards: folder } = options
  if (folder === undefined || !host.files.exists(folder)) return cards
  const { decks } = await host.library.read(folder)
  return [...cards, ...decks.flatMap((deck) => deck.cards)]
}

/** Cards that came from here, by what Anki calls them. */
function namedByAnki(cards: readonly Card[]): ReadonlyMap<string, CardId> {
  return new Map(cards.map((card) => [`${guidOf(card)}:0`, card.id]))
}

function newIn({ cards }: ForeignCollection, matches: readonly Paired[]): readonly ForeignCard[] {
  const known = new Set(matches.map(({ card }) => card))
  return cards.filter((card) => !known.has(card))
}

type Saving = {
  /** Has what was done with these cards on disk, unless it is only asked what would come. */
  readonly add: (matches: readonly Paired[]) => void
  readonly counts: () => Pick<Imported, 'added' | 'known' | 'cards'>
  readonly odd: ReadonlyMap<OddKind, number>
}

function savingOf(host: Host, { program, odd: before }: ForeignCollection, wet: boolean): Saving {
  const { clock } = host
  const journal = host.store.openJournal()
  const known = knownHere()
  journal.each(known.add)
  const { odd, add } = oddCounter()
  for (const [kind, n] of before) add(kind, n)
  const means = { program, now: clock.now(), offsetAt: clock.offsetAt, known, add }
  const counts = { added: 0, known: 0, cards: 0 }
  return {
    odd,
    counts: () => counts,
    add: (matches) => {
      const records = foreignRecords(matches, means)
      if (wet) journal.appendHistory(records.give)
      counts.added += records.fresh
      counts.known += records.known
      counts.cards += matches.length
    },
  }
}

type Settled = {
  readonly same: readonly Paired[]
  /** Nobody has said. */
  readonly left: readonly Doubt[]
  /** They are none of ours. */
  readonly others: readonly ForeignCard[]
}

type Asked = Pick<Matching, 'doubts'> & Pick<Saving, 'add'> & Pick<ForeignCollection, 'program'>

/** Asks about each pair; what is said is on disk before the next is asked, and not asked again. */
async function settled(
  { terminal, store }: Host,
  { program, doubts, add }: Asked,
  options: ImportOptions,
): Promise<Settled> {
  const isAsked = terminal.interactive && options.json !== true && options.dryRun !== true
  if (!isAsked) return { same: [], left: doubts, others: [] }
  const same: Paired[] = []
  const left: Doubt[] = []
  const others: ForeignCard[] = []
  const { relink } = terminal.look().say
  for (const [index, doubt] of doubts.entries()) {
    const { card, id, score, was, is, path } = doubt
    const name = card.text().topics.join(' › ')
    const pair = { older: id, newer: id, score, was: { ...was, path: name }, is: { ...is, path } }
    const screen = pairScreen(pair, index, doubts.length)
    terminal.print(screen.above(terminal.look()))
    const verdict = await terminal.live(screen)
    if (verdict === 'left') throw new Interrupted()
    const pairOf = { older: id, newer: foreignId(program, card), by: 'person' } as const
    if (verdict === 'same') {
      same.push({ card, id })
      add([{ card, id }])
      store.openRegistry().learn([{ kind: 'link', ...pairOf }])
    } else if (verdict === 'other') {
      others.push(card)
      store.openRegistry().learn([{ kind: 'unlink', ...pairOf }])
    } else left.push(doubt)
    terminal.print([relink.verdict[verdict], ''])
  }
  return { same, left, others }
}
