import type { Card } from '../cards/card.ts'
import type { LiveScreen } from '../host/host.ts'
import {
  type Answered,
  type Asking,
  ask,
  hearAnswer,
  type Mode,
  tickIn,
} from '../session/asking.ts'
import {
  compare,
  type Graded,
  type Grading,
  type GradingOptions,
  hearGrade,
} from '../session/grading.ts'
import { hearRecall, type Recalled, type Recalling, recall } from '../session/recalling.ts'
import { hearRetry, type Retry } from '../session/retry.ts'
import { askingFrame, askingTold, questionHead } from '../view/asking.ts'
import { gradingFrame, gradingTold } from '../view/grading.ts'
import type { Printed } from '../view/layout.ts'
import { recallingFrame, recallingTold } from '../view/recalling.ts'

type Place = { readonly index: number; readonly count: number }

/** A question on the table, typed or thought, until it is answered or the time is up. */
export function askScreen(
  card: Card,
  mode: Mode,
  limitMs: number,
  place: Place,
  question: Printed,
): LiveScreen<Asking, Answered> {
  const state = ask(card, mode, limitMs)
  return {
    state,
    hear: hearAnswer,
    draw: askingFrame,
    tickIn,
    above: (look) => ['', ...questionHead(place, state, look), ...question(look), ''],
    told: askingTold,
  }
}

/** A question of a review, until its answer is asked for. */
export function recallScreen(
  mode: Mode,
  canUndo: boolean,
  above: Printed,
): LiveScreen<Recalling, Recalled> {
  return {
    state: recall(mode, canUndo),
    hear: hearRecall,
    draw: recallingFrame,
    tickIn: () => undefined,
    above,
    told: recallingTold,
  }
}

/** The comparing under a model answer, until it is graded. */
export function gradeScreen(
  keyPoints: readonly string[],
  options: GradingOptions,
  above: Printed,
): LiveScreen<Grading, Graded> {
  return {
    state: compare(keyPoints, options),
    hear: hearGrade,
    draw: gradingFrame,
    tickIn: () => undefined,
    above,
    told: gradingTold,
  }
}

/** After a failure to save: again, or leave. */
export function retryScreen(above: Printed): LiveScreen<undefined, Retry> {
  return {
    state: undefined,
    hear: hearRetry,
    draw: (_, look) => ({ rows: [look.paint.strong(look.say.interview.notSavedRetry)] }),
    tickIn: () => undefined,
    above,
    told: (_, __, look) => [look.say.interview.notSavedRetry],
  }
}
