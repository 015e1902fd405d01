/** The trigrams of a text as numbers in order, each as often as it occurs, and what they weigh. */
export type Trigrams = {
  readonly grams: Int32Array
  readonly weights: Float32Array
  readonly total: number
}

// The weights are looked up once a text: a look into the table costs more than the comparing.
export function trigramsOf(text: string, weightOf: Weights): Trigrams {
  const grams = gramsOf(text)
  const weights = Float32Array.from(grams, weightOf)
  return { grams, weights, total: weights.reduce((sum, weight) => sum + weight, 0) }
}

/** The same without weights. */
export function gramsOf(text: string): Int32Array {
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
export function weightsIn(texts: readonly Int32Array[]): Weights {
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

function countsIn(texts: readonly Int32Array[]): Uint16Array {
  const counts = new Uint16Array(slots)
  for (const grams of texts) {
    for (const gram of distinct(grams)) counts[gram & (slots - 1)] = countOf(counts, gram) + 1
  }
  return counts
}

function countOf(counts: Uint16Array, gram: number): number {
  return counts[gram & (slots - 1)] ?? 0
}

function distinct(grams: Int32Array): Int32Array {
  return grams.filter((gram, at) => gram !== grams[at - 1])
}

/** Share of common trigrams by their weight, from 0 to 1 (Sørensen and Dice). */
export function dice(one: Trigrams, other: Trigrams): number {
  const { grams, weights } = one
  const others = other.grams
  let common = 0
  let j = 0
  for (let i = 0; i < grams.length; i += 1) {
    const gram = grams[i] ?? 0
    while (j < others.length && (others[j] ?? 0) < gram) j += 1
    if (j >= others.length) break
    if (others[j] === gram) {
      common += weights[i] ?? 0
      j += 1
    }
  }
  const all = one.total + other.total
  return all === 0 ? 0 : Math.min(1, (2 * common) / all)
}

/** How many of its rarest trigrams stand for a text. */
const rarest = 32
/** In so many texts a trigram is not rare. */
const crowd = 60
/** So many of those that share most rare trigrams are candidates. */
const most = 16
const short = 12

/**
 * Finds the texts that may be like another: those that share its rare trigrams. Comparing all with
 * all would take seconds for a thousand.
 */
export function candidatesAmong(
  texts: readonly Trigrams[],
  queries: readonly Trigrams[],
): (query: Trigrams) => readonly number[] {
  const counts = countsIn([...texts, ...queries].map(({ grams }) => grams))
  const holders = new Map<number, number[]>()
  for (const [index, { grams }] of texts.entries()) {
    for (const gram of rareIn(grams, counts)) {
      const known = holders.get(gram)
      if (known === undefined) holders.set(gram, [index])
      else known.push(index)
    }
  }
  return ({ grams }) => {
    const hits = new Map<number, number>()
    for (const gram of distinct(grams)) {
      for (const index of holders.get(gram) ?? []) hits.set(index, (hits.get(index) ?? 0) + 1)
    }
    // one rare trigram in common is chance, but a short text may have no more
    const least = grams.length < short ? 1 : 2
    const found = [...hits].filter(([, count]) => count >= least)
    const best = found.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most)
    return best.map(([index]) => index)
  }
}

function rareIn(grams: Int32Array, counts: Uint16Array): Int32Array {
  const shared = distinct(grams).filter((gram) => {
    const count = countOf(counts, gram)
    return count > 1 && count <= crowd
  })
  return shared.sort((a, b) => countOf(counts, a) - countOf(counts, b)).slice(0, rarest)
}
