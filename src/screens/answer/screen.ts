import type { Printed } from '../../view/layout.ts'
import type { LiveScreen } from '../screen.ts'
import { answerFrame, answerTold, type QuestionPosition, questionHead } from './draw.ts'
import { hearAnswer } from './hear.ts'
import {
  type Answered,
  type AnswerState,
  type AskOptions,
  ask,
  type Subject,
  tickIn,
} from './state.ts'

/** A question on the table, typed or thought, until it is answered or the time is up. */
export function askScreen(
  subject: Subject,
  options: AskOptions & { readonly onChange: (state: AnswerState) => void },
  position: QuestionPosition,
  question: Printed,
): LiveScreen<AnswerState, Answered> {
  const state = ask(subject, options)
  return {
    state,
    hear: (before, heard) => {
      const reaction = hearAnswer(before, heard)
      if (reaction.kind !== 'done') options.onChange(reaction.state)
      return reaction
    },
    draw: answerFrame,
    tickIn,
    above: (look) => ['', ...questionHead(position, state, look), ...question(look), ''],
    told: answerTold,
  }
}
