import { proposedGrade, saidFrom } from '../schedule/proposal.ts'
import type { Grade } from '../schedule/schedule.ts'
import { type Glossary, glossaryWith } from '../search/glossary.ts'
import type { Range } from '../search/ranges.ts'
import { fold } from '../search/text/fold.ts'
import { type AskedWordings, askedBy } from './asked.ts'
import type { KeyPoint } from './derive.ts'
import { heardAnswer } from './heard.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { isListed, isParting } from './plain-words.ts'
import { soupShare } from './soup.ts'
import { type Term, termsOf } from './terms.ts'
import type { PointVerdict, PreparedPoint, VerdictReason } from './verdict/ruling.ts'
import { verdictsOf } from './verdict/verdicts.ts'
import { writtenWays } from './verdict/written.ts'

/** What an answer says of a card's key points. */
export type Assessment = {
  /** The mean credit, from 0 to 1. */
  readonly coverage: number
  readonly points: readonly AssessedPoint[]
  readonly proposed: Grade
}

export type AssessedPoint = {
  readonly text: string
  /** How far the answer says it, from 0 to 1. */
  readonly credit: number
  /** Whether that is enough. */
  readonly covered: boolean
  readonly verdict: PointVerdict
  /** The words of the answer that counted, for the point or against it. */
  readonly evidence: readonly Range[]
  readonly why: VerdictReason
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
  return judgeOf(points, card, ownGlossary)(answer)
}

/** Compares one answer after another with the key points of a card. */
export function judgeOf(
  points: readonly KeyPoint[],
  card: AskedWordings,
  ownGlossary = '',
): (answer: string) => Assessment {
  const lexicon = lexiconOf(glossaryOf(ownGlossary))
  const verdictsIn = verdictsOf(preparedPoints(points, card, lexicon))
  const isWord = (text: string) =>
    (isListed(text) || lexicon.has(text)) && ![...text].some(isParting)
  return (answer) => {
    const heard = heardAnswer(withoutQuestion(answer.slice(0, longestAnswer), card), isWord)
    const share = soupShare(heard.folded)
    const verdicts = verdictsIn(heard, share)
    const found = verdicts.map(({ verdict, credit, evidence, why }, i): AssessedPoint => {
      const covered = credit >= saidFrom
      return { text: points[i]?.text ?? '', credit, covered, verdict, evidence, why }
    })
    const sum = found.reduce((all, { credit }) => all + credit, 0)
    const coverage = found.length === 0 ? 0 : Math.round((sum / found.length) * 1000) / 1000
    const isContradicted = found.some(({ verdict }) => verdict === 'contradicted')
    const proposed = proposedGrade(coverage, 'steady', isContradicted)
    return { coverage, points: found, proposed }
  }
}

let known: { readonly own: string; readonly glossary: Glossary } | undefined

function glossaryOf(own: string): Glossary {
  if (known?.own !== own) known = { own, glossary: glossaryWith(own) }
  return known.glossary
}

function preparedPoints(
  points: readonly KeyPoint[],
  card: AskedWordings,
  lexicon: Lexicon,
): readonly PreparedPoint[] {
  const parts = weighed(
    points.map(({ text, name = text, details }) =>
      [name, ...details].map((part) => termsOf(part, lexicon)),
    ),
    askedBy(card, lexicon),
  )
  return points.map(({ text, ways }, i) => {
    const [head = [], ...details] = parts[i] ?? []
    return { text, head, details, written: writtenWays(ways, lexicon) }
  })
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
  const isShared = (key: string) => (counts.get(key) ?? 1) > 1
  const shareOf = (key: string) => {
    if (isAsked(key)) return askedShare
    return 1 / (1 + 0.4 * ((counts.get(key) ?? 1) - 1))
  }
  return points.map((parts) =>
    parts.map((terms) =>
      terms.map((term) => ({
        ...term,
        weight: term.weight * shareOf(term.key),
        isTopic: isAsked(term.key) || isShared(term.key),
      })),
    ),
  )
}
