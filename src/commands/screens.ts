import type { LiveScreen } from '../host/host.ts'
import type { Mode } from '../interview/answer.ts'
import type { ComparedPoint } from '../interview/comparing.ts'
import { hearAnswer } from '../session/answering.ts'
import {
  type Answered,
  type Asking,
  type AskOptions,
  ask,
  type Subject,
  tickIn,
} from '../session/asking.ts'
import {
  compare,
  type Graded,
  type Grading,
  type GradingOptions,
  hearGrade,
} from '../session/grading.ts'
import { hearPause, type Paused, type PauseKey, type Pausing, pause } from '../session/pausing.ts'
import { hearRecall, type Recalled, type Recalling, recall } from '../session/recalling.ts'
import { hearRetry, type Retry } from '../session/retry.ts'
import { askingFrame, askingTold, type Place, questionHead } from '../view/asking.ts'
import { gradingFrame, gradingTold } from '../view/grading.ts'
import { type Printed, packed } from '../view/layout.ts'
import type { Look } from '../view/look.ts'
import { recallingFrame, recallingTold } from '../view/recalling.ts'

/** A question on the table, typed or thought, until it is answered or the time is up. */
export function askScreen(
  subject: Subject,
  options: AskOptions & { readonly onChange: (state: Asking) => void },
  place: Place,
  question: Printed,
): LiveScreen<Asking, Answered> {
  const state = ask(subject, options)
  return {
    state,
    hear: (before, heard) => {
      const step = hearAnswer(before, heard)
      if (step.kind !== 'done') options.onChange(step.state)
      return step
    },
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
  points: readonly ComparedPoint[],
  options: GradingOptions,
  above: Printed,
  before?: Grading,
): LiveScreen<Grading, Graded> {
  return {
    state: compare(points, options, before),
    hear: hearGrade,
    draw: gradingFrame,
    tickIn: () => undefined,
    above,
    told: gradingTold,
  }
}

/** Between two questions, or after the last; `keys` says what may be done. */
export function pauseScreen(
  offers: readonly PauseKey[],
  keys: (look: Look) => string,
  above: Printed,
): LiveScreen<Pausing, Paused> {
  const rows = (look: Look) => packed(keys(look), look.columns - 1).map(look.paint.dim)
  return {
    state: pause(offers),
    hear: hearPause,
    draw: (_, look) => ({ rows: rows(look) }),
    tickIn: () => undefined,
    above,
    told: (before, _, look) => (before === undefined ? rows(look) : []),
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
