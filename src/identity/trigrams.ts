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

/** How much a trigram says: little if it stands in many texts, as those of "what is the" do. */
export type Weights = (gram: number) => number

// Tables of fixed size are five times faster than maps; that a few trigrams share a slot makes them
// look less rare than they are.
const slots = 1 << 21
/** Of fewer texts nobody can say what is common. */
const fewestTexts = 20

/** Weighs trigrams by a sample of the texts that they are from. */
export function weightsIn(texts: readonly Trigrams[]): Weights {
  if (texts.length < fewestTexts) return () => 1
  const counts = countsIn(texts)
  const weights = new Float32Array(texts.length + 1)
  for (let count = 0; count <= texts.length; count += 1) {
    // the text compared may be in the sample itself
    const others = Math.max(0, count - 1)
    weights[count] = Math.log((texts.length + 1) / (others + 1))
  }
  return (gram) => weights[countOf(counts, gram)] ?? 0
}

function countsIn(texts: readonly Trigrams[]): Uint16Array {
  const counts = new Uint16Array(slots)
  for (const grams of texts) {
    for (const gram of distinct(grams)) counts[gram & (slots - 1)] = countOf(counts, gram) + 1
  }
  return counts
}

function countOf(counts: Uint16Array, gram: number): number {
  return counts[gram & (slots - 1)] ?? 0
}

function distinct(grams: Trigrams): Trigrams {
  return grams.filter((gram, at) => gram !== grams[at - 1])
}

/** Share of common trigrams by their weight, from 0 to 1 (Sørensen and Dice). */
export function dice(a: Trigrams, b: Trigrams, weightOf: Weights): number {
  let all = 0
  let common = 0
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const left = a[i] ?? Number.POSITIVE_INFINITY
    const right = b[j] ?? Number.POSITIVE_INFINITY
    const weight = weightOf(Math.min(left, right))
    if (left === right) common += 2 * weight
    all += left === right ? 2 * weight : weight
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return all === 0 ? 0 : common / all
}

/** How many of its rarest trigrams stand for a text. */
const rarest = 32
/** In so many texts a trigram is not rare. */
const crowd = 60
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
  const counts = countsIn([...texts, ...queries])
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
