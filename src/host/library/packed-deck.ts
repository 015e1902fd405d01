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
  /** Reads the note itself, where its texts are not kept twice. */
  readonly note?: ((place: Stretch) => Buffer) | undefined
}
/** A file with packed decks, and its size in bytes. */
export type Pack = { readonly name: string; readonly size: number }
/** Bytes: where they start, how many, their CRC-32. */
export type Stretch = readonly [start: number, length: number, crc: number]
export type DeckPlaces = { readonly deck: Stretch; readonly texts: Stretch }

/**
 * A text of a card: where it starts in the texts of its file, its length, its CRC-32; with a 1 behind
 * where it stands in the note itself.
 */
type Span = readonly [...Stretch, inNote?: 1]
/** A card without what most cards have: what is left out is as it is named here. */
type LightCard = Pick<Card, 'id' | 'question' | 'level' | 'pointWays'> & {
  /** The id. */
  readonly minted?: Card['minted']
  /** That of the deck. */
  readonly language?: Card['language']
  /** None, and so with the others. */
  readonly topics?: Card['topics']
  readonly tags?: Card['tags']
  readonly aliases?: Card['aliases']
  readonly keyPoints?: Card['keyPoints']
  readonly answer?: Span
  readonly body?: Span
  readonly definitions?: Span
  readonly followUps?: readonly LightFollowUp[]
  readonly lines: readonly [first: number, last: number]
}
type LightFollowUp = { readonly question: string; readonly answer: Span | null }
type LightDeck = Omit<Deck, 'cards'> & { readonly library: string }

/** What a file without cards has of them. */
export const noCards: ReadCards = { cards: 0, deck: () => undefined, card: () => undefined }

/** Cards as they were parsed. */
export function heldWhole(deck: Deck): ReadCards {
  return { cards: deck.cards.length, deck: () => deck, card: (index) => deck.cards[index] }
}

/** Cards that were packed by another thread. */
export function heldPacked({ cards, lines, texts }: PackedDeck, note?: Stored['note']): ReadCards {
  const part = ([start, length]: Stretch) =>
    start < lines.length
      ? viewOf(lines.subarray(start, start + length))
      : viewOf(texts.subarray(start - lines.length, start - lines.length + length))
  const places: DeckPlaces = {
    deck: [0, lines.length, crc32(lines)],
    texts: [lines.length, texts.length, crc32(texts)],
  }
  return heldAt(cards, { pack: undefined, places, bytes: part, note })
}

function viewOf({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length)
}

/** Cards that stay packed where they are until they are asked for, and so do the texts of their answers. */
export function heldAt(cards: number, stored: Stored): ReadCards {
  const { places, bytes, note } = stored
  const [from] = places.texts
  const text = ([start, length, crc, inNote]: Span) => {
    if (inNote === undefined) return bytes([from + start, length, crc]).toString()
    if (note === undefined) throw new TypeError('a note that was cited has to be there')
    return note([start, length, crc]).toString()
  }
  return {
    cards,
    stored,
    deck: () => {
      const lines = bytes(places.deck).toString().replaceAll('\n', ',')
      const [head, ...light] = JSON.parse(`[${lines}]`) as [LightDeck, ...LightCard[]]
      const { library: _, ...deck } = head
      return { ...deck, cards: light.map((card) => fullCard(card, head, text)) }
    },
    card: (index) => {
      const lines = bytes(places.deck)
      const line = lineAt(lines, index + 1)
      if (line === undefined) return undefined
      const head = JSON.parse(lineAt(lines, 0) ?? '') as LightDeck
      return fullCard(JSON.parse(line) as LightCard, head, text)
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

const none: readonly never[] = []

function fullCard(light: LightCard, deck: LightDeck, text: TextAt): Card {
  const { library, file } = deck
  const [line, endLine] = light.lines
  const card: Omit<Card, Late> & Partial<Pick<Card, Late>> = {
    id: light.id,
    minted: light.minted ?? light.id,
    language: light.language ?? deck.language,
    topics: light.topics ?? none,
    tags: light.tags ?? none,
    level: light.level,
    aliases: light.aliases ?? none,
    question: light.question,
    body: undefined,
    answer: fullAnswer(light.answer, text),
    keyPoints: light.keyPoints ?? none,
    followUps: light.followUps?.map((one) => fullFollowUp(one, text)) ?? none,
    definitions: undefined,
    source: { library, file, line, endLine },
  }
  for (const name of late) {
    const span = light[name]
    if (span !== undefined)
      Object.defineProperty(card, name, { enumerable: true, get: () => text(span) })
  }
  const whole = card as Card
  return light.pointWays === undefined ? whole : withWays(whole, light.pointWays)
}

function withWays(card: Card, pointWays: Card['pointWays']): Card {
  Object.defineProperty(card, 'pointWays', { enumerable: true, value: pointWays })
  return card
}

const late = ['body', 'definitions'] as const
type Late = (typeof late)[number]

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

function fullAnswer(span: Span | undefined, text: TextAt): ModelAnswer {
  if (span === undefined) return missing
  return {
    kind: 'written',
    get markdown() {
      return text(span)
    },
  }
}

/**
 * The deck as bytes that can be written, read in part, and handed to another thread. Texts that stand
 * in `note` to the letter, the UTF-8 that the deck was parsed from, are only said where.
 */
export function packed({ cards, ...deck }: Deck, note?: string): PackedDeck {
  const pool = textPool(note === undefined ? undefined : citing(note))
  const head: LightDeck = { ...deck, library: cards[0]?.source.library ?? '' }
  const light = cards.map((card) => lightCard(card, head, pool))
  const lines = [head, ...light].map((line) => JSON.stringify(line)).join('\n')
  return { cards: cards.length, lines: new TextEncoder().encode(lines), texts: pool.joined() }
}

function lightCard(card: Card, deck: LightDeck, pool: TextPool): LightCard {
  const { id, minted, language, question, level, pointWays, body, answer, definitions } = card
  // in the order of the note, so that the places of texts are found in one pass
  const spans = {
    body: body === undefined ? undefined : pool.add(body),
    answer: answer.kind === 'written' ? pool.add(answer.markdown) : undefined,
  }
  const followUps = card.followUps.map(({ question, answer }) => ({
    question,
    answer: answer === undefined ? null : pool.add(answer),
  }))
  // JSON leaves out what is undefined
  const light: { [Name in keyof LightCard]: LightCard[Name] | undefined } = {
    id,
    question,
    level,
    pointWays,
    lines: [card.source.line, card.source.endLine],
    minted: minted === id ? undefined : minted,
    language: language === deck.language ? undefined : language,
    topics: some(card.topics),
    tags: some(card.tags),
    aliases: some(card.aliases),
    keyPoints: some(card.keyPoints),
    ...spans,
    followUps: some(followUps),
    definitions: definitions === undefined ? undefined : pool.add(definitions),
  }
  return light as LightCard
}

function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items
}

type TextPool = { readonly add: (text: string) => Span; readonly joined: () => Uint8Array }

function textPool(placeOf: ((text: string) => number | undefined) | undefined): TextPool {
  const parts: Buffer[] = []
  let length = 0
  return {
    add: (text) => {
      const bytes = Buffer.from(text)
      const place = placeOf?.(text)
      if (place !== undefined) return [place, bytes.length, crc32(bytes), 1]
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

/** Shorter ones take no more room than their places do. */
const shortestCited = 30

/** Tells where texts stand in a note, in bytes; they come in the order of the note, as cards do. */
function citing(note: string): (text: string) => number | undefined {
  let at = 0
  let bytes = 0
  return (text) => {
    const found = text.length < shortestCited ? -1 : note.indexOf(text, at)
    if (found < 0) return undefined
    bytes += Buffer.byteLength(note.slice(at, found))
    at = found
    return bytes
  }
}
