import type { Range } from '../search/ranges.ts'
import { denied, perhaps } from './contrary/denial.ts'
import type { Quantity } from './contrary/quantities.ts'
import { noTurn } from './contrary/turns.ts'
import type { HeardAnswer } from './heard.ts'
import type { Term, Way } from './terms.ts'

/** A place of an answer that says a term, or its opposite. */
export type TermHit = Range & {
  /** Which of the terms. */
  readonly term: number
  /** From 1, it says the term, to -1, it says the opposite. */
  readonly sense: number
  /** Whether it is another thing of the kind, of which the clause speaks instead. */
  readonly isOther: boolean
  /** Whether it agrees because the opposite is denied. */
  readonly isDouble: boolean
  readonly isDenied: boolean
  /** Which denial of the answer it stands in, from 1; 0 for none. */
  readonly group: number
  readonly clause: number
  readonly sentence: number
}

/** What a word counts of which it is open whether it is denied. */
export const openShare = 0.5
/** How surely the opposite of a word is there where a word stands that excludes it. */
const oppositeShare = 0.9
/** How surely it is the opposite where only another word for it is denied. */
const looseShare = 0.35
/** What a word counts of which it is only said that it matters. */
const hollowShare = 0.35
/** What a word counts that is known to say something else. */
const takenShare = 0.1
const surely = 0.95
const mostPlaces = 400

export type Hearing = {
  /** Whether it tells things apart, so that denials say nothing against it. */
  readonly comparesOnly?: boolean
  /** Whether what stands there is known to say something else. */
  readonly isTaken?: (at: number) => boolean
}

function untaken(): boolean {
  return false
}

/** Where an answer says any of these terms, or what excludes them. */
export function hitsOf(
  terms: readonly Term[],
  heard: HeardAnswer,
  { comparesOnly = false, isTaken = untaken }: Hearing = {},
): readonly TermHit[] {
  const own = terms
    .flatMap((term, i) => ownHits(term, i, heard, comparesOnly))
    .map((hit) => (isTaken(hit.start) ? { ...hit, sense: hit.sense * takenShare } : hit))
  const all = comparesOnly ? own : [...own, ...oppositeHits(terms, own, heard)]
  return all.toSorted((a, b) => a.start - b.start)
}

function ownHits(
  term: Term,
  index: number,
  heard: HeardAnswer,
  comparesOnly: boolean,
): readonly TermHit[] {
  const hits: TermHit[] = []
  const add = (place: Range, share: number) => {
    const agrees = comparesOnly ? 1 : agreement(term, place.start, heard)
    // another word for it may be another thing, and say no opposite
    const sense = agrees < 0 && share < surely ? agrees * share * looseShare : agrees * share
    hits.push(hitAt(place, index, heard.isHollow(place.start) ? sense * hollowShare : sense, heard))
  }
  for (const { text, share } of term.ways) {
    for (const place of heard.places(text)) {
      add(place, share)
      if (hits.length >= mostPlaces) return hits
    }
  }
  const { quantity } = term
  if (quantity !== undefined) {
    for (const one of heard.quantities) if (isSame(quantity, one)) add(one, 1)
  }
  return hits
}

function hitAt(
  { start, end }: Range,
  term: number,
  sense: number,
  heard: HeardAnswer,
  { isOther = false, isDouble = false } = {},
): TermHit {
  const { index: clause, sentence } = heard.clause(start)
  const group = heard.group(start)
  const isDenied = heard.denied(start) === denied
  return { start, end, term, sense, isOther, isDouble, isDenied, group, clause, sentence }
}

/** From 1, the answer says of a word what the term says, to -1, the opposite. */
function agreement(term: Term, at: number, heard: HeardAnswer): number {
  const turn = heard.turn(at)
  if (term.turn !== noTurn && turn !== noTurn && term.turn !== turn) return -1
  const agrees = alike(term.denied, heard.denied(at))
  // where both deny something it may be the same in other words
  return agrees < 0 && term.nearDenial && heard.nearDenial(at) ? openShare : agrees
}

function alike(one: number, other: number): number {
  if (one === other) return 1
  return one === perhaps || other === perhaps ? openShare : -1
}

/** Words that exclude a term, and other quantities of its kind, where other words of the text stand. */
function oppositeHits(
  terms: readonly Term[],
  hits: readonly TermHit[],
  heard: HeardAnswer,
): readonly TermHit[] {
  const names = new Set(terms.flatMap(({ ways }) => ways.filter(isSure).map(({ text }) => text)))
  const beside = new Set(hits.filter(({ sense }) => sense > 0).map(({ clause }) => clause))
  const found: TermHit[] = []
  if (beside.size === 0) return found
  for (const [term, { opposites, quantity, denied: how }] of terms.entries()) {
    // a text that names both compares them
    const isCompared = opposites?.names.some((name) => names.has(name)) === true
    const others = isCompared ? [] : (opposites?.names ?? []).flatMap(heard.places)
    const amounts =
      quantity === undefined ? [] : heard.quantities.filter((one) => isOther(quantity, one))
    for (const place of [...others, ...amounts]) {
      if (!beside.has(heard.clause(place.start).index)) continue
      if (hits.some((hit) => hit.start < place.end && place.start < hit.end)) continue
      const sense = -alike(how, heard.denied(place.start)) * oppositeShare
      const isThing = opposites?.isThing === true || quantity !== undefined
      // that it is not the one is not to say that it is the other
      if (isThing && sense > 0 && !isCount(quantity)) continue
      const isOther = sense < 0 && opposites?.isThing === true
      found.push(hitAt(place, term, sense, heard, { isOther, isDouble: sense > 0 }))
    }
  }
  return found
}

function isSure({ share }: Way): boolean {
  return share >= surely
}

function isSame(one: Quantity, other: Quantity): boolean {
  if (one.kind === other.kind) return one.value === other.value || isAbout(one.value, other.value)
  const isBare = one.kind === '' || other.kind === ''
  return isBare && one.value === other.value && one.value > mostSmall
}

/** Small numbers are everywhere, so that the same one counts only of the same kind. */
const mostSmall = 2

/** Large numbers are said roughly. */
function isAbout(one: number, other: number): boolean {
  return Math.min(one, other) >= 1000 && Math.max(one, other) <= 1.25 * Math.min(one, other)
}

/** Another amount of the same, or a number of the same make: 301 and 302, 3.13 and 3.14. */
function isOther(one: Quantity, other: Quantity): boolean {
  if (one.kind !== other.kind || isSame(one, other)) return false
  return one.kind !== '' || makeOf(one.value) === makeOf(other.value)
}

function isCount(quantity: Quantity | undefined): boolean {
  return quantity?.kind === 'times'
}

function makeOf(value: number): string {
  if (value >= 10_000) return 'large'
  return Number.isInteger(value) ? String(String(value).length) : 'fraction'
}
