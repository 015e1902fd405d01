import { plain } from '../cards/blocks/inline.ts'
import type { Card } from '../cards/card.ts'
import { interviewer } from '../i18n/interviewer.ts'
import { keyPointsOf } from '../points/derive.ts'
import { saidFrom } from '../schedule/proposal.ts'
import { fold } from '../search/text/fold.ts'
import { eachToken } from '../search/text/tokens.ts'
import { comparedPoints } from './comparing.ts'
import type { Interview, Turn } from './interview.ts'
import { isSameText, ownAnswer, pressedCard } from './pressed.ts'

/** What a turn is pressed on with: another card, or a question about the same one. */
export type Pressed = {
  readonly card: Card | undefined
  readonly question: string
  /** What an answer must mention where the question is no card; Markdown inlines. */
  readonly keyPoints: readonly string[]
}

/** The cards at hand, each id once. */
export type CardsById = ReadonlyMap<string, Card>

/** An interviewer presses on twice at most. */
const most = 2
/** From this coverage on an answer deserves a deeper question. */
const goodCoverage = 0.6
/** How much of what a question is about another one must share to lie near it. */
const nearness = 0.25

/**
 * What comes after the last turn, if anything: after a good answer something deeper, from the card's
 * own follow-ups or a harder card near it; after a poor one a key point that it lacked.
 */
export function followUpOf(interview: Interview, cards: CardsById): Pressed | undefined {
  const { turns, followUps } = interview
  const last = turns.at(-1)
  const main = turns.findLast(({ follows }) => follows === undefined)
  if (!followUps || last === undefined || main === undefined) return undefined
  if (turns.length - 1 - main.turn >= most) return undefined
  const card = main.card === undefined ? undefined : cards.get(main.card)
  const isGood = wasGood(last, interview.exam)
  if (card === undefined || isGood === undefined) return undefined
  return isGood ? deeper(interview, card, cards) : wayIn(interview, main, card)
}

function deeper(interview: Interview, card: Card, cards: CardsById): Pressed | undefined {
  const open = openCards(interview, card, cards)
  const next = card.followUps
    .map(({ question }) => plain(question))
    .find((text) => !interview.turns.some((turn) => isSameText(turn.question, text)))
  if (next === undefined) return asked(harder(card, open))
  const known = open.find((one) =>
    [one.question, ...one.aliases].some((text) => isSameText(text, next)),
  )
  if (known !== undefined) return asked(known)
  const isTold = ownAnswer(card, next) !== undefined
  const points = isTold ? keyPointsOf(pressedCard(card, next)) : []
  return { card: undefined, question: next, keyPoints: points.map(({ text }) => text) }
}

/** The first key point that the answer lacked and nobody asked for yet, as a question. */
function wayIn({ turns }: Interview, main: Turn, card: Card): Pressed | undefined {
  const asked = new Set(turns.slice(main.turn + 1).flatMap(({ keyPoints }) => keyPoints))
  const point = lackedIn(main, card).find((text) => !asked.has(text))
  if (point === undefined) return undefined
  const said = plain(point).replace(/[\s.。;；:：,，]+$/, '')
  return { card: undefined, question: interviewer[card.language].missed(said), keyPoints: [point] }
}

/** Key points that an answer lacked; all of them where it was not compared. */
function lackedIn({ verdict, given, keyPoints }: Turn, card: Card): readonly string[] {
  if (verdict !== undefined) return verdict.coverage === undefined ? keyPoints : verdict.missed
  const points = keyPointsOf(card).filter(({ text }) => keyPoints.includes(text))
  const answer = given?.answer ?? ''
  return comparedPoints({ card, points, answer, before: undefined, glossary: '' })
    .filter(({ credit = 0 }) => credit < saidFrom)
    .map(({ text }) => text)
}

function asked(card: Card | undefined): Pressed | undefined {
  return card && { card, question: card.question, keyPoints: [] }
}

/** Undefined where nobody can say, or where an interviewer would go on. */
function wasGood({ given, verdict }: Turn, exam: boolean): boolean | undefined {
  if (given === undefined || given.ended === 'skipped') return undefined
  if (verdict !== undefined) return verdict.grade === 'good' || verdict.grade === 'easy'
  if (!exam || given.coverage === undefined) return undefined
  return given.coverage >= goodCoverage
}

/** Cards of the topic that the interview neither asked nor means to ask. */
function openCards({ turns, planned }: Interview, { topics, language }: Card, cards: CardsById) {
  const taken = new Set<string | undefined>([
    ...planned.map(({ card }) => card),
    ...turns.map(({ card }) => card),
  ])
  return [...cards.values()].filter(
    (one) =>
      !taken.has(one.id) &&
      one.language === language &&
      one.topics[0] === topics[0] &&
      one.answer.kind === 'written',
  )
}

const levels = ['junior', 'mid', 'senior']

function harder(card: Card, open: readonly Card[]): Card | undefined {
  const own = tokensOf(card)
  const fits = open
    .filter((one) => hardness(one) > hardness(card))
    .map((one) => ({ one, share: shared(own, tokensOf(one)) }))
    .filter(({ share }) => share >= nearness)
  const [best] = fits.sort((a, b) => b.share - a.share)
  return best?.one
}

// Without a level, what takes longer to tell is harder; a level counts for more than any length.
function hardness({ level, answer }: Card): number {
  const length = answer.kind === 'written' ? answer.markdown.length : 0
  return Math.max(0, levels.indexOf(level ?? 'mid')) + Math.min(0.9, length / 10_000)
}

function tokensOf({ question, keyPoints }: Card): ReadonlySet<string> {
  const text = [question, ...keyPoints].join('\n')
  const found = new Set<string>()
  eachToken(text, fold(text), {
    pair: (first, second) => void (second > 0 && found.add(String.fromCharCode(first, second))),
    word: (word) => void found.add(word),
    part: () => {},
    sign: () => {},
  })
  return found
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((token) => b.has(token)).length
  return both / Math.max(1, Math.min(a.size, b.size))
}
