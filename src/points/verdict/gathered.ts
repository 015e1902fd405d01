import type { Range } from '../../search/ranges.ts'
import type { HeardAnswer } from '../heard.ts'
import type { Term } from '../terms.ts'
import type { IsTaken, WrittenWays } from './written.ts'

type Told = {
  readonly head: readonly Term[]
  readonly details: readonly (readonly Term[])[]
  readonly written: Pick<WrittenWays, 'also'>
}

/** The words of a point and of all that is written to say it, each with what it counts. */
export type Gathered = readonly { readonly term: Term; readonly weight: number }[]

/** How much of them stands together in an answer, a telling word being 1, and how much there is. */
export type Gathering = {
  readonly sum: number
  readonly mass: number
  readonly evidence: readonly Range[]
  /** Which words those are. */
  readonly keys: ReadonlySet<string>
}

/** What a word counts that the question holds, or another point. */
const topicShare = 0.3
/** With less it is in too many points to tell one. */
const leastWeight = 0.25
/** Names that are less surely the same are none. */
const leastShare = 0.85
/** What a word counts that the answer denies and the point does not, or the other way round. */
const deniedShare = 0.3

/** The words of each point of a card. */
export function gatheredOf(points: readonly Told[]): readonly Gathered[] {
  const all = points.map(({ head, details, written }) => [
    ...head,
    ...details.flat(),
    ...written.also.flatMap((wording) => wording.terms()),
  ])
  const counts = new Map<string, number>()
  for (const terms of all) {
    for (const key of new Set(terms.map(({ key }) => key))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const topics = new Set(
    points.flatMap(({ head }) => head.filter(({ isTopic }) => isTopic).map(({ key }) => key)),
  )
  return all.map((terms) =>
    [...new Map(terms.toReversed().map((term) => [term.key, term])).values()].flatMap((term) => {
      const share = (topics.has(term.key) ? topicShare : 1) / (counts.get(term.key) ?? 1)
      const weight = Math.min(1, term.claim) * share
      return term.quantity === undefined && weight >= leastWeight ? [{ term, weight }] : []
    }),
  )
}

type Place = Range & { readonly key: string; readonly worth: number; readonly clause: number }

/** Where most of them that say nothing else stand together: in a clause and the next, each once. */
export function gatheredIn(gathered: Gathered, heard: HeardAnswer, isTaken: IsTaken): Gathering {
  const mass = gathered.reduce((sum, { weight }) => sum + weight, 0)
  const inClause = new Map<number, Place[]>()
  for (const { term, weight } of gathered) {
    for (const place of placesOf(term, weight, heard)) {
      if (isTaken(place.start)) continue
      const before = inClause.get(place.clause)
      if (before === undefined) inClause.set(place.clause, [place])
      else before.push(place)
    }
  }
  let best: Gathering = { sum: 0, mass, evidence: [], keys: new Set() }
  for (const [clause, places] of inClause) {
    const near = apart([...places, ...(inClause.get(clause + 1) ?? [])])
    const sum = sumOf(near)
    if (sum > best.sum) {
      best = { sum, mass, evidence: near, keys: new Set(near.map(({ key }) => key)) }
    }
  }
  return best
}

/** Of places those that are worth most, each word and each stretch once. */
function apart(places: readonly Place[]): readonly Place[] {
  const found: Place[] = []
  for (const place of places.toSorted((a, b) => b.worth - a.worth)) {
    const isNew = found.every(
      ({ key, start, end }) => key !== place.key && (end <= place.start || place.end <= start),
    )
    if (isNew) found.push(place)
  }
  return found
}

function sumOf(near: readonly Place[]): number {
  const [one, other] = near
  // two words of two clauses may be chance
  if (near.length === 2 && one?.clause !== other?.clause) return one?.worth ?? 0
  return near.reduce((all, { worth }) => all + worth, 0)
}

function placesOf(term: Term, weight: number, heard: HeardAnswer): readonly Place[] {
  return term.ways
    .filter(({ share }) => share >= leastShare)
    .flatMap(({ text, share }) =>
      heard.places(text).flatMap(({ start, end }) => {
        if (end - start < 2 || heard.isHollow(start)) return []
        const agrees = heard.denied(start) === term.denied ? 1 : deniedShare
        const { index: clause } = heard.clause(start)
        return [{ start, end, key: term.key, worth: weight * share * agrees, clause }]
      }),
    )
}
