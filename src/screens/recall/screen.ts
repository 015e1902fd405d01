import type { Mode } from '../../interview/answer.ts'
import type { Printed } from '../../view/layout.ts'
import type { LiveScreen } from '../screen.ts'
import { recallFrame, recallTold } from './draw.ts'
import { hearRecall, type Recalled, type RecallState, recall } from './hear.ts'

/** A question of a review, until its answer is asked for. */
export function recallScreen(
  mode: Mode,
  canUndo: boolean,
  above: Printed,
): LiveScreen<RecallState, Recalled> {
  return {
    state: recall(mode, canUndo),
    hear: hearRecall,
    draw: recallFrame,
    tickIn: () => undefined,
    above,
    told: recallTold,
  }
}
