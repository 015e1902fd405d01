import type { Range } from '../search/ranges.ts'
import type { HeardAnswer } from './heard.ts'
import type { Term } from './terms.ts'

export type PointMatch = {
  /** From 0 to 1. */
  readonly credit: number
  readonly evidence: readonly Range[]
}

/** What is said within so much counts as said together. */
const together = 110
/** What a term counts that stands far from the others. */
const apartShare = 0.2
/** How much of a text must be said grows slower than the text. */
const neededFactor = 0.9
const neededPower = 0.62
const leastNeeded = 1.1
/** Little of a text may be chance, so that it counts for less than its share. */
const curve = 1.6
/** One word alone may be chance where there were several to say. */
const loneShare = 0.6
const manyTerms = 3
/** With less credit the words are not worth showing. */
const leastShown = 0.1
/** What a denied word takes away. */
const deniedShare = 0.7
const mostPlaces = 400

type Hit = Range & { readonly term: number; readonly value: number }

/** How far an answer says what these terms say. */
export function matched(terms: readonly Term[], heard: HeardAnswer): PointMatch {
  const mass = terms.reduce((sum, { weight }) => sum + weight, 0)
  if (mass === 0) return { credit: 0, evidence: [] }
  const hits = terms.flatMap((term, i) => hitsOf(term, i, heard))
  if (hits.length === 0) return { credit: 0, evidence: [] }
  hits.sort((a, b) => a.start - b.start)
  const near = bestWindow(hits, heard)
  const far = bestOf(
    hits.filter(({ term, value }) => value > 0 && !near.some((hit) => hit.term === term)),
  )
  const got = sumOf(near) + apartShare * sumOf(far)
  const needed = Math.max(leastNeeded, neededFactor * mass ** neededPower) * heard.chance
  const isLone = near.length + far.length === 1 && terms.length >= manyTerms
  const share = isLone ? loneShare : 1
  const credit = share * Math.max(0, Math.min(1, got / needed)) ** curve
  return {
    credit,
    evidence: credit < leastShown ? [] : [...near, ...far].filter(({ value }) => value > 0),
  }
}

function hitsOf(term: Term, index: number, heard: HeardAnswer): readonly Hit[] {
  const hits: Hit[] = []
  for (const { text, share } of term.ways) {
    for (const { start, end } of heard.places(text)) {
      const said = heard.isDenied(start) ? (term.denied ? 1 : -deniedShare) : term.denied ? 0.5 : 1
      const value = term.weight * share * said
      if (value !== 0) hits.push({ start, end, term: index, value })
      if (hits.length >= mostPlaces) return hits
    }
  }
  return hits
}

/** The best hit of each term in the stretch of the answer that says most. */
function bestWindow(hits: readonly Hit[], heard: HeardAnswer): readonly Hit[] {
  let best: readonly Hit[] = []
  let most = 0
  let from = 0
  for (let to = 0; to < hits.length; to += 1) {
    const end = heard.saidBefore(hits[to]?.end ?? 0)
    while (end - heard.saidBefore(hits[from]?.start ?? 0) > together && from < to) from += 1
    // a window that the next hit only widens need not be looked at yet
    const next = hits[to + 1]
    const widens =
      next !== undefined &&
      heard.saidBefore(next.end) - heard.saidBefore(hits[from]?.start ?? 0) <= together
    if (widens) continue
    const window = bestOf(hits.slice(from, to + 1))
    const value = sumOf(window)
    if (value > most) {
      most = value
      best = window
    }
  }
  return best
}

function bestOf(hits: readonly Hit[]): readonly Hit[] {
  const best = new Map<number, Hit>()
  for (const hit of hits) {
    const before = best.get(hit.term)
    if (before === undefined || hit.value > before.value) best.set(hit.term, hit)
  }
  return [...best.values()]
}

function sumOf(hits: readonly Hit[]): number {
  return hits.reduce((sum, { value }) => sum + value, 0)
}
