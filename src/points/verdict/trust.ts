import type { Gathering } from './gathered.ts'
import { type PreparedPoint, type Ruling, said, undecided, type VerdictReason } from './ruling.ts'

/** So much of all that is written to say a point says it in an answer that says nothing wrong. */
const gatheredEnough = 1.5
/** So much says all of it. */
const gatheredWhole = 3
/** In one that does, less of it, and less of what there is, is no sign that it is said. */
const gatheredShare = 0.3

/** The verdict on an open point in an answer that says nothing wrong; `share` is what that counts for. */
export function trusted(
  one: Ruling,
  { written }: PreparedPoint,
  { sum, evidence, keys }: Gathering,
  share: number,
): Ruling {
  if (sum * share < gatheredEnough) return one
  const much = share * Math.min(1, sum / gatheredWhole)
  const ways = written.also.filter((wording) => wording.terms().some(({ key }) => keys.has(key)))
  if (ways.length === 0) return said(evidence, { ...one.why, by: 'words', wordings: [] }, much)
  const wordings = ways.map(({ text }) => text)
  return said(evidence, { by: 'also', wordings, lacking: [] }, much)
}

/** The verdict on a point that seems said in an answer that says something wrong. */
export function doubted(
  one: Ruling,
  { head }: PreparedPoint,
  { sum, mass, keys }: Gathering,
): Ruling {
  if (sum >= Math.min(gatheredEnough, gatheredShare * mass)) return one
  const lacking = head.filter(({ key }) => !keys.has(key)).map(({ shown }) => shown)
  const why: VerdictReason = { by: 'words', wordings: [], lacking }
  return { ...one, verdict: 'open', credit: Math.min(one.credit, undecided), why }
}
