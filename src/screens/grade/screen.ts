import type { ComparedPoint } from '../../interview/comparing.ts'
import type { Printed } from '../../view/layout.ts'
import type { LiveScreen } from '../screen.ts'
import { gradeFrame, gradeTold } from './draw.ts'
import { hearGrade } from './hear.ts'
import { compare, type Graded, type GradeOptions, type GradeState } from './state.ts'

/** The comparing under a model answer, until it is graded. */
export function gradeScreen(
  points: readonly ComparedPoint[],
  options: GradeOptions,
  above: Printed,
  before?: GradeState,
): LiveScreen<GradeState, Graded> {
  return {
    state: compare(points, options, before),
    hear: hearGrade,
    draw: gradeFrame,
    tickIn: () => undefined,
    above,
    told: gradeTold,
  }
}
