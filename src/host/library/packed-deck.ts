import { crc32 } from 'node:zlib'
import type { Card, Deck, FollowUp, ModelAnswer } from '../../cards/card.ts'

/** How the cards of a file are held. */
export type ReadCards = {
  /** How many. */
  readonly cards: number
  /** All of them; decoded at each call if they are packed. Throws `CacheDamaged`. */
  readonly deck: () => Deck | undefined
  /** One of them, from 0, without decoding the others. */
  readonly card: (index: number) => Card | undefined
  /** The same packed; undefined if they are held as they were parsed. */
  readonly stored?: Stored | undefined
}

/** A deck as bytes: the deck itself on the first line, a card on each of the others; and their long texts. */
export type PackedDeck = {
  readonly cards: number
  readonly lines: Uint8Array
  readonly texts: Uint8Array
}

/** Where a packed deck stands, and what reads it there. */
export type Stored = {
  /** The file that it stands in; undefined if it is in memory. */
  readonly pack: Pack | undefined
  readonly places: DeckPlaces
  readonly bytes: (place: Stretch) => Buffer
}
/** A file with packed decks, and its size in bytes. */
export type Pack = { readonly name: string; readonly size: number }
/** Bytes: where they start, how many, their CRC-32. */
export type Stretch = readonly [start: number, length: number, crc: number]
export type DeckPlaces = { readonly deck: Stretch; readonly texts: Stretch }

/** A text of a card: where it starts in the texts of its file, its length, its CRC-32. */
type Span = Stretch
type LightCard = Omit<Card, 'answer' | 'body' | 'definitions' | 'followUps'> & {
  readonly answer: Span | null
  readonly followUps: readonly LightFollowUp[]
  readonly body: Span | null
  readonly definitions: Span | null
}
type LightFollowUp = { readonly question: string; readonly answer: Span | null }
type LightDeck = Omit<Deck, 'cards'>

/** What a file without cards has of them. */
export const noCards: ReadCards = { cards: 0, deck: () => undefined, card: () => undefined }

/** Cards as they were parsed. */
export function heldWhole(deck: Deck): ReadCards {
  return { cards: deck.cards.length, deck: () => deck, card: (index) => deck.cards[index] }
}

/** Cards that were packed by another thread. */
export function heldPacked({ cards, lines, texts }: PackedDeck): ReadCards {
  const part = ([start, length]: Stretch) =>
    start < lines.length
      ? viewOf(lines.subarray(start, start + length))
      : viewOf(texts.subarray(start - lines.length, start - lines.length + length))
  const places: DeckPlaces = {
    deck: [0, lines.length, crc32(lines)],
    texts: [lines.length, texts.length, crc32(texts)],
  }
  return heldAt(cards, { pack: undefined, places, bytes: part })
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length)
}

/** Cards that stay packed where they are until they are asked for, and so do the texts of their answers. */
export function heldAt(cards: number, stored: Stored): ReadCards {
  const { places, bytes } = stored
  const [from] = places.texts
  const text = ([start, length, crc]: Span) => bytes([from + start, length, crc]).toString()
  return {
    cards,
    stored,
    deck: () => {
      const lines = bytes(places.deck).toString().replaceAll('\n', ',')
      const [deck, ...light] = JSON.parse(`[${lines}]`) as [LightDeck, ...LightCard[]]
      return { ...deck, cards: light.map((card) => fullCard(card, text)) }
    },
    card: (index) => {
      const line = lineAt(bytes(places.deck), index + 1)
      return line === undefined ? undefined : fullCard(JSON.parse(line) as LightCard, text)
    },
  }
}

function lineAt(bytes: Buffer, line: number): string | undefined {
  let start = 0
  for (let left = line; left > 0; left -= 1) {
    start = bytes.indexOf(0x0a, start) + 1
    if (start === 0) return undefined
  }
  const end = bytes.indexOf(0x0a, start)
  return bytes.toString('utf8', start, end < 0 ? bytes.length : end)
}

type TextAt = (span: Span) => string

// The parsed object itself becomes the card: copying thousands of them is felt at every start.
function fullCard(light: LightCard, text: TextAt): Card {
  const card = light as unknown as FullTexts & Record<Late, string | undefined>
  card.answer = fullAnswer(light.answer, text)
  card.followUps = light.followUps.map((one) => fullFollowUp(one, text))
  for (const name of late) {
    const span = light[name]
    if (span === null) card[name] = undefined
    else Object.defineProperty(card, name, { enumerable: true, get: () => text(span) })
  }
  return light as unknown as Card
}

const late = ['body', 'definitions'] as const
type Late = (typeof late)[number]
type FullTexts = { answer: ModelAnswer; followUps: readonly FollowUp[] }

function fullFollowUp({ question, answer }: LightFollowUp, text: TextAt): FollowUp {
  if (answer === null) return { question, answer: undefined }
  return {
    question,
    get answer() {
      return text(answer)
    },
  }
}

const missing: ModelAnswer = { kind: 'missing' }

function fullAnswer(span: Span | null, text: TextAt): ModelAnswer {
  if (span === null) return missing
  return {
    kind: 'written',
    get markdown() {
      return text(span)
    },
  }
}

/** The deck as bytes that can be written, read in part, and handed to another thread. */
export function packed({ cards, ...deck }: Deck): PackedDeck {
  const pool = textPool()
  const light = cards.map(
    (card): LightCard => ({
      ...card,
      answer: card.answer.kind === 'written' ? pool.add(card.answer.markdown) : null,
      body: card.body === undefined ? null : pool.add(card.body),
      followUps: card.followUps.map(({ question, answer }) => ({
        question,
        answer: answer === undefined ? null : pool.add(answer),
      })),
      definitions: card.definitions === undefined ? null : pool.add(card.definitions),
    }),
  )
  const lines = [deck satisfies LightDeck, ...light].map((line) => JSON.stringify(line)).join('\n')
  return { cards: cards.length, lines: new TextEncoder().encode(lines), texts: pool.joined() }
}

type TextPool = { readonly add: (text: string) => Span; readonly joined: () => Uint8Array }

function textPool(): TextPool {
  const parts: Buffer[] = []
  let length = 0
  return {
    add: (text) => {
      const bytes = Buffer.from(text)
      parts.push(bytes)
      length += bytes.length
      return [length - bytes.length, bytes.length, crc32(bytes)]
    },
    // memory of its own, for what `Buffer` shares cannot change hands
    joined: () => {
      const all = new Uint8Array(length)
      let at = 0
      for (const part of parts) {
        all.set(part, at)
        at += part.length
      }
      return all
    },
  }
}
