import { saidFrom } from '../schedule/proposal.ts'
import type { Range } from '../search/ranges.ts'
import type { HeardAnswer } from './heard.ts'
import { matched, type PointMatch } from './match.ts'
import type { Term } from './terms.ts'
import {
  allSaid,
  type Closeness,
  decides,
  exactly,
  hardly,
  type IsTaken,
  nearly,
  quotedOf,
  rather,
  saidOf,
  type WrittenWay,
  type WrittenWays,
} from './written.ts'

/** Whether a point is said, or its opposite, or neither. */
export type PointVerdict = 'said' | 'open' | 'contradicted'

/** A key point, ready to be compared. */
export type PreparedPoint = {
  readonly text: string
  readonly head: readonly Term[]
  readonly details: readonly (readonly Term[])[]
  readonly written: WrittenWays
}

/** What a verdict rests on. */
export type VerdictReason = {
  /** Its own words, a wording that was written down, or members of what it names. */
  readonly by: 'words' | 'also' | 'not' | 'any'
  /** Those wordings. */
  readonly wordings: readonly string[]
  /** Words of the point that the answer lacks. */
  readonly lacking: readonly string[]
}

type Verdict = {
  readonly verdict: PointVerdict
  readonly credit: number
  readonly evidence: readonly Range[]
  readonly why: VerdictReason
}

/** From where on the words of a point are there, so that they can say its opposite. */
const mentionedFrom = 0.45
/** From which share of them on they do. */
const contraryFrom = 0.18
/** So many members stand for what they are members of. */
const enoughMembers = 2
/** What one of them says of it. */
const oneMember = 0.4

/**
 * What an answer says of each point. What somebody wrote down about it counts before its own words,
 * and words that are known to say one point count little for the others. `share` is what the answer
 * counts for, from 0 to 1.
 */
export function verdictsOf(
  points: readonly PreparedPoint[],
  heard: HeardAnswer,
  share: number,
): readonly Verdict[] {
  const quoted = points.map(({ written }) => decided(quotesIn(written, heard), 1))
  const written = points.map((point, i) => {
    return quoted[i] ?? byWriting(point, { heard, share, isTaken: takenBy(quoted, i) })
  })
  return points.map((point, i) => {
    return written[i] ?? byWords(point, { heard, share, isTaken: takenBy(written, i) })
  })
}

type Hearing = {
  readonly heard: HeardAnswer
  readonly share: number
  readonly isTaken: IsTaken
}

/** Whether a place is evidence for another point than this one. */
function takenBy(verdicts: readonly (Verdict | undefined)[], own: number): IsTaken {
  const others = verdicts.flatMap((one, i) => (i === own ? [] : (one?.evidence ?? [])))
  return (at) => others.some(({ start, end }) => start <= at && at < end)
}

type Found = { readonly right?: WrittenWay | undefined; readonly wrong?: WrittenWay | undefined }

function quotesIn({ also, not }: WrittenWays, heard: HeardAnswer): Found {
  return { right: quotedOf(also, heard), wrong: quotedOf(not, heard) }
}

/** What the wordings that were found say; undefined if there are none. */
function decided({ right, wrong }: Found, share: number): Verdict | undefined {
  if (
    wrong !== undefined &&
    (right === undefined || right.wording.folded.length <= wrong.wording.folded.length)
  ) {
    return against(wrong.evidence, because('not', [wrong]))
  }
  return right === undefined ? undefined : said(right.evidence, because('also', [right]), share)
}

function byWriting({ written }: PreparedPoint, hearing: Hearing): Verdict | undefined {
  const { heard, share, isTaken } = hearing
  const right = saidOf(written.also, heard, nearly, isTaken)
  const isWhole = right !== undefined && right.share >= mostlySaid
  const wrong = saidOf(written.not, heard, exactly, isTaken)
  const whole = decided({ right: isWhole ? right : undefined, wrong }, share)
  if (whole !== undefined) {
    return (isWhole ? rivalOf(written, hearing, rather, right.share) : undefined) ?? whole
  }
  const members = allSaid(written.any, heard, isTaken)
  if (members.length >= Math.min(enoughMembers, Math.max(1, written.any.length))) {
    const evidence = members.flatMap((one) => one.evidence)
    return said(evidence, because('any', members), share)
  }
  if (right === undefined || !decides(right.wording.terms(), right.told, written.not)) {
    return undefined
  }
  return (
    rivalOf(written, hearing, rather, right.share) ??
    said(right.evidence, because('also', [right]), share)
  )
}

/** The verdict against a point of whose usual wrong statements more is there than of what is right. */
function rivalOf(
  { not, also }: WrittenWays,
  { heard, isTaken }: Hearing,
  closeness: Closeness,
  right: number,
): Verdict | undefined {
  const rival = saidOf(not, heard, closeness, isTaken)
  if (rival === undefined || rival.share <= right) return undefined
  const other = saidOf(also, heard, hardly, isTaken)
  if (other !== undefined && rival.share <= other.share) return undefined
  return against(rival.evidence, because('not', [rival]))
}

function byWords({ text, head, details, written }: PreparedPoint, hearing: Hearing): Verdict {
  const { heard, share, isTaken } = hearing
  const ofHead = matched(head, text, heard, isTaken)
  const why: VerdictReason = { by: 'words', wordings: [], lacking: ofHead.lacking }
  const { credit, evidence, told } = withDetails(ofHead, details, heard)
  const isAgainst = ofHead.mentioned >= mentionedFrom && ofHead.against >= contraryFrom
  if (isAgainst && told < saidFrom) return against(ofHead.contrary, why)
  const least = allSaid(written.any, heard, isTaken).length > 0 ? oneMember : 0
  const much = Math.max(credit, least)
  // most points are not near enough to ask what is often said wrongly of them
  const isOpen = much > undecided && told < saidFrom && !decides(head, ofHead.told, written.not)
  const given = rounded((isOpen ? undecided : much) * share)
  const closeness = given >= saidFrom ? rather : nearly
  const rival = rivalOf(written, hearing, closeness, shareOf(head, ofHead.told))
  if (rival !== undefined) return rival
  const verdict = given >= saidFrom ? 'said' : 'open'
  return { verdict, credit: given, evidence: given > 0 ? joined(evidence) : [], why }
}

/** How much of what a text claims was said. */
function shareOf(terms: readonly Term[], told: ReadonlySet<Term>): number {
  const mass = terms.reduce((sum, { claim }) => sum + claim, 0)
  const got = [...told].reduce((sum, { claim }) => sum + claim, 0)
  return mass === 0 ? 0 : got / mass
}

/** With so much of a wording it is said, whatever else has these words. */
const mostlySaid = 0.75

/** What words may give that stand in a usual wrong statement as well. */
const undecided = 0.45

/** What a head alone, without its details, may give. */
const headShare = 0.8
/** The share of the details that is enough. */
const enough = 0.6

function withDetails(
  ofHead: PointMatch,
  details: readonly (readonly Term[])[],
  heard: HeardAnswer,
): Pick<PointMatch, 'credit' | 'evidence'> & { readonly told: number } {
  if (details.length === 0) return { ...ofHead, told: 0 }
  const ofDetails = details.map((terms) => matched(terms, '', heard))
  const sum = ofDetails.reduce((all, { credit }) => all + credit, 0)
  const told = Math.min(1, sum / Math.max(1, enough * details.length))
  const credit = 1 - (1 - headShare * ofHead.credit) * (1 - told)
  return { credit, told, evidence: [ofHead, ...ofDetails].flatMap(({ evidence }) => evidence) }
}

function said(evidence: readonly Range[], why: VerdictReason, share: number): Verdict {
  const credit = rounded(share)
  const verdict = credit >= saidFrom ? 'said' : 'open'
  return { verdict, credit, evidence: joined(evidence), why }
}

function against(evidence: readonly Range[], why: VerdictReason): Verdict {
  return { verdict: 'contradicted', credit: 0, evidence: joined(evidence), why }
}

function because(by: VerdictReason['by'], all: readonly WrittenWay[]): VerdictReason {
  return { by, wordings: all.map(({ wording }) => wording.text), lacking: [] }
}

function rounded(credit: number): number {
  return Math.round(credit * 1000) / 1000
}

function joined(all: readonly Range[]): readonly Range[] {
  const found: Range[] = []
  for (const { start, end } of all.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last === undefined || start > last.end) found.push({ start, end })
    else found[found.length - 1] = { start: last.start, end: Math.max(last.end, end) }
  }
  return found
}
