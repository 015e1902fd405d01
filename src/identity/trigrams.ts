/** The trigrams of a text as numbers in order, each as often as it occurs. */
export type Trigrams = Int32Array

export function trigramsOf(text: string): Trigrams {
  const grams = new Int32Array(Math.max(0, text.length - 2))
  for (let at = 0; at < grams.length; at += 1) {
    // numbers instead of strings: a thousand edited cards are compared within a second
    const pair = Math.imul(text.charCodeAt(at), 0x01000193) ^ text.charCodeAt(at + 1)
    grams[at] = Math.imul(pair, 0x01000193) ^ text.charCodeAt(at + 2)
  }
  return grams.sort()
}

/** Share of common trigrams, from 0 to 1 (Sørensen and Dice). */
export function dice(a: Trigrams, b: Trigrams): number {
  if (a.length === 0 || b.length === 0) return 0
  let common = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const order = (a[i] ?? 0) - (b[j] ?? 0)
    if (order === 0) common += 1
    if (order <= 0) i += 1
    if (order >= 0) j += 1
  }
  return (2 * common) / (a.length + b.length)
}

/** How many of its rarest trigrams stand for a text. */
const rarest = 32
/** In so many texts a trigram is not rare. */
const crowd = 60
const slots = 1 << 21
/** So many of those that share most rare trigrams are candidates. */
const most = 16

/**
 * Finds the texts that may be like another: those that share its rare trigrams. Comparing all with
 * all would take seconds for a thousand.
 */
export function candidatesAmong(
  texts: readonly Trigrams[],
  queries: readonly Trigrams[],
): (query: Trigrams) => readonly number[] {
  // a table of fixed size is five times faster than a map; that a few trigrams share a slot makes
  // them look less rare than they are
  const counts = new Uint16Array(slots)
  for (const grams of [...texts, ...queries]) {
    for (const gram of distinct(grams)) counts[gram & (slots - 1)] = countOf(counts, gram) + 1
  }
  const holders = new Map<number, number[]>()
  for (const [index, grams] of texts.entries()) {
    for (const gram of rareIn(grams, counts))
      holders.set(gram, [...(holders.get(gram) ?? []), index])
  }
  return (query) => {
    const hits = new Map<number, number>()
    for (const gram of distinct(query)) {
      for (const index of holders.get(gram) ?? []) hits.set(index, (hits.get(index) ?? 0) + 1)
    }
    const best = [...hits].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most)
    return best.map(([index]) => index)
  }
}

function rareIn(grams: Trigrams, counts: Uint16Array): Trigrams {
  const shared = distinct(grams).filter((gram) => {
    const count = countOf(counts, gram)
    return count > 1 && count <= crowd
  })
  return shared.sort((a, b) => countOf(counts, a) - countOf(counts, b)).slice(0, rarest)
}

function countOf(counts: Uint16Array, gram: number): number {
  return counts[gram & (slots - 1)] ?? 0
}

function distinct(grams: Trigrams): Trigrams {
  return grams.filter((gram, at) => gram !== grams[at - 1])
}
