import { saidFrom } from '../../schedule/proposal.ts'
import type { HeardAnswer } from '../heard.ts'
import { matched, type PointMatch } from '../match.ts'
import type { Term } from '../terms.ts'
import { type Gathered, gatheredIn, gatheredOf } from './gathered.ts'
import { outweighing, rivalOf, wrongOf } from './rivals.ts'
import {
  against,
  because,
  joined,
  type PreparedPoint,
  type Ruling,
  rounded,
  said,
  undecided,
  type VerdictReason,
} from './ruling.ts'
import { doubted, trusted } from './trust.ts'
import {
  allSaid,
  type Closeness,
  decides,
  exactly,
  type IsTaken,
  nearly,
  quotedOf,
  rather,
  saidOf,
  type WrittenWay,
  type WrittenWays,
} from './written.ts'

/** From where on the words of a point are there, so that they can say its opposite. */
const mentionedFrom = 0.45
/** From which share of them on they do. */
const contraryFrom = 0.18
/** So many members stand for what they are members of. */
const enoughMembers = 2
/** What one of them says of it. */
const oneMember = 0.4

/**
 * Tells what an answer says of each point. What somebody wrote down about it counts before its own
 * words, and words that are known to say one point count little for the others; in the end an answer
 * that says something wrong is trusted less. `share` is what the answer counts for, from 0 to 1.
 */
export function verdictsOf(
  points: readonly PreparedPoint[],
): (heard: HeardAnswer, share: number) => readonly Ruling[] {
  let gathered: readonly Gathered[] | undefined
  return (heard, share) => {
    const quoted = points.map(({ written }) => decided(quotesIn(written, heard), 1))
    const found = first(points, quoted, heard, share)
    const isTrusted = found.every(({ verdict }) => verdict !== 'contradicted')
    gathered ??= gatheredOf(points)
    const inAll = gathered
    return found.map((one, i) => {
      const point = points[i]
      const isAsked = one.verdict === (isTrusted ? 'open' : 'said') && one.why.by !== 'any'
      if (point === undefined || quoted[i] !== undefined || !isAsked) return one
      const gathering = gatheredIn(inAll[i] ?? [], heard, takenBy(quoted, i))
      return isTrusted ? trusted(one, point, gathering, share) : doubted(one, point, gathering)
    })
  }
}

/** The verdicts on each point by itself. */
function first(
  points: readonly PreparedPoint[],
  quoted: readonly (Ruling | undefined)[],
  heard: HeardAnswer,
  share: number,
): readonly Ruling[] {
  const written = points.map((point, i) => {
    return quoted[i] ?? byWriting(point, { heard, share, isTaken: takenBy(quoted, i) })
  })
  return points.map((point, i) => {
    const hearing = { heard, share, isTaken: takenBy(written, i) }
    return quoted[i] ?? weighed(point, written[i] ?? byWords(point, hearing), hearing)
  })
}

/** The verdict, unless more speaks against it: own words turned round, or a usual wrong statement. */
function weighed(point: PreparedPoint, found: Ruling, hearing: Hearing): Ruling {
  if (found.credit < saidFrom) return found
  const turned = found.why.by === 'words' ? undefined : turnedRound(point, hearing)
  if (turned !== undefined || found.why.by === 'any') return turned ?? found
  const { evidence } = found
  const wrong = outweighing(point.written, { evidence, terms: point.head }, hearing.heard)
  return wrong === undefined ? found : against(wrong.evidence, because('not', [wrong]))
}

type Hearing = {
  readonly heard: HeardAnswer
  readonly share: number
  readonly isTaken: IsTaken
}

/** Whether a place is evidence for another point than this one. */
function takenBy(verdicts: readonly (Ruling | undefined)[], own: number): IsTaken {
  const others = verdicts.flatMap((one, i) => (i === own ? [] : (one?.evidence ?? [])))
  return (at) => others.some(({ start, end }) => start <= at && at < end)
}

type Found = { readonly right?: WrittenWay | undefined; readonly wrong?: WrittenWay | undefined }

function quotesIn({ also, not }: WrittenWays, heard: HeardAnswer): Found {
  return { right: quotedOf(also, heard), wrong: quotedOf(not, heard) }
}

/** What the wordings that were found say; undefined if there are none. */
function decided({ right, wrong }: Found, share: number): Ruling | undefined {
  if (
    wrong !== undefined &&
    (right === undefined || right.wording.folded.length <= wrong.wording.folded.length)
  ) {
    return against(wrong.evidence, because('not', [wrong]))
  }
  return right === undefined ? undefined : said(right.evidence, because('also', [right]), share)
}

function byWriting(point: PreparedPoint, hearing: Hearing): Ruling | undefined {
  const { written } = point
  const { heard, share, isTaken } = hearing
  const right = saidOf(written.also, heard, nearly, isTaken)
  const isWhole = right !== undefined && right.share >= mostlySaid
  const wrong = wrongOf(point, heard, { closeness: exactly, isTaken })
  const whole = decided({ right: isWhole ? right : undefined, wrong }, share)
  if (whole !== undefined) {
    return (isWhole ? rivalTo(point, hearing, rather, right.share) : undefined) ?? whole
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
    rivalTo(point, hearing, rather, right.share) ??
    said(right.evidence, because('also', [right]), share)
  )
}

/** The verdict against a point of which more is said wrongly than rightly. */
function rivalTo(
  point: PreparedPoint,
  { heard, isTaken }: Hearing,
  closeness: Closeness,
  right: number,
): Ruling | undefined {
  const rival = rivalOf(point, heard, { closeness, isTaken }, right)
  return rival && against(rival.evidence, because('not', [rival]))
}

/** The verdict against a point whose own words stand for its opposite, whatever else is said of it. */
function turnedRound({ text, head }: PreparedPoint, { heard, isTaken }: Hearing) {
  const ofHead = matched(head, text, heard, isTaken)
  return isAgainst(ofHead) ? against(ofHead.contrary, byOwnWords(ofHead)) : undefined
}

function isAgainst({ mentioned, against: contrary }: PointMatch): boolean {
  return mentioned >= mentionedFrom && contrary >= contraryFrom
}

function byOwnWords({ lacking }: PointMatch): VerdictReason {
  return { by: 'words', wordings: [], lacking }
}

function byWords(point: PreparedPoint, hearing: Hearing): Ruling {
  const { text, head, details, written } = point
  const { heard, share, isTaken } = hearing
  const ofHead = matched(head, text, heard, isTaken)
  const why = byOwnWords(ofHead)
  const { credit, evidence, told } = withDetails(ofHead, details, heard)
  if (isAgainst(ofHead) && told < saidFrom) return against(ofHead.contrary, why)
  const least = allSaid(written.any, heard, isTaken).length > 0 ? oneMember : 0
  const much = Math.max(credit, least)
  // most points are not near enough to ask what is often said wrongly of them
  const isOpen = much > undecided && told < saidFrom && !decides(head, ofHead.told, written.not)
  const given = rounded((isOpen ? undecided : much) * share)
  const closeness = given >= saidFrom ? rather : nearly
  const rival = rivalTo(point, hearing, closeness, shareOf(head, ofHead.told))
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
