import { normalised } from '../cards/identity.ts'
import type { CardText } from './record.ts'
import { dice, type Trigrams, trigramsOf } from './trigrams.ts'

/** A text made ready for comparing. */
export type Profile = {
  readonly question: string
  readonly answer: string
  readonly questionGrams: Trigrams
  readonly answerGrams: Trigrams
  readonly wholeGrams: () => Trigrams
}

const longestQuestion = 1000
const longestAnswer = 2000
/** From here on one text is said to be the beginning of another. */
const shortestStart = 60

/** As much of a card's Markdown as is kept of it. */
export function keptText(question: string, answer: string): CardText {
  return { question: cut(question, longestQuestion), answer: cut(answer, longestAnswer) }
}

function cut(text: string, most: number): string {
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most
  return text.slice(0, end)
}

export function profileOf({ question, answer }: CardText): Profile {
  const key = { question: normalised(question), answer: normalised(answer) }
  let whole: Trigrams | undefined
  return {
    ...key,
    questionGrams: trigramsOf(key.question),
    answerGrams: trigramsOf(key.answer),
    wholeGrams: () => {
      whole ??= trigramsOf(key.question + key.answer)
      return whole
    },
  }
}

/**
 * How alike two cards are, from 0 to 1. `isCommon`: other cards ask the same, so that only the
 * answers can tell.
 */
export function likeness(a: Profile, b: Profile, isCommon: boolean): number {
  const answers = dice(a.answerGrams, b.answerGrams)
  const isSameQuestion = a.question === b.question && a.question !== ''
  if (isSameQuestion && isCommon) return answers
  if (isSameQuestion) return 0.6 + 0.4 * answers
  const questions = dice(a.questionGrams, b.questionGrams)
  // where an answer was not yet written, or no longer is, the question must speak alone
  if (a.answer === '' || b.answer === '') return 0.8 * questions
  const best = Math.max(answers, isStart(a.answer, b.answer) ? 0.9 : 0)
  const halves = (questions + best) / 2
  const oneSide = answers > 0.85 ? answers - 0.1 : 0
  // a line that moved from the answer into the question, or back, changes neither side for good
  const whole = dice(a.wholeGrams(), b.wholeGrams())
  return Math.max(halves, oneSide, whole > 0.85 ? whole - 0.1 : 0)
}

function isStart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= shortestStart && long.startsWith(short)
}
