import type { Range } from '../search/ranges.ts'
import { exchanged, swappedOrder, swappedRoles } from './contrary/roles.ts'
import { isComparison, saysSame } from './contrary/sameness.ts'
import { otherDefault } from './contrary/slots.ts'
import type { HeardAnswer } from './heard.ts'
import { type Hearing, hitsOf, openShare, type TermHit } from './hits.ts'
import type { Term } from './terms.ts'

export type PointMatch = {
  /** How far it is said, from 0 to 1. */
  readonly credit: number
  /** How far its words are there, said or denied, from 0 to 1. */
  readonly mentioned: number
  /** The share of those words that say the opposite. */
  readonly against: number
  readonly evidence: readonly Range[]
  /** The words that are there and agree. */
  readonly told: ReadonlySet<Term>
  /** The words of the text that are not there. */
  readonly lacking: readonly string[]
  /** The words that say the opposite. */
  readonly contrary: readonly Range[]
}

/** What is said within so much counts as said together. */
const within = 110
/** What a term counts that stands far from the others. */
const apartShare = 0.2
/** How much of a text must be said grows slower than the text. */
const neededFactor = 0.45
const neededPower = 0.7
const leastNeeded = 1.05
/** Little of a text may be chance, so that it counts for less than its share. */
const curve = 2.2
/** One word alone may be chance where there were several to say, */
const loneShare = 0.6
/** and the first of them is but what the text is about. */
const subjectShare = 0.5
const manyTerms = 2
/** With less credit the words are not worth showing. */
const leastShown = 0.1
/** What a word takes away that says the opposite. */
const againstShare = 0.7
/** From which share of the words on another thing is what the clause speaks of. */
const mostOfIt = 0.5

function nothing(terms: readonly Term[]): PointMatch {
  const lacking = terms.map(({ shown }) => shown)
  return {
    credit: 0,
    mentioned: 0,
    against: 0,
    evidence: [],
    told: new Set(),
    lacking,
    contrary: [],
  }
}

/** How far an answer says what these terms of a text say, and how far the opposite. */
export function matched(
  terms: readonly Term[],
  text: string,
  heard: HeardAnswer,
  isTaken?: Hearing['isTaken'],
): PointMatch {
  const mass = terms.reduce((sum, { weight }) => sum + weight, 0)
  if (mass === 0) return nothing(terms)
  const compares = isComparison(text)
  const all = hitsOf(terms, heard, { comparesOnly: compares, ...(isTaken && { isTaken }) })
  if (all.length === 0) return nothing(terms)
  const stands = standing(all, terms)
  const worth = ({ term, sense }: TermHit) => (terms[term]?.weight ?? 0) * sense
  const notice = ({ term, sense }: TermHit) =>
    (terms[term]?.[sense < 0 ? 'claim' : 'weight'] ?? 0) * sense
  const window = bestWindow(all, stands, notice, heard)
  const near = agreed(together(bestOf(window, stands), stands), terms)
  const far = bestOf(
    all.filter(({ term, sense }) => sense > 0 && !near.some((hit) => hit.term === term)),
    stands,
  )
  const said = near.filter(({ sense }) => sense > 0)
  const needed = Math.max(leastNeeded, neededFactor * mass ** neededPower) * heard.chance
  const lone = near.length + far.length === 1 ? loneShareOf([...near, ...far], terms) : 1
  const share = (got: number) => lone * Math.max(0, Math.min(1, got / needed)) ** curve
  const sumOf = (some: readonly TermHit[]) => some.reduce((sum, hit) => sum + worth(hit), 0)
  const negative = sumOf(near.filter(({ sense }) => sense < 0))
  const got = sumOf(said) + againstShare * negative + apartShare * sumOf(far)
  const isTold = tells(said, terms) || sumOf(said) >= wordForWord * mass
  const credit = isTold ? share(got) : Math.min(topicsOnly, share(got))
  const isThere = (i: number) => [...near, ...far].some(({ term }) => term === i)
  return {
    credit,
    mentioned: share(sumOf(said) - negative),
    evidence: credit < leastShown ? [] : [...said, ...far],
    told: new Set([...said, ...far].flatMap(({ term }) => terms[term] ?? [])),
    lacking: terms.filter((_, i) => !isThere(i)).map(({ shown }) => shown),
    ...(compares ? sameness(near, heard) : opposition(near, window, { terms, text }, heard)),
  }
}

/** Topics alone, which the whole card speaks of, say none of its points. */
function tells(said: readonly TermHit[], terms: readonly Term[]): boolean {
  const isOwn = (term: Term) => !term.isTopic && isTelling(term)
  if (!terms.some(isOwn)) return true
  return terms.some((one, i) => isOwn(one) && said.some(({ term }) => term === i))
}

function isTelling({ claim }: Term): boolean {
  return claim >= leastMember
}

/** What the only word that was heard of a text may give. */
function loneShareOf([hit]: readonly TermHit[], terms: readonly Term[]): number {
  const telling = terms.filter(isTelling)
  if (telling.length < manyTerms) return 1
  const [subject] = telling.toSorted((a, b) => a.at - b.at)
  return hit !== undefined && terms[hit.term] === subject ? subjectShare : loneShare
}

/** What they may give. */
const topicsOnly = 0.45
/** From which share on a text is said word for word, whatever its words. */
const wordForWord = 0.9

/** Where a text itself sets one thing against another. */
const contrast = /而不是|而非|不是.*而是|\binstead of\b|\brather than\b|, not\b/

/** One Chinese character shows nothing. */
function isShown({ start, end }: TermHit): boolean {
  return end - start > 1
}

type Opposition = Pick<PointMatch, 'against' | 'contrary'>

/** Of what is to be told apart the opposite is that it is the same. */
function sameness(near: readonly TermHit[], heard: HeardAnswer): Opposition {
  const clauses = new Set(near.map(({ clause }) => clause))
  const contrary = near.filter((hit) => {
    if (clauses.size > 1 && !isStated(hit, near)) return false
    const named = near.filter(({ clause }) => clause === hit.clause)
    return saysSame(heard.clauseText(hit.start), heard.clauseWithout(hit.start, named))
  })
  return { against: contrary.length > 1 ? 1 : 0, contrary }
}

function opposition(
  near: readonly TermHit[],
  window: readonly TermHit[],
  { terms, text }: { readonly terms: readonly Term[]; readonly text: string },
  heard: HeardAnswer,
): Opposition {
  const swapped = [
    ...swappedRoles(terms, window),
    ...swappedOrder(terms, window, heard.turn),
    ...otherDefault(terms, near),
    ...(contrast.test(text.toLowerCase()) ? exchanged(terms, near) : []),
  ]
  if (swapped.length > 0) return { against: 1, contrary: swapped.filter(isShown) }
  const claimOf = (some: readonly TermHit[]) =>
    some.reduce((sum, { term, sense }) => sum + (terms[term]?.claim ?? 0) * Math.abs(sense), 0)
  if (!isSpokenOf(near, terms)) return { against: 0, contrary: [] }
  const contrary = near.filter((hit) => hit.sense < 0 && isStated(hit, near))
  if (claimOf(contrary) < leastMember) return { against: 0, contrary: [] }
  const others = contrary.filter((other) => {
    if (!other.isOther) return false
    const rest = near.filter(({ sense, term }) => sense > 0 && term !== other.term)
    const beside = rest.filter(({ clause }) => Math.abs(clause - other.clause) <= 1)
    return claimOf(beside) >= mostOfIt * claimOf(rest)
  })
  if (others.length > 0) return { against: 1, contrary: others }
  return { against: claimOf(contrary) / Math.max(leastNeeded, claimOf(near)), contrary }
}

/** Those in the clause that most of them stand around, and in its neighbours. */
function together(hits: readonly TermHit[], stands: (hit: TermHit) => number): readonly TermHit[] {
  const [first] = hits.toSorted((a, b) => stands(b) - stands(a))
  const middle = first?.clause ?? 0
  return hits.filter(({ clause }) => Math.abs(clause - middle) <= mostApart)
}

/** Whether the answer speaks of the text at all: not of a word or a number of it alone. */
function isSpokenOf(near: readonly TermHit[], terms: readonly Term[]): boolean {
  const mass = terms.reduce((sum, { claim }) => sum + claim, 0)
  const there = near.reduce((sum, { term }) => sum + (terms[term]?.claim ?? 0), 0)
  const isNamed = near.some(({ term }) => {
    const { quantity, claim = 0 } = terms[term] ?? {}
    return quantity === undefined && claim >= leastMember
  })
  return isNamed && there >= leastShare * mass
}

const leastShare = 0.35

/**
 * What a text denies in one go is affirmed only if all of it is: whoever says “commit yourself” does
 * not say “it commits automatically”.
 */
function agreed(near: readonly TermHit[], terms: readonly Term[]): readonly TermHit[] {
  const isOpen = ({ term }: TermHit) => {
    const { denied, group } = terms[term] ?? { denied: 0, group: 0 }
    if (denied === 0) return false
    return terms.some((other, i) => {
      if (other.group !== group || other.claim < leastMember) return false
      const hit = near.find((one) => one.term === i)
      return hit === undefined || hit.sense > 0
    })
  }
  // “does not run twice” says that it runs
  const doubled = new Set(near.flatMap(({ isDouble, group }) => (isDouble ? [group] : [])))
  return near.map((hit) => {
    if (hit.sense >= 0) return hit
    if (hit.group > 0 && doubled.has(hit.group)) return { ...hit, sense: -hit.sense }
    return isOpen(hit) ? { ...hit, sense: -hit.sense * openShare } : hit
  })
}

const leastMember = 0.5

/** A word says the opposite of a text only beside other words of it. */
function isStated({ term, clause, sentence }: TermHit, near: readonly TermHit[]): boolean {
  return near.some((hit) => {
    const isNear = hit.sentence === sentence && Math.abs(hit.clause - clause) <= mostApart
    return hit.term !== term && isNear
  })
}

/** So many clauses on, it is still spoken of the same. */
const mostApart = 2

/** How much of the text stands around a hit: in its clause, and half of it in those beside it. */
function standing(hits: readonly TermHit[], terms: readonly Term[]): (hit: TermHit) => number {
  const inClause = new Map<number, Map<number, number>>()
  for (const { clause, term, sense } of hits) {
    const found = inClause.get(clause) ?? new Map<number, number>()
    const value = (terms[term]?.claim ?? 0) * Math.abs(sense)
    found.set(term, Math.max(found.get(term) ?? 0, value))
    inClause.set(clause, found)
  }
  const others = (clause: number, term: number) => {
    let sum = 0
    for (const [other, value] of inClause.get(clause) ?? []) if (other !== term) sum += value
    return sum
  }
  return ({ clause, term }) =>
    others(clause, term) + (others(clause - 1, term) + others(clause + 1, term)) / 2
}

/** The hits in the stretch of the answer that says most. */
function bestWindow(
  hits: readonly TermHit[],
  stands: (hit: TermHit) => number,
  worth: (hit: TermHit) => number,
  heard: HeardAnswer,
): readonly TermHit[] {
  let best: readonly TermHit[] = []
  let most = 0
  let from = 0
  for (let to = 0; to < hits.length; to += 1) {
    const end = heard.saidBefore(hits[to]?.end ?? 0)
    while (end - heard.saidBefore(hits[from]?.start ?? 0) > within && from < to) from += 1
    // a window that the next hit only widens need not be looked at yet
    const next = hits[to + 1]
    const widens =
      next !== undefined &&
      heard.saidBefore(next.end) - heard.saidBefore(hits[from]?.start ?? 0) <= within
    if (widens) continue
    const window = hits.slice(from, to + 1)
    // what says most is looked at, whatever it says; of equals, what agrees
    const value = bestOf(window, stands).reduce(
      (sum, hit) => sum + Math.abs(worth(hit)) + Math.max(0, worth(hit)) / 10,
      0,
    )
    if (value > most) {
      most = value
      best = window
    }
  }
  return best
}

/** Of each term the hit that stands among most of the others; of equals, the one that agrees. */
function bestOf(hits: readonly TermHit[], stands: (hit: TermHit) => number): readonly TermHit[] {
  const best = new Map<number, readonly [TermHit, number]>()
  for (const hit of hits) {
    const rank = Math.abs(hit.sense) * (apart + stands(hit)) + Math.max(0, hit.sense) / 10
    const before = best.get(hit.term)
    if (before === undefined || rank > before[1]) best.set(hit.term, [hit, rank])
  }
  return [...best.values()].map(([hit]) => hit)
}

/** What a hit is worth that stands alone in its clause. */
const apart = 0.5
