import { type GrowingBytes, growingBytes } from './growing-bytes.ts'
import type { Sections } from './layout.ts'

/** What a dictionary says of a term. */
export type DictionaryEntry = {
  readonly term: string
  /** In how many documents it stands. */
  readonly count: number
  /** Where its postings are. */
  readonly start: number
  readonly end: number
}

/** Terms in order, in blocks: a query reads the few blocks that it needs. */
export type Dictionary = {
  readonly find: (term: string) => DictionaryEntry | undefined
  /** The terms from one on up to another, which is not among them. */
  readonly between: (from: string, to: string) => Iterable<DictionaryEntry>
}

const blockLength = 64
/** Between the first terms of the blocks, which hold no such character. */
const divider = '\n'
/** Longer shared beginnings and ends of terms are written in other ways. */
const [mostShared, mostRest] = [7, 15]
const isWide = 0x80

/** The sections of a dictionary: every block, where each starts, and the first term of each. */
export type DictionarySections = {
  readonly blockAt: Uint32Array
  readonly firsts: string
  readonly dictionary: Uint8Array
}

/** Takes terms in order, with the number of their postings and the bytes that these take. */
export function dictionaryWriter() {
  const bytes = growingBytes()
  const blockAt: number[] = []
  const firsts: string[] = []
  let inBlock = 0
  let before = ''
  let start = 0
  return {
    add: (term: string, count: number, size: number) => {
      if (inBlock % blockLength === 0) {
        blockAt.push(bytes.length())
        firsts.push(term)
        bytes.number(start)
        before = ''
      }
      inBlock += 1
      writeTerm(bytes, before, term)
      before = term
      // most terms stand in few documents, and each posting takes little more than a byte
      const more = size - count
      const isFew = count < 16 && more < 15
      bytes.byte(isFew ? (more << 4) | count : 0xf0)
      if (!isFew) {
        bytes.number(count)
        bytes.number(more)
      }
      start += size
    },
    sections: (): DictionarySections => ({
      blockAt: Uint32Array.from([...blockAt, bytes.length()]),
      firsts: firsts.join(divider),
      dictionary: bytes.taken(),
    }),
  }
}

/** What a term shares with the one before it, and the rest: a byte a unit where that is enough. */
function writeTerm(bytes: GrowingBytes, before: string, term: string): void {
  let shared = 0
  const most = Math.min(mostShared, before.length, term.length)
  while (shared < most && before.charCodeAt(shared) === term.charCodeAt(shared)) shared += 1
  const length = term.length - shared
  let wide = 0
  for (let i = shared; i < term.length; i += 1) if (term.charCodeAt(i) > 0xff) wide = isWide
  bytes.byte(wide | (shared << 4) | (length > mostRest ? 0 : length))
  if (length > mostRest) bytes.number(length)
  for (let i = shared; i < term.length; i += 1) {
    const unit = term.charCodeAt(i)
    bytes.byte(unit & 0xff)
    if (wide !== 0) bytes.byte(unit >>> 8)
  }
}

/** The dictionary of an index, read piece by piece. */
export function dictionaryIn(sections: Sections<unknown>): Dictionary {
  return dictionary(
    () => ({ firsts: sections.text('firsts'), blockAt: sections.longs('blockAt') }),
    (from, to) => sections.piece('dictionary', from, to),
  )
}

/** A dictionary in memory. */
export function dictionaryOf(sections: DictionarySections): Dictionary {
  return dictionary(
    () => sections,
    (from, to) => sections.dictionary.subarray(from, to),
  )
}

function dictionary(
  heads: () => Pick<DictionarySections, 'firsts' | 'blockAt'>,
  piece: (from: number, to: number) => Uint8Array,
): Dictionary {
  let opened: { readonly firsts: readonly string[]; readonly blockAt: Uint32Array } | undefined
  const blocks = new Map<number, readonly DictionaryEntry[]>()
  const open = () => {
    if (opened === undefined) {
      const { firsts, blockAt } = heads()
      opened = { firsts: firsts === '' ? [] : firsts.split(divider), blockAt }
    }
    return opened
  }
  const block = (number: number): readonly DictionaryEntry[] => {
    const known = blocks.get(number)
    if (known !== undefined) return known
    const { blockAt } = open()
    const from = blockAt[number]
    const to = blockAt[number + 1]
    if (from === undefined || to === undefined) return []
    const entries = entriesIn(piece(from, to))
    blocks.set(number, entries)
    return entries
  }
  /** The block in which a term stands, if it stands anywhere. */
  const blockOf = (term: string) => {
    const { firsts } = open()
    let low = 0
    let high = firsts.length
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((firsts[middle] ?? '') <= term) low = middle
      else high = middle
    }
    return low
  }
  return {
    find: (term) => block(blockOf(term)).find((entry) => entry.term === term),
    *between(from, to) {
      for (let number = blockOf(from); ; number += 1) {
        const entries = block(number)
        if (entries.length === 0) return
        for (const entry of entries) {
          if (entry.term >= to) return
          if (entry.term >= from) yield entry
        }
      }
    },
  }
}

/** The terms of a block. */
export function entriesIn(bytes: Uint8Array): readonly DictionaryEntry[] {
  const entries: DictionaryEntry[] = []
  let at = 0
  const number = () => {
    let value = 0
    for (let unit = 1; ; unit *= 0x80) {
      const byte = bytes[at++] ?? 0
      value += (byte & 0x7f) * unit
      if (byte < 0x80) return value
    }
  }
  const text = (before: string) => {
    const head = bytes[at++] ?? 0
    const shared = (head >> 4) & mostShared
    const length = head & mostRest || number()
    let made = before.slice(0, shared)
    for (let i = 0; i < length; i += 1) {
      const low = bytes[at++] ?? 0
      made += String.fromCharCode(head < isWide ? low : low | ((bytes[at++] ?? 0) << 8))
    }
    return made
  }
  let term = ''
  for (let start = number(); at < bytes.length; ) {
    term = text(term)
    const few = bytes[at++] ?? 0
    const count = few < 0xf0 ? few & 15 : number()
    const end = start + count + (few < 0xf0 ? few >> 4 : number())
    entries.push({ term, count, start, end })
    start = end
  }
  return entries
}
