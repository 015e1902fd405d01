import type { Hit } from '../hits.ts'
import type { Term } from '../terms.ts'
import { firstTurn, laterTurn } from './turns.ts'

/**
 * Hits that give each of two parts of a text what belongs to the other: “threads for waiting,
 * processes for computing” the other way round. None if it is as the text says.
 */
export function swappedRoles(terms: readonly Term[], hits: readonly Hit[]): readonly Hit[] {
  const parts = [...new Set(terms.map(({ clause }) => clause))]
  for (const [i, one] of parts.entries()) {
    for (const other of parts.slice(i + 1)) {
      const isOne = (term: number) => terms[term]?.clause === one
      const isOther = (term: number) => terms[term]?.clause === other
      const strayed = strays(hits, isOne, isOther)
      const back = strays(hits, isOther, isOne)
      if (strayed.length > 0 && back.length > 0) return [...strayed, ...back]
    }
  }
  return []
}

type IsPart = (term: number) => boolean

/** Hits of a part that stand beside none of its own words but beside those of the other. */
function strays(hits: readonly Hit[], isOwn: IsPart, isOther: IsPart): readonly Hit[] {
  const own = hits.filter(({ term, sense }) => isOwn(term) && sense > 0)
  if (new Set(own.map(({ term }) => term)).size < 2) return []
  const others = hits.filter(({ term, sense }) => isOther(term) && sense > 0)
  if (new Set(others.map(({ term }) => term)).size < 2) return []
  const isBeside = (hit: Hit, some: readonly Hit[]) =>
    some.some(({ clause, term }) => clause === hit.clause && term !== hit.term)
  const home = new Set(own.filter((hit) => isBeside(hit, own)).map(({ term }) => term))
  return own.filter((hit) => !home.has(hit.term) && isBeside(hit, others) && !isBeside(hit, own))
}

/** Hits of a list whose order the answer turns round, where it gives one. */
export function swappedOrder(
  terms: readonly Term[],
  hits: readonly Hit[],
  turnAt: (offset: number) => number,
): readonly Hit[] {
  const inList = hits.filter(({ term, sense }) => terms[term]?.isListed === true && sense > 0)
  const turned = inList
    .filter(({ start }) => turnAt(start) === firstTurn || turnAt(start) === laterTurn)
    .sort((a, b) => turnAt(a.start) - turnAt(b.start) || a.start - b.start)
  const once = turned.filter(
    ({ term }, i) => turned.findIndex((other) => other.term === term) === i,
  )
  if (once.length < 2 || turnAt(once[0]?.start ?? 0) !== firstTurn) return []
  const isInOrder = once.every(({ term }, i) => term >= (once[i - 1]?.term ?? 0))
  return isInOrder ? [] : once
}
