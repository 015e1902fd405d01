import type { TermHit } from '../hits.ts'
import type { Term } from '../terms.ts'
import { affirmed, denied } from './denial.ts'
import { firstTurn, laterTurn } from './turns.ts'

/**
 * Hits that give each of two parts of a text what belongs to the other: “threads for waiting,
 * processes for computing” the other way round. None if it is as the text says.
 */
export function swappedRoles(terms: readonly Term[], hits: readonly TermHit[]): readonly TermHit[] {
  const own = inOneSentence(
    surest(hits).filter(({ term, sense }) => sense > 0 && terms[term]?.isRepeated === false),
  )
  const parts = [...new Set(terms.map(({ clause }) => clause))]
  for (const [i, one] of parts.entries()) {
    for (const other of parts.slice(i + 1)) {
      const found = swapped(terms, partOf(own, terms, one), partOf(own, terms, other))
      if (found.length > 0) return found
    }
  }
  return []
}

const surely = 0.95
const loosely = 0.8
const fewest = 3
const mostOfIt = 0.7
const leastMember = 0.5

/** Of each word the hits that are it, and only where there are none those of other words for it. */
function surest(hits: readonly TermHit[]): readonly TermHit[] {
  const sure = new Set(hits.flatMap(({ term, sense }) => (sense >= surely ? [term] : [])))
  return hits.filter(({ term, sense }) => sense >= surely || (sense > loosely && !sure.has(term)))
}

/** The hits of the sentence that has most of them, if it has nearly all. */
function inOneSentence(hits: readonly TermHit[]): readonly TermHit[] {
  const all = countOf(hits)
  const sentences = [...new Set(hits.map(({ sentence }) => sentence))]
  const best = sentences
    .map((sentence) => hits.filter((hit) => hit.sentence === sentence))
    .reduce<readonly TermHit[]>((a, b) => (countOf(b) > countOf(a) ? b : a), [])
  return countOf(best) >= mostOfIt * all ? best : hits
}

function countOf(hits: readonly TermHit[]): number {
  return new Set(hits.map(({ term }) => term)).size
}

function partOf(
  hits: readonly TermHit[],
  terms: readonly Term[],
  clause: number,
): readonly TermHit[] {
  return hits.filter(({ term }) => terms[term]?.clause === clause)
}

function swapped(
  terms: readonly Term[],
  one: readonly TermHit[],
  other: readonly TermHit[],
): readonly TermHit[] {
  if (countOf(one) + countOf(other) < fewest || one.length === 0 || other.length === 0) return []
  const isPair = countOf(one) > 1 && countOf(other) > 1
  if (!isPair && !one.some(({ term }) => excludes(terms[term], other, terms))) return []
  const [strayed, back] = [strays(one, other), strays(other, one)]
  if (strayed.length > 0 && back.length > 0) return [...strayed, ...back]
  // one of two things compared stands where all is said of the other
  return [...lone(strayed, one, other, terms), ...lone(back, other, one, terms)]
}

function excludes(
  term: Term | undefined,
  others: readonly TermHit[],
  terms: readonly Term[],
): boolean {
  const names = new Set(others.map((hit) => terms[hit.term]?.key))
  return term?.opposites?.names.some((name) => names.has(name)) === true
}

/** Hits of a part that never stand beside its own words but beside those of the other. */
function strays(own: readonly TermHit[], others: readonly TermHit[]): readonly TermHit[] {
  const home = new Set(own.filter((hit) => beside(hit, own) > 0).map(({ term }) => term))
  return own.filter((hit) => !home.has(hit.term) && beside(hit, others) > 0)
}

/** Those of them that always stand among words of the other part, without the thing it is about. */
function lone(
  strayed: readonly TermHit[],
  own: readonly TermHit[],
  others: readonly TermHit[],
  terms: readonly Term[],
): readonly TermHit[] {
  return strayed.filter(({ term }) =>
    own
      .filter((hit) => hit.term === term)
      .every((hit) => {
        const here = others.filter(({ clause }) => clause === hit.clause)
        const elsewhere = others.filter(({ clause }) => clause !== hit.clause)
        const isAlone =
          !excludes(terms[term], here, terms) && excludes(terms[term], elsewhere, terms)
        return isAlone && beside(hit, others) > 1
      }),
  )
}

/** How many other words stand in the clause of a hit. */
function beside(hit: TermHit, some: readonly TermHit[]): number {
  const others = some.filter(
    ({ clause, term, start, end }) =>
      clause === hit.clause && term !== hit.term && (end <= hit.start || start >= hit.end),
  )
  return countOf(others)
}

/** Hits of a clause that denies what the text claims and claims what it denies: “v4, not v7”. */
export function exchanged(terms: readonly Term[], hits: readonly TermHit[]): readonly TermHit[] {
  const told = hits.filter(({ term }) => (terms[term]?.claim ?? 0) >= leastMember)
  const denies = told.filter(({ term, isDenied }) => isDenied && terms[term]?.denied === affirmed)
  const claims = told.filter(({ term, isDenied }) => !isDenied && terms[term]?.denied === denied)
  const isInBoth = ({ clause }: TermHit) =>
    denies.some((hit) => hit.clause === clause) && claims.some((hit) => hit.clause === clause)
  return [...denies, ...claims].filter(isInBoth)
}

/** Hits of a list whose order the answer turns round, where it gives one. */
export function swappedOrder(
  terms: readonly Term[],
  hits: readonly TermHit[],
  turnAt: (offset: number) => number,
): readonly TermHit[] {
  const inList = hits.filter(({ term, sense }) => {
    const { isListed = false, claim = 0 } = terms[term] ?? {}
    return isListed && claim >= leastMember && sense > 0
  })
  const turned = inList
    .filter(({ start }) => turnAt(start) === firstTurn || turnAt(start) === laterTurn)
    .sort((a, b) => turnAt(a.start) - turnAt(b.start) || a.start - b.start)
  const once = turned.filter(
    ({ term }, i) => turned.findIndex((other) => other.term === term) === i,
  )
  if (once.length < 2 || turnAt(once[0]?.start ?? 0) !== firstTurn) return []
  const places = once.map(({ term }) => terms[term]?.at ?? 0)
  const isInOrder = places.every((place, i) => place >= (places[i - 1] ?? 0))
  return isInOrder ? [] : once
}
