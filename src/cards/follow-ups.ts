import type { FollowUp } from './card.ts'

/** All that follow-ups say, as pieces of Markdown: the questions, each before its answer. */
export function followUpTexts(followUps: readonly FollowUp[]): readonly string[] {
  return followUps.flatMap(({ question, answer }) =>
    answer === undefined ? [question] : [question, answer],
  )
}
