/** Numbers every distinct term in the order of first sight. */
export type TermTable = {
  readonly pair: (first: number, second: number) => number
  readonly word: (word: string) => number
  readonly size: () => number
  /** Each term as text, in order of its number. */
  readonly texts: () => string[]
}

export function termTable(): TermTable {
  const texts: string[] = []
  const words = new Map<string, number>()
  // pairs by the number that both characters make: ten times faster than by a string
  let keys = new Uint32Array(1 << 17)
  let numbers = new Uint32Array(1 << 17)
  let pairs = 0
  const grow = () => {
    const before = { keys, numbers }
    keys = new Uint32Array(before.keys.length * 2)
    numbers = new Uint32Array(keys.length)
    for (const [i, key] of before.keys.entries()) {
      if (key === 0) continue
      const place = placeOf(keys, key)
      keys[place] = key
      numbers[place] = before.numbers[i] ?? 0
    }
  }
  return {
    pair: (first, second) => {
      const key = ((first << 16) | second) >>> 0
      const place = placeOf(keys, key)
      if (keys[place] === key) return numbers[place] ?? 0
      const number = texts.length
      texts.push(second === 0 ? String.fromCharCode(first) : String.fromCharCode(first, second))
      keys[place] = key
      numbers[place] = number
      pairs += 1
      if (pairs * 2 > keys.length) grow()
      return number
    },
    word: (word) => {
      const known = words.get(word)
      if (known !== undefined) return known
      const number = texts.length
      texts.push(word)
      words.set(word, number)
      return number
    },
    size: () => texts.length,
    texts: () => texts,
  }
}

/** Where a key stands, or would stand. */
function placeOf(keys: Uint32Array, key: number): number {
  const mask = keys.length - 1
  let place = (Math.imul(key, 0x9e3779b1) >>> 8) & mask
  while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & mask
  return place
}
