import { proposedGrade, saidFrom } from '../schedule/proposal.ts'
import type { Grade } from '../schedule/schedule.ts'
import { type Glossary, glossaryWith } from '../search/glossary.ts'
import type { Range } from '../search/ranges.ts'
import { fold } from '../search/text/fold.ts'
import { type AskedWordings, askedBy } from './asked.ts'
import type { KeyPoint } from './derive.ts'
import { type HeardAnswer, heardAnswer } from './heard.ts'
import { lexiconOf } from './lexicon.ts'
import { matched } from './match.ts'
import { isListed, isParting } from './plain-words.ts'
import { soupShare } from './soup.ts'
import { type Term, termsOf } from './terms.ts'

/** What an answer says of a card's key points. */
export type Assessment = {
  /** The mean credit, from 0 to 1. */
  readonly coverage: number
  readonly points: readonly AssessedPoint[]
  readonly proposed: Grade
}

/** Whether a point is said, or its opposite, or neither. */
export type PointVerdict = 'said' | 'open' | 'contradicted'

export type AssessedPoint = {
  readonly text: string
  /** How far the answer says it, from 0 to 1. */
  readonly credit: number
  /** Whether that is enough. */
  readonly covered: boolean
  readonly verdict: PointVerdict
  /** The words of the answer that counted. */
  readonly evidence: readonly Range[]
}

/** Text beyond this is not looked at. */
const longestAnswer = 60_000

/** Compares an answer with the key points of a card. `ownGlossary` holds the person's own lines. */
export function assessed(
  points: readonly KeyPoint[],
  answer: string,
  card: AskedWordings,
  ownGlossary = '',
): Assessment {
  const lexicon = lexiconOf(glossaryOf(ownGlossary))
  const isAsked = askedBy(card, lexicon)
  const heard = heardAnswer(
    withoutQuestion(answer.slice(0, longestAnswer), card),
    (text) => (isListed(text) || lexicon.has(text)) && ![...text].some(isParting),
  )
  const share = soupShare(heard.folded)
  const parts = weighed(
    points.map(({ text, details }) => [text, ...details].map((part) => termsOf(part, lexicon))),
    isAsked,
  )
  const found = points.map(({ text }, i): AssessedPoint => {
    const { credit, evidence, contrary } = creditOf(parts[i] ?? [], text, heard)
    if (contrary !== undefined) {
      return { text, credit: 0, covered: false, verdict: 'contradicted', evidence: contrary }
    }
    const given = Math.round(credit * share * 1000) / 1000
    const covered = given >= saidFrom
    const verdict = covered ? 'said' : 'open'
    return { text, credit: given, covered, verdict, evidence: given > 0 ? evidence : [] }
  })
  const sum = found.reduce((all, { credit }) => all + credit, 0)
  const coverage = found.length === 0 ? 0 : Math.round((sum / found.length) * 1000) / 1000
  return { coverage, points: found, proposed: proposedGrade(coverage) }
}

let known: { readonly own: string; readonly glossary: Glossary } | undefined

function glossaryOf(own: string): Glossary {
  if (known?.own !== own) known = { own, glossary: glossaryWith(own) }
  return known.glossary
}

/** The answer with the question blotted out where it only repeats it; offsets stay. */
function withoutQuestion(answer: string, { question, aliases }: AskedWordings): string {
  let left = answer
  for (const asked of [question, ...aliases]) {
    const wanted = fold(asked.replace(/[?？。.\s]+$/, ''))
    if (wanted.length < shortestQuestion) continue
    const parts: string[] = []
    let at = 0
    for (const { length } of fold(left).split(wanted)) {
      parts.push(left.slice(at, at + length))
      at += length + wanted.length
    }
    left = parts.join(' '.repeat(wanted.length))
  }
  return left
}

const shortestQuestion = 4
const askedShare = 0.3

/** Terms that the question holds, or many of the points, tell little. */
function weighed(
  points: readonly (readonly (readonly Term[])[])[],
  isAsked: (key: string) => boolean,
): readonly (readonly (readonly Term[])[])[] {
  const counts = new Map<string, number>()
  for (const parts of points) {
    for (const key of new Set(parts.flatMap((terms) => terms.map(({ key }) => key)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const shareOf = (key: string) => {
    if (isAsked(key)) return askedShare
    return 1 / (1 + 0.4 * ((counts.get(key) ?? 1) - 1))
  }
  return points.map((parts) =>
    parts.map((terms) =>
      terms.map((term) => ({ ...term, weight: term.weight * shareOf(term.key) })),
    ),
  )
}

/** From where on the words of a point are there, so that they can say its opposite. */
const mentionedFrom = 0.45
/** From which share of them on they do. */
const contraryFrom = 0.18

/** What a head alone, without its details, may give. */
const headShare = 0.8
/** The share of the details that is enough. */
const enough = 0.6

function creditOf(
  [head = [], ...details]: readonly (readonly Term[])[],
  text: string,
  heard: HeardAnswer,
): {
  readonly credit: number
  readonly evidence: readonly Range[]
  readonly contrary?: readonly Range[]
} {
  const ofHead = matched(head, text, heard)
  if (details.length === 0) {
    const { credit, mentioned, against, contrary } = ofHead
    const evidence = joined(ofHead.evidence)
    if (mentioned >= mentionedFrom && against >= contraryFrom) {
      return { credit, evidence, contrary: joined(contrary) }
    }
    return { credit, evidence }
  }
  const ofDetails = details.map((terms) => matched(terms, '', heard))
  const sum = ofDetails.reduce((all, { credit }) => all + credit, 0)
  const told = Math.min(1, sum / Math.max(1, enough * details.length))
  const credit = 1 - (1 - headShare * ofHead.credit) * (1 - told)
  return { credit, evidence: joined([ofHead, ...ofDetails].flatMap(({ evidence }) => evidence)) }
}

function joined(all: readonly Range[]): readonly Range[] {
  const found: Range[] = []
  for (const { start, end } of [...all].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last === undefined || start > last.end) found.push({ start, end })
    else found[found.length - 1] = { start: last.start, end: Math.max(last.end, end) }
  }
  return found
}
