/** Where in a card a term stands, as bits of its mark; the bits above count it in the body. */
export const inQuestion = 1
export const inTopics = 2
export const inKeyTerms = 4
export const bodyShift = 3
const mostInBody = 31
const inBody = 1 << bodyShift

/** Once in the body and nowhere else: what most marks are. */
export const usualMark = inBody

/** The marks of the terms of one document, by the keys of the terms, which are never 0. */
export type DocumentMarks = {
  readonly flag: (key: number, bit: number) => void
  readonly count: (key: number) => void
  /** Counts it once, and only where it stands nowhere else. */
  readonly mention: (key: number) => void
  /** Tells and forgets all of them, in the order of their first sight. */
  readonly take: (tell: (key: number, mark: number) => void) => void
}

/** A table as small as a document, which stays near the processor however many terms there are. */
export function documentMarks(): DocumentMarks {
  let bits = 11
  let keys = new Uint32Array(1 << bits)
  let marks = new Uint8Array(1 << bits)
  let used = new Uint32Array(1 << (bits - 1))
  let size = 0
  const placed = (key: number): number => {
    const mask = keys.length - 1
    let at = Math.imul(key, 0x9e3779b1) >>> (32 - bits)
    while (keys[at] !== key) {
      if (keys[at] === 0) {
        keys[at] = key
        used[size++] = at
        break
      }
      at = (at + 1) & mask
    }
    return at
  }
  const grow = () => {
    const before = { keys, marks, used, size }
    bits += 1
    keys = new Uint32Array(1 << bits)
    marks = new Uint8Array(1 << bits)
    used = new Uint32Array(1 << (bits - 1))
    size = 0
    for (let i = 0; i < before.size; i += 1) {
      const at = before.used[i] ?? 0
      marks[placed(before.keys[at] ?? 0)] = before.marks[at] ?? 0
    }
  }
  const slot = (key: number): number => {
    if (size === used.length) grow()
    return placed(key)
  }
  return {
    flag: (key, bit) => {
      const at = slot(key)
      marks[at] = (marks[at] ?? 0) | bit
    },
    count: (key) => {
      const at = slot(key)
      const mark = marks[at] ?? 0
      if (mark >> bodyShift < mostInBody) marks[at] = mark + inBody
    },
    mention: (key) => {
      const at = slot(key)
      if (marks[at] === 0) marks[at] = inBody
    },
    take: (tell) => {
      for (let i = 0; i < size; i += 1) {
        const at = used[i] ?? 0
        tell(keys[at] ?? 0, marks[at] ?? 0)
        keys[at] = 0
        marks[at] = 0
      }
      size = 0
    },
  }
}
