import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Answer, Card, Deck, Problem } from '../cards/card.ts'

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
  readonly deck: Deck | undefined
  readonly problems: readonly Problem[]
}

/** Half-open byte offsets into the texts behind the header. */
type Span = readonly [start: number, end: number]
type LightCard = Omit<Card, 'answer' | 'body'> & {
  readonly answer: Span | null
  readonly body: Span | null
}
type LightEntry = Omit<FileEntry, 'deck'> & {
  readonly deck: (Omit<Deck, 'cards'> & { readonly cards: readonly LightCard[] }) | null
}
/** Of the texts behind the header. */
type Sum = { readonly length: number; readonly crc: number }
type Header = {
  readonly format: string
  readonly root: string
  /** What the owner says about the library, as text. */
  readonly overrides: string
  readonly texts: Sum
  readonly files: readonly LightEntry[]
}

// The bundle's chunks are named by their content, and this one names the chunk that parses: a cache
// of another build is not read.
const format = `1 ${basename(import.meta.url)}`
const magic = Buffer.from('viva')
/** The mark, the length of the header, its CRC-32. */
const startLength = 12

/**
 * The entries of a library as they were last read, by file name; none if there is no cache, or one
 * of another version, or a broken one. The texts of answers stay on disk until one is asked for.
 */
export function readCache(
  folder: string,
  root: string,
  overrides: string,
): ReadonlyMap<string, FileEntry> {
  try {
    const file = openSync(pathFor(folder, root), 'r')
    const { header, from } = readHeader(file)
    if (header.format !== format || header.root !== root || header.overrides !== overrides) {
      closeSync(file)
      return new Map()
    }
    const texts = textsOf(file, from, header.texts)
    return new Map(header.files.map((light) => [light.name, fullEntry(light, texts)]))
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
  const path = pathFor(folder, root)
  const draft = `${path}.${randomBytes(4).toString('hex')}`
  const pool = textPool()
  const files = entries.map((entry) => lightEntry(entry, pool.add))
  const texts = Buffer.concat(pool.parts)
  const sum = { length: texts.length, crc: crc32(texts) }
  const head = Buffer.from(
    JSON.stringify({ format, root, overrides, texts: sum, files } satisfies Header),
  )
  const start = Buffer.alloc(startLength)
  magic.copy(start)
  start.writeUInt32LE(head.length, 4)
  start.writeUInt32LE(crc32(head), 8)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(draft, Buffer.concat([start, head, texts]), { mode: 0o600 })
    renameSync(draft, path)
  } catch {
    forget(draft)
  }
}

function forget(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // there is not even a folder
  }
}

function pathFor(folder: string, root: string): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  return join(folder, `library-${name}.cache`)
}

function readHeader(file: number): { readonly header: Header; readonly from: number } {
  const start = Buffer.alloc(startLength)
  readSync(file, start, 0, startLength, 0)
  if (!start.subarray(0, 4).equals(magic)) throw new Error('no cache of ours')
  const length = start.readUInt32LE(4)
  const head = Buffer.alloc(Math.min(length, fstatSync(file).size))
  readSync(file, head, 0, head.length, startLength)
  if (crc32(head) !== start.readUInt32LE(8)) throw new Error('damaged')
  const header = JSON.parse(head.toString()) as Header
  const from = startLength + length
  if (fstatSync(file).size !== from + header.texts.length) throw new Error('cut short')
  return { header, from }
}

type Texts = (span: Span) => string

// All texts are read at the first one: they are few megabytes, and then they come at once.
function textsOf(file: number, from: number, { length, crc }: Sum): Texts {
  let all: Buffer | undefined
  return ([start, end]) => {
    if (all === undefined) {
      all = Buffer.alloc(length)
      readSync(file, all, 0, length, from)
      closeSync(file)
      if (crc32(all) !== crc) throw new Error('the cache of a library is damaged: delete it')
    }
    return all.toString('utf8', start, end)
  }
}

function fullEntry(light: LightEntry, texts: Texts): FileEntry {
  if (light.deck === null) return { ...light, deck: undefined }
  const cards = light.deck.cards.map((card) => fullCard(card, texts))
  return { ...light, deck: { ...light.deck, cards } }
}

// The parsed object itself becomes the card: copying thousands of them is felt at every start.
function fullCard(light: LightCard, texts: Texts): Card {
  const { body } = light
  const card = light as unknown as { answer: Answer; body: string | undefined }
  card.answer = fullAnswer(light.answer, texts)
  if (body === null) card.body = undefined
  else Object.defineProperty(card, 'body', { enumerable: true, get: () => texts(body) })
  return light as unknown as Card
}

const missing: Answer = { kind: 'missing' }

function fullAnswer(span: Span | null, texts: Texts): Answer {
  if (span === null) return missing
  return {
    kind: 'written',
    get markdown() {
      return texts(span)
    },
  }
}

function lightEntry(entry: FileEntry, add: (text: string) => Span): LightEntry {
  const { deck } = entry
  if (deck === undefined) return { ...entry, deck: null }
  const cards = deck.cards.map((card) => ({
    ...card,
    answer: card.answer.kind === 'written' ? add(card.answer.markdown) : null,
    body: card.body === undefined ? null : add(card.body),
  }))
  return { ...entry, deck: { ...deck, cards } }
}

function textPool(): { readonly parts: Buffer[]; readonly add: (text: string) => Span } {
  const parts: Buffer[] = []
  let length = 0
  return {
    parts,
    add: (text) => {
      const bytes = Buffer.from(text)
      const start = length
      parts.push(bytes)
      length += bytes.length
      return [start, length]
    },
  }
}
