import { normalised } from '../cards/mint-id.ts'
import type { CardText } from './record.ts'
import { dice, type Trigrams, trigramsOf, type Weights } from './trigrams.ts'

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
/** More in common than this speaks for itself. */
const mostOfIt = 0.6
/** Answers below this length are shared by many questions. */
const shortestAlone = 16
/**
 * "What is the difference between …" is asked about everything: answers with less in common, and at
 * least so long, say that the questions are two.
 */
const strange = 0.2
const shortestWord = 40
/** The most that such a pair may reach: somebody has to say. */
const doubtful = 0.39

/** The letters of a text, for counting what is common. */
export function lettersOf({ question, answer }: CardText): string {
  return normalised(question) + normalised(answer)
}

/** As much of a card's Markdown as is kept of it. */
export function keptText(question: string, answer: string): CardText {
  return { question: cut(question, longestQuestion), answer: cut(answer, longestAnswer) }
}

function cut(text: string, most: number): string {
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most
  return text.slice(0, end)
}

/** `most`: so many characters of each part are compared. */
export function profileOf(
  { question, answer }: CardText,
  weightOf: Weights,
  most: number,
): Profile {
  const key = {
    question: normalised(question).slice(0, most),
    answer: normalised(answer).slice(0, most),
  }
  let whole: Trigrams | undefined
  return {
    ...key,
    questionGrams: trigramsOf(key.question, weightOf),
    answerGrams: trigramsOf(key.answer, weightOf),
    wholeGrams: () => {
      whole ??= trigramsOf(key.question + key.answer, weightOf)
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
  // a line that moved from the answer into the question, or back, leaves the whole as it was
  const mayMove = Math.max(answers, questions) > strange || a.answer === '' || b.answer === ''
  const asWhole = mayMove ? alone(dice(a.wholeGrams(), b.wholeGrams())) : 0
  // where an answer was not yet written, or no longer is, the question must speak alone
  if (a.answer === '' || b.answer === '') return Math.max(0.8 * questions, asWhole)
  const best = isStart(a.answer, b.answer) ? Math.max(answers, 0.9) : answers
  const length = Math.min(a.answer.length, b.answer.length)
  const isContradicted = best < strange && length >= shortestWord
  const halves = Math.min((questions + best) / 2, isContradicted ? doubtful : 1)
  // many questions have "O(n log n)" for an answer
  return Math.max(halves, asWhole, length < shortestAlone ? 0 : alone(answers))
}

/** What much in common is worth where the rest says nothing. */
function alone(share: number): number {
  return share > mostOfIt ? share - 0.15 : 0
}

function isStart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= shortestStart && long.startsWith(short)
}
