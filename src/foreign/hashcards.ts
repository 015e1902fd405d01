import { blake3 } from '@noble/hashes/blake3'
import type { Grade } from '../schedule/schedule.ts'
import type { ForeignTextFile } from './file.ts'
import {
  type ForeignCard,
  type ForeignCollection,
  type ForeignReview,
  oddCounter,
} from './foreign.ts'
import { type Local, simpleText } from './simple.ts'
import { hasColumns, numberIn, type Tables, textIn } from './tables.ts'

/** Whether this is a database of hashcards. */
export function isHashcards(tables: Tables): boolean {
  return hasColumns(tables, 'reviews', ['card_hash', 'reviewed_at', 'grade'])
}

const gradesThere: ReadonlyMap<string, Grade> = new Map([
  ['forgot', 'again'],
  ['hard', 'hard'],
  ['good', 'good'],
  ['easy', 'easy'],
])

/**
 * The reviews in a database of hashcards. It knows cards by the hash of their text alone (BLAKE3, which
 * Node has not), so they are found in the notes that lie beside it.
 */
export function hashcardsReviews(
  tables: Tables,
  texts: readonly ForeignTextFile[],
  local: Local,
): ForeignCollection {
  const { odd, add } = oddCounter()
  const logs = new Map<string, ForeignReview[]>()
  for (const [id, hash, time, grade] of tables.rows('reviews', [
    ...['review_id', 'card_hash', 'reviewed_at', 'grade'],
  ])) {
    const at = local(textIn(time))
    const given = gradesThere.get(textIn(grade))
    if (at === undefined || given === undefined) {
      add('unknown')
      continue
    }
    const review = { at, grade: given, tookMs: 0, aside: undefined, nth: numberIn(id) }
    const log = logs.get(textIn(hash))
    if (log === undefined) logs.set(textIn(hash), [review])
    else log.push(review)
  }
  const cards: ForeignCard[] = []
  for (const { path, text } of texts) {
    for (const { key, front, back } of hashcardsIn(text)) {
      const reviews = logs.get(key) ?? []
      logs.delete(key)
      const topics = [
        path
          .split(/[\\/]/)
          .at(-1)
          ?.replace(/\.\w+$/, '') ?? '',
      ]
      cards.push({
        key,
        ids: [],
        text: simpleText({ front, back, topics }),
        reviews,
        anchor: undefined,
      })
    }
  }
  for (const log of logs.values()) add('no-card', log.length)
  return { program: 'hashcards', cards, odd }
}

type Hashed = { readonly key: string; readonly front: string; readonly back: string }

/** The cards of a note as `parser.rs` of hashcards 0.5 reads them, with the hashes it gives them. */
function hashcardsIn(text: string): readonly Hashed[] {
  const cards: Hashed[] = []
  let open: { kind: string; parts: string[][] } | undefined
  const close = () => {
    const [first = [], second] = open?.parts ?? []
    if (open?.kind === 'Q' && second !== undefined) {
      const [front, back] = [first.join('\n').trim(), second.join('\n').trim()]
      cards.push({ key: hashOf('Basic', front, back), front, back })
    } else if (open?.kind === 'C') cards.push(...blanksIn(first.join('\n').trim()))
    open = undefined
  }
  for (const line of text.split(/\r?\n/)) {
    const mark = /^([QAC]):/.exec(line)?.[1]
    const rest = line.slice(2).trim()
    if (line.trim() === '---') close()
    else if (mark === 'A') open?.parts.push([rest])
    else if (mark !== undefined) {
      close()
      open = { kind: mark, parts: [[rest]] }
    } else open?.parts.at(-1)?.push(line)
  }
  close()
  return cards
}

function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hasher = blake3.create()
  for (const part of parts) hasher.update(typeof part === 'string' ? Buffer.from(part) : part)
  return Buffer.from(hasher.digest()).toString('hex')
}

/** Cards with a blank each: its place counts in bytes of the text without brackets. */
function blanksIn(text: string): readonly Hashed[] {
  const pieces = text.split(/(!\[[^\]]*\]|\\[[\]]|\[|\])/)
  const places: (readonly [start: number, end: number])[] = []
  let clean = ''
  let start: number | undefined
  for (const piece of pieces) {
    if (piece === '[') start = Buffer.byteLength(clean)
    else if (piece === ']') {
      if (start !== undefined) places.push([start, Buffer.byteLength(clean) - 1])
      start = undefined
    } else clean += /^\\[[\]]$/.test(piece) ? piece.slice(1) : piece
  }
  const bytes = Buffer.from(clean)
  return places.map(([from, to]) => {
    const key = hashOf('Cloze', clean, word(from), word(to))
    const front = `${bytes.subarray(0, from)}[…]${bytes.subarray(to + 1)}`
    return { key, front, back: clean }
  })
}

function word(number: number): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(number))
  return bytes
}
