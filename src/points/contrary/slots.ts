import type { TermHit } from '../hits.ts'
import type { Term } from '../terms.ts'

const slot = /^(?:默认|default)/

/**
 * Hits of a clause that gives what holds by default another value than the text does: it names the
 * thing and the default, and none of the words with which the text says what that is.
 */
export function otherDefault(terms: readonly Term[], near: readonly TermHit[]): readonly TermHit[] {
  const named = near.find(({ term }) => slot.test(terms[term]?.key ?? ''))
  const name = named && terms[named.term]
  if (named === undefined || name === undefined || named.sense <= 0) return []
  const values = terms.filter(
    (one) => one !== name && one.clause === name.clause && isValue(one, name),
  )
  const subjects = terms.filter((one) => one !== name && !values.includes(one))
  const isHere = (one: Term) =>
    near.some(({ term, clause }) => terms[term] === one && Math.abs(clause - named.clause) <= 1)
  const isTelling = ({ claim }: Term) => claim >= leastTelling
  if (!values.some(isTelling) || values.some(isHere)) return []
  const spoken = subjects.filter(isTelling)
  const isSpokenOf = spoken.length > 0 && spoken.filter(isHere).length * 2 >= spoken.length
  return isSpokenOf ? [named] : []
}

const leastTelling = 0.5

/** `默认 X` has the value behind it, `X by default` mostly before it. */
function isValue(one: Term, name: Term): boolean {
  return name.key > '\u2fff'
    ? one.at > name.at
    : name.shown.startsWith('defaults') && one.at > name.at
}
