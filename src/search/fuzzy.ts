import type Fuse from 'fuse.js'

/** Finds short texts that read like another one. */
export type Fuzzy = {
  /** Words near to a misspelt one; the best first, with their number of mistakes. */
  readonly words: (word: string, known: Iterable<string>) => readonly Near[]
  /** Titles with something like the pattern in them; `likeness` from 0 to 1. */
  readonly titles: (pattern: string, titles: readonly string[], limit: number) => readonly Like[]
}

export type Near = { readonly word: string; readonly mistakes: number }
export type Like = { readonly index: number; readonly likeness: number }

let loading: Promise<Fuzzy> | undefined

/** Loaded only when something has to be guessed. */
export function loadFuzzy(): Promise<Fuzzy> {
  loading ??= import('fuse.js').then(({ default: Engine }) => fuzzyWith(Engine))
  return loading
}

// the text was folded, and where in it a match stands does not matter
const options = {
  ignoreLocation: true,
  ignoreFieldNorm: true,
  isCaseSensitive: true,
  includeScore: true,
}

function fuzzyWith(Engine: typeof Fuse): Fuzzy {
  return {
    words: (word, known) => {
      const most = word.length >= longWord ? 2 : 1
      const candidates = [...known].filter((one) => isCandidate(word, one, most))
      const fuse = new Engine(candidates, { ...options, threshold: 0.45 })
      return fuse
        .search(word, { limit: 200 })
        .flatMap(({ item }) => {
          const mistakes = mistakesIn(word, item, most)
          // two mistakes and another first letter make another word
          const least = item[0] === word[0] ? most : 1
          return mistakes <= least + 0.5 ? [{ word: item, mistakes }] : []
        })
        .sort((a, b) => a.mistakes - b.mistakes)
    },
    titles: (pattern, titles, limit) => {
      const threshold = 0.34
      const most = Math.floor(pattern.length * threshold)
      const likely = titlesWith(pattern, titles, pattern.length - most)
      const fuse = new Engine(
        likely.map((index) => titles[index] ?? ''),
        { ...options, threshold },
      )
      return fuse.search(pattern, { limit }).map(({ refIndex, score }) => {
        return { index: likely[refIndex] ?? 0, likeness: 1 - (score ?? 1) }
      })
    },
  }
}

// Bitap over every title takes longer than all else, so only those with enough of the characters.
function titlesWith(pattern: string, titles: readonly string[], least: number): readonly number[] {
  const wanted = new Set(pattern)
  const lacking = pattern.length - wanted.size
  const found: number[] = []
  for (const [index, title] of titles.entries()) {
    let shared = 0
    for (const character of wanted) if (title.includes(character)) shared += 1
    if (shared + lacking >= least) found.push(index)
  }
  return found
}

/** From this length on two mistakes still leave a word that can be told. */
const longWord = 8
const a = 97
const letters = 26

// one for all, because a word is held against tens of thousands
const counts = new Int8Array(letters)

function isCandidate(word: string, known: string, most: number): boolean {
  if (known.length < word.length - most) return false
  // in a short word a wrong first letter leaves too little to go by
  if (word.length <= 5 && word[0] !== known[0]) return false
  counts.fill(0)
  for (let i = 0; i < word.length; i += 1) count(word.charCodeAt(i), 1)
  const end = Math.min(known.length, word.length + most)
  for (let i = 0; i < end; i += 1) count(known.charCodeAt(i), -1)
  let differing = 0
  for (const one of counts) differing += Math.abs(one)
  // a changed letter counts twice here, and the end of a longer word once more a letter
  return differing <= 2 * most + (end - Math.min(end, word.length)) + most
}

function count(code: number, by: number): void {
  const letter = code - a
  if (letter >= 0 && letter < letters) counts[letter] = (counts[letter] ?? 0) + by
}

/** Mistakes against the known word, or against the start of a longer one and then half a one more. */
function mistakesIn(word: string, known: string, most: number): number {
  const whole = distance(word, known)
  if (known.length <= word.length + most) return whole
  let best = whole
  for (let length = word.length - 1; length <= word.length + 1; length += 1) {
    best = Math.min(best, distance(word, known.slice(0, length)) + 0.5)
  }
  return best
}

/** Letters to change, add, drop or swap with their neighbour. */
function distance(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const steps = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same]
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (isSwap) steps.push((before[j - 2] ?? 0) + 1)
      row.push(Math.min(...steps))
    }
    before = last
    last = row
  }
  return last[other.length] ?? 0
}
