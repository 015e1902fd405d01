import { closeSync, fstatSync, readSync } from 'node:fs'
import { basename, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Card, Deck, FollowUp, ModelAnswer, Problem } from '../../cards/card.ts'
import { CacheDamaged } from '../../errors.ts'
import { openRegular } from '../files/read-file.ts'
import { writeCacheFile } from '../store/cache-file.ts'
import { nameOf } from '../store/digest.ts'
import { discard } from '../store/discard.ts'

/** What was read of one file, and what the file looked like then. */
export type FileEntry = {
  readonly name: string
  readonly size: number
  /** Of the file, in ms. */
  readonly mtime: number
  /** When it was read, in ms: a file changed in the same moment may look unchanged. */
  readonly readAt: number
  /** Of its bytes. */
  readonly hash: string
  readonly problems: readonly Problem[]
  /** How many cards it holds. */
  readonly cards: number
  /** Its cards; decoded at each call if they come from the cache. Throws `CacheDamaged`. */
  readonly deck: () => Deck | undefined
  /** One of them, from 0, without decoding the others. */
  readonly card: (index: number) => Card | undefined
  /** The same as it stands in the cache; undefined if it was just parsed. */
  readonly stored?: Stored | undefined
}

type Stored = { readonly places: Places; readonly bytes: (place: Place) => Buffer }
/** Bytes behind the header: where, how many, their CRC-32. */
type Place = readonly [start: number, length: number, crc: number]
type Places = { readonly deck: Place; readonly texts: Place }

/** A text of a card: where it starts in the texts of its file, its length, its CRC-32. */
type Span = Place
type LightCard = Omit<Card, 'answer' | 'body' | 'definitions' | 'followUps'> & {
  readonly answer: Span | null
  readonly followUps: readonly LightFollowUp[]
  readonly body: Span | null
  readonly definitions: Span | null
}
type LightFollowUp = { readonly question: string; readonly answer: Span | null }
type LightDeck = Omit<Deck, 'cards'>
type LightEntry = Omit<FileEntry, 'deck' | 'card' | 'stored'> & { readonly places: Places | null }
type Header = {
  readonly format: string
  readonly root: string
  /** What the owner says about the library, as text. */
  readonly overrides: string
  readonly files: readonly LightEntry[]
}

// The bundle's chunks are named by their content, and this one names the chunk that parses: a cache
// of another build is not read.
const format = `4 ${basename(import.meta.url)}`
const magic = Buffer.from('viva')
/** The mark, the length of the header, its CRC-32. */
const startLength = 12

/**
 * The entries of a library as they were last read, by file name; none if there is no cache, or one
 * of another version, or a broken one. Cards stay on disk until they are asked for, and so do the
 * texts of their answers.
 */
export function readCache(
  folder: string,
  root: string,
  overrides: string,
): ReadonlyMap<string, FileEntry> {
  const path = pathFor(folder, root)
  try {
    const file = openRegular(path)
    let isKept = false
    try {
      const { header, from } = readHeader(file)
      if (header.format !== format || header.root !== root || header.overrides !== overrides) {
        return new Map()
      }
      isKept = isHeld
      const bytes = isHeld
        ? (place: Place) => checked(file, from, place, path)
        : (place: Place) => reopened(path, (again) => checked(again, from, place, path))
      return new Map(header.files.map((light) => [light.name, fullEntry(light, bytes)]))
    } finally {
      if (!isKept) closeSync(file)
    }
  } catch {
    return new Map()
  }
}

/** Writes the entries whole, by rename. A cache that cannot be written costs only time. */
export function writeCache(
  folder: string,
  root: string,
  overrides: string,
  entries: readonly FileEntry[],
): void {
  let at = 0
  const parts: (() => Buffer)[] = []
  const place = (length: number, crc: number, bytes: () => Buffer): Place => {
    parts.push(bytes)
    at += length
    return [at - length, length, crc]
  }
  const files = entries.map((entry) => lightEntry(entry, place))
  const head = Buffer.from(JSON.stringify({ format, root, overrides, files } satisfies Header))
  const start = Buffer.alloc(startLength)
  magic.copy(start)
  start.writeUInt32LE(head.length, 4)
  start.writeUInt32LE(crc32(head), 8)
  writeCacheFile(pathFor(folder, root), bytesOf([() => start, () => head, ...parts]))
}

// one after the other, because a large library has hundreds of megabytes
function* bytesOf(parts: readonly (() => Buffer)[]): Iterable<Buffer> {
  for (const part of parts) yield part()
}

function pathFor(folder: string, root: string): string {
  const name = nameOf(root)
  return join(folder, `library-${name}.cache`)
}

function readHeader(file: number): { readonly header: Header; readonly from: number } {
  const start = Buffer.alloc(startLength)
  readSync(file, start, 0, startLength, 0)
  if (!start.subarray(0, 4).equals(magic)) throw new Error('no cache of ours')
  const length = start.readUInt32LE(4)
  const { size } = fstatSync(file)
  const head = Buffer.alloc(Math.min(length, size))
  readSync(file, head, 0, head.length, startLength)
  if (crc32(head) !== start.readUInt32LE(8)) throw new Error('damaged')
  const header = JSON.parse(head.toString()) as Header
  const from = startLength + length
  const lengths = header.files.map(({ places }) =>
    places === null ? 0 : places.deck[1] + places.texts[1],
  )
  const end = lengths.reduce((sum, one) => sum + one, from)
  if (size !== end) throw new Error('cut short')
  return { header, from }
}

/** Throws `CacheDamaged` if they are not as they were written, and then there is no cache any more. */
/** Whether it stays open: on Windows nobody could replace it then, nor take its folder away. */
const isHeld = process.platform !== 'win32'

function reopened(path: string, read: (file: number) => Buffer): Buffer {
  const file = openRegular(path)
  try {
    return read(file)
  } finally {
    closeSync(file)
  }
}

function checked(file: number, from: number, [start, length, crc]: Place, path: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length)
  readSync(file, bytes, 0, length, from + start)
  if (crc32(bytes) === crc) return bytes
  discard(path)
  throw new CacheDamaged(path)
}

function fullEntry({ places, ...entry }: LightEntry, bytes: (place: Place) => Buffer): FileEntry {
  if (places === null) return { ...entry, ...noCards }
  const [from] = places.texts
  const text = ([start, length, crc]: Span) => bytes([from + start, length, crc]).toString()
  return {
    ...entry,
    stored: { places, bytes },
    deck: () => {
      // the deck itself on the first line, a card on each of the others
      const lines = bytes(places.deck).toString().replaceAll('\n', ',')
      const [deck, ...cards] = JSON.parse(`[${lines}]`) as [LightDeck, ...LightCard[]]
      return { ...deck, cards: cards.map((card) => fullCard(card, text)) }
    },
    card: (index) => {
      const line = lineAt(bytes(places.deck), index + 1)
      return line === undefined ? undefined : fullCard(JSON.parse(line) as LightCard, text)
    },
  }
}

/** What a file without cards has of them. */
export const noCards = { cards: 0, deck: () => undefined, card: () => undefined } as const

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

function lightEntry(
  { deck, card: _, stored, ...entry }: FileEntry,
  place: (length: number, crc: number, bytes: () => Buffer) => Place,
): LightEntry {
  if (stored !== undefined) {
    const kept = (one: Place) => place(one[1], one[2], () => stored.bytes(one))
    const { places } = stored
    return { ...entry, places: { deck: kept(places.deck), texts: kept(places.texts) } }
  }
  const fresh = deck()
  if (fresh === undefined) return { ...entry, places: null }
  const pool = textPool()
  const cards = fresh.cards.map(
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
  const made = (bytes: Buffer) => place(bytes.length, crc32(bytes), () => bytes)
  const { cards: __, ...light } = fresh
  const lines = [light, ...cards].map((line) => JSON.stringify(line)).join('\n')
  return {
    ...entry,
    places: { deck: made(Buffer.from(lines)), texts: made(Buffer.concat(pool.parts)) },
  }
}

function textPool(): { readonly parts: Buffer[]; readonly add: (text: string) => Span } {
  const parts: Buffer[] = []
  let length = 0
  return {
    parts,
    add: (text) => {
      const bytes = Buffer.from(text)
      parts.push(bytes)
      length += bytes.length
      return [length - bytes.length, bytes.length, crc32(bytes)]
    },
  }
}
