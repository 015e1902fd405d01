/**
 * Numbers every distinct term in the order of first sight, from 1 on. A pair has a key before it has a
 * number, the number that both its characters make; the key of a word is its number.
 */
export type TermTable = {
  /** Of a stretch of a text. */
  readonly keyOfWord: (text: string, from: number, to: number) => number
  readonly numberOf: (key: number) => number
  /** How many there are. */
  readonly size: () => number
  /** All terms in the order of their texts, with their numbers. */
  readonly inOrder: () => Iterable<readonly [term: string, number: number]>
}

/** Above all numbers of words and below all pairs, which begin at U+3005. */
const leastPair = 0x3000_0000

/** The key of two neighbouring characters; `second` is 0 for one alone. */
export function keyOfPair(first: number, second: number): number {
  return ((first << 16) | second) >>> 0
}

export function termTable(): TermTable {
  const words = wordTable()
  let bits = 16
  // each key beside its number, so that finding one is one look at far memory
  let pairs = new Uint32Array(2 << bits)
  let known = 0
  let size = 0
  const placeOf = (key: number): number => {
    const mask = pairs.length - 1
    let at = (Math.imul(key, 0x9e3779b1) >>> (32 - bits)) << 1
    while (pairs[at] !== 0 && pairs[at] !== key) at = (at + 2) & mask
    return at
  }
  const grow = () => {
    const before = pairs
    bits += 1
    pairs = new Uint32Array(2 << bits)
    for (let i = 0; i < before.length; i += 2) {
      const key = before[i] ?? 0
      if (key === 0) continue
      const at = placeOf(key)
      pairs[at] = key
      pairs[at + 1] = before[i + 1] ?? 0
    }
  }
  return {
    keyOfWord: (text, from, to) => {
      const found = words.find(text, from, to)
      if (found !== 0) return found
      size += 1
      words.add(text.slice(from, to), size)
      return size
    },
    numberOf: (key) => {
      if (key < leastPair) return key
      const at = placeOf(key)
      if (pairs[at] === key) return pairs[at + 1] ?? 0
      size += 1
      pairs[at] = key
      pairs[at + 1] = size
      known += 1
      if (known * 3 > pairs.length) grow()
      return size
    },
    size: () => size,
    *inOrder() {
      // words are of letters and signs, which all stand before the characters that go by pairs
      yield* words.inOrder()
      const keys = pairs.filter((key, i) => i % 2 === 0 && key !== 0).sort()
      for (const key of keys) yield [textOfPair(key), pairs[placeOf(key) + 1] ?? 0]
    },
  }
}

/** Words by their letters: a map would have each word cut out of its text before it is looked for. */
function wordTable() {
  const texts: string[] = []
  const numbers: number[] = []
  let bits = 12
  // the hash of a word beside its index, from 1
  let slots = new Uint32Array(2 << bits)
  const put = (hash: number, index: number) => {
    const mask = slots.length - 1
    let at = (hash >>> (32 - bits)) << 1
    while (slots[at + 1] !== 0) at = (at + 2) & mask
    slots[at] = hash
    slots[at + 1] = index
  }
  return {
    /** Its number, or 0. */
    find: (text: string, from: number, to: number): number => {
      const hash = hashOf(text, from, to)
      const mask = slots.length - 1
      for (let at = (hash >>> (32 - bits)) << 1; ; at = (at + 2) & mask) {
        const index = slots[at + 1] ?? 0
        if (index === 0) return 0
        if (slots[at] !== hash) continue
        const word = texts[index - 1] ?? ''
        if (word.length === to - from && text.startsWith(word, from)) return numbers[index - 1] ?? 0
      }
    },
    add: (word: string, number: number) => {
      texts.push(word)
      numbers.push(number)
      put(hashOf(word, 0, word.length), texts.length)
      if (texts.length * 3 < slots.length) return
      const before = slots
      bits += 1
      slots = new Uint32Array(2 << bits)
      for (let i = 0; i < before.length; i += 2) {
        const index = before[i + 1] ?? 0
        if (index !== 0) put(before[i] ?? 0, index)
      }
    },
    *inOrder(): Iterable<readonly [string, number]> {
      const byText = new Map(texts.map((text, i) => [text, numbers[i] ?? 0]))
      for (const text of texts.sort()) yield [text, byText.get(text) ?? 0]
    },
  }
}

/** FNV-1a over the units, mixed so that its first bits are good. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 0
}

function textOfPair(key: number): string {
  const second = key & 0xffff
  return second === 0 ? String.fromCharCode(key >>> 16) : String.fromCharCode(key >>> 16, second)
}
