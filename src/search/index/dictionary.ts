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

/** The sections of a dictionary: every block, where each starts, and the first term of each. */
export function dictionarySections(entries: Iterable<DictionaryEntry>) {
  const bytes: number[] = []
  const blockAt: number[] = []
  const firsts: string[] = []
  const writeNumber = (value: number) => {
    let left = value
    for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left & 0x7f) | 0x80)
    bytes.push(left)
  }
  let inBlock = 0
  for (const { term, count, start, end } of entries) {
    if (inBlock % blockLength === 0) {
      blockAt.push(bytes.length)
      firsts.push(term)
      writeNumber(start)
    }
    inBlock += 1
    writeNumber(term.length)
    for (let i = 0; i < term.length; i += 1) {
      const unit = term.charCodeAt(i)
      bytes.push(unit & 0xff, unit >>> 8)
    }
    writeNumber(count)
    writeNumber(end - start)
  }
  blockAt.push(bytes.length)
  return {
    blockAt: Uint32Array.from(blockAt),
    firsts: firsts.join(divider),
    dictionary: Uint8Array.from(bytes),
  }
}

export function dictionaryIn(sections: Sections<unknown>): Dictionary {
  let firsts: readonly string[] | undefined
  let blockAt: Uint32Array | undefined
  const blocks = new Map<number, readonly DictionaryEntry[]>()
  const open = () => {
    firsts ??= sections.text('firsts').split(divider)
    blockAt ??= sections.longs('blockAt')
    return { firsts, blockAt }
  }
  const block = (number: number): readonly DictionaryEntry[] => {
    const known = blocks.get(number)
    if (known !== undefined) return known
    const { blockAt } = open()
    const from = blockAt[number]
    const to = blockAt[number + 1]
    if (from === undefined || to === undefined) return []
    const entries = entriesIn(sections.piece('dictionary', from, to))
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

function entriesIn(bytes: Uint8Array): readonly DictionaryEntry[] {
  let at = 0
  const number = () => {
    let value = 0
    for (let unit = 1; ; unit *= 0x80) {
      const byte = bytes[at++] ?? 0
      value += (byte & 0x7f) * unit
      if (byte < 0x80) return value
    }
  }
  const text = () => {
    const length = number()
    let made = ''
    for (let i = 0; i < length; i += 1) {
      made += String.fromCharCode((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8))
      at += 2
    }
    return made
  }
  const entries: DictionaryEntry[] = []
  for (let start = number(); at < bytes.length; ) {
    const term = text()
    const count = number()
    const end = start + number()
    entries.push({ term, count, start, end })
    start = end
  }
  return entries
}
