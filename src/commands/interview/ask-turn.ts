import type { Card } from '../../cards/card.ts'
import { type Choices, choicesOf, letterOf } from '../../cards/choices.ts'
import type { HostPart } from '../../host/host.ts'
import type { AnswerGiven } from '../../interview/answer.ts'
import { heardCoverage, pointsOf } from '../../interview/comparing.ts'
import type { Turn } from '../../interview/interview.ts'
import { leftMs, type ToAsk } from '../../interview/next.ts'
import { pressedCard } from '../../interview/pressed.ts'
import type { Asked } from '../../interview/step.ts'
import type { KeyPoint } from '../../points/derive.ts'
import { answeredLines, type QuestionPosition } from '../../screens/answer/draw.ts'
import { askScreen } from '../../screens/answer/screen.ts'
import { contentOf, keptOf, type Subject } from '../../screens/answer/state.ts'
import { loadQuestion, questionText } from '../../view/card-page.ts'
import type { Printed } from '../../view/layout.ts'
import { ownPoints } from '../review/own-points.ts'
import { afterStep, type RunningInterview } from './running-interview.ts'

/** Puts a question on the table: from now on it has been asked. */
export function putQuestion(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  running: RunningInterview,
  { card, ...rest }: ToAsk,
): Promise<RunningInterview> {
  const { turns } = running.interview
  const main = rest.follows === undefined ? undefined : turns[rest.follows]
  const asked: Asked = {
    turn: turns.length,
    at: host.clock.now(),
    card: card?.id,
    follows: rest.follows,
    question: rest.question,
    topic: card?.topics[0] ?? main?.topic ?? '',
    keyPoints: card === undefined ? rest.keyPoints : choicesOf(card) ? [] : pointTexts(host, card),
    limitMs: Math.round(rest.limitMs),
  }
  return afterStep(host, running, { kind: 'asked', ...asked })
}

function pointTexts(host: HostPart<'store'>, card: Card): readonly string[] {
  return ownPoints(host, card).map(({ text }) => text)
}

/**
 * Has the question on the table answered, going on from what was kept of it; undefined if the person
 * left, and then all there is of the answer is kept.
 */
export async function answerTurn(
  host: HostPart<'terminal' | 'store'>,
  running: RunningInterview,
  turn: Turn,
): Promise<RunningInterview | undefined> {
  const { store, interview } = running
  const { terminal } = host
  const card = cardOf(running, turn)
  const choices = card && choicesOf(card)
  const kept = store.kept(interview.name)
  const keep = (content: unknown, answer: () => ReturnType<typeof keptOf>) =>
    store.keep(interview.name, content, () => ({ turn: turn.turn, ...answer() }))
  const question = await loadAsked(running, turn, host)
  const screen = askScreen(
    subjectOf(turn, card, choices),
    {
      mode: interview.mode,
      limitMs: turn.limitMs,
      soft: interview.soft,
      overallMs: leftMs(interview),
      kept: kept?.turn === turn.turn ? kept : undefined,
      onChange: (state) => keep(contentOf(state), () => keptOf(state)),
    },
    positionOf(running, turn),
    question,
  )
  terminal.print(screen.above(terminal.look()))
  const editIn = store.editing(interview.name, turn.turn)
  const { ended, ...answer } = await terminal.live({ ...screen, editIn })
  if (ended === 'left') {
    keep(undefined, () => ({ ...answer, text: answer.answer }))
    return undefined
  }
  const coverage =
    choices === undefined ? coveredBy(host, running, turn, answer) : chosen(choices, answer)
  const step = { kind: 'answered', turn: turn.turn, ended, ...answer, coverage } as const
  const next = await afterStep(host, running, step)
  store.forget(interview.name)
  const answered = next.interview.turns[turn.turn] ?? turn
  terminal.print(answeredLines(answered, interview.mode, terminal.look()))
  return next
}

/** The card of a turn, if it has one that is still there. */
export function cardOf({ cards }: RunningInterview, { card }: Turn): Card | undefined {
  return card === undefined ? undefined : cards.get(card)
}

/** What the answer to a turn is compared with: its card, or what the one it presses on says to it. */
export function answeringCard(running: RunningInterview, turn: Turn): Card | undefined {
  if (turn.card !== undefined || turn.follows === undefined) return cardOf(running, turn)
  const main = running.interview.turns[turn.follows]
  const card = main && cardOf(running, main)
  return card && pressedCard(card, turn.question)
}

/** The question of a turn, with what belongs to it. */
export async function loadAsked(
  running: RunningInterview,
  turn: Turn,
  host: HostPart<'terminal'>,
): Promise<Printed> {
  const card = cardOf(running, turn)
  if (card === undefined) return (look) => questionText(turn.question, look)
  return loadQuestion(card, host.terminal.look())
}

/** Where a turn stands among those that were planned. */
function positionOf({ interview }: RunningInterview, turn: Turn): QuestionPosition {
  const before = interview.turns.slice(0, turn.turn)
  const index = before.filter(({ follows }) => follows === undefined).length
  return { index, count: interview.planned.length, isFollowUp: turn.follows !== undefined }
}

function subjectOf(
  { topic, keyPoints }: Turn,
  card: Card | undefined,
  choices: Choices | undefined,
): Subject {
  const topics = card?.topics ?? (topic === '' ? [] : [topic])
  if (choices === undefined) return { topics, hints: keyPoints, choices: undefined }
  const letters = choices.options.map((_, i) => letterOf(i)).join('')
  return { topics, hints: [], choices: { letters, several: choices.right.length > 1 } }
}

function coveredBy(
  host: HostPart<'store'>,
  running: RunningInterview,
  turn: Turn,
  { answer }: AnswerGiven,
): number | undefined {
  const card = answeringCard(running, turn)
  if (card === undefined) return undefined
  const points = pointsOfTurn(host, card, turn)
  return heardCoverage({ card, points, answer, before: undefined, glossary: running.glossary })
}

/** What an answer is measured by: the key points as they were when it was asked for. */
export function pointsOfTurn(
  host: HostPart<'store'>,
  card: Card | undefined,
  turn: Turn,
): readonly KeyPoint[] {
  if (card === undefined) return turn.keyPoints.map(bare)
  // what the person noted and taught is about the card, not about what presses on it
  const now = turn.card === undefined ? pointsOf(card, undefined) : ownPoints(host, card)
  return turn.keyPoints.map((text) => now.find((point) => point.text === text) ?? bare(text))
}

function bare(text: string): KeyPoint {
  return { text, details: [] }
}

function chosen({ right }: Choices, { answer }: AnswerGiven): number {
  return answer.toLowerCase() === right ? 1 : 0
}
