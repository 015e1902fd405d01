import type { Card, CardLanguage } from '../cards/card.ts'
import { mintId } from '../cards/mint-id.ts'
import type { Booklet, BookletEntry } from '../export/booklet.ts'
import { topicOf } from '../export/compose.ts'
import { grouped } from '../text/grouped.ts'
import type { ForeignCard, Program } from './foreign.ts'
import { foreignId } from './name.ts'

/** Cards of a deck as a document that viva reads again, and the name of its file without an ending. */
export type DeckNotes = { readonly name: string; readonly booklet: Booklet }

type Made = Pick<Booklet, 'at' | 'date' | 'language'>

/** Cards of another program as notes, one document for each outermost deck; decks below it are topics. */
export function notesOf(
  program: Program,
  cards: readonly ForeignCard[],
  made: Made,
): readonly DeckNotes[] {
  const decks = grouped(cards, (card) => card.text().topics[0] ?? program)
  const names = new Set<string>()
  return [...decks].map(([title, own]): DeckNotes => {
    const entries = own
      .map((card) => entryOf(program, card))
      .sort((a, b) => compare(a.card.topics, b.card.topics))
    return { name: nameIn(names, title), booklet: { ...made, title, told: [], entries } }
  })
}

// cards of a deck stand together, in the order they came in
function compare(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [a.join('\0'), b.join('\0')]
  return one < other ? -1 : one > other ? 1 : 0
}

function entryOf(program: Program, card: ForeignCard): BookletEntry {
  const { question, body, answer, topics, tags } = card.text()
  const id = foreignId(program, card)
  const ours: Card = {
    id,
    minted: mintId(question, answer),
    language: languageOf(question + answer.slice(0, 1000)),
    topics,
    tags,
    level: undefined,
    aliases: [],
    question,
    body,
    answer: answer === '' ? { kind: 'missing' } : { kind: 'written', markdown: answer },
    keyPoints: [],
    followUps: [],
    definitions: undefined,
    source: { library: '', file: '', line: 1, endLine: 1 },
  }
  const beside = { keyPoints: [], missed: [], note: undefined, asked: undefined }
  return { card: ours, topic: topicOf(ours), ...beside }
}

function languageOf(text: string): CardLanguage {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const letters = text.match(/[a-z]/gi)?.length ?? 0
  return han * 4 >= letters && han > 0 ? 'zh' : 'en'
}

/** Names that no system reserves; taken ones get a number. */
function nameIn(names: Set<string>, title: string): string {
  const bare = title
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, '_')
    .replace(/^[.\s_]+|[.\s]+$/g, '')
    .slice(0, 80)
  const isReserved = bare === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(bare)
  const name = isReserved ? `deck-${bare}`.replace(/-$/, '') : bare
  for (let n = 1; ; n += 1) {
    const tried = n === 1 ? name : `${name} ${n}`
    if (names.has(tried.toLowerCase())) continue
    names.add(tried.toLowerCase())
    return tried
  }
}
