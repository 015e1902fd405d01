import type { Interview } from '../../interview/interview.ts'
import { scoresOf } from '../../interview/scores.ts'
import { clockTime } from '../../schedule/time.ts'
import type { Look } from '../look.ts'
import { percent } from './bars.ts'
import type { Background } from './interview-report.ts'
import { comparedTexts, mannerTexts, titleText } from './report-words.ts'
import { topicName } from './topic-bars.ts'

/** What an interview came to, in lines for the title page of a document. */
export function reportTold(
  interview: Interview,
  background: Background,
  look: Pick<Look, 'say'>,
): readonly string[] {
  const { say } = look
  const scores = scoresOf(interview)
  const measure = scores.coverage === undefined ? 'recall' : 'coverage'
  const topics = scores.topics.map((score) => {
    const share = score[measure]
    const parts = [
      ...(share === undefined ? [] : [percent(share)]),
      say.report.questions(score.questions),
      `${clockTime(score.usedMs)} / ${clockTime(score.givenMs)}`,
    ]
    return `${topicName(score.topic, look)}: ${parts.join(' · ')}`
  })
  const manner = mannerTexts(scores, say).join(' · ')
  const { compared, due } = background
  return [
    titleText(interview, scores, say),
    `${say.report.bars[measure]}`,
    ...topics,
    ...(manner === '' ? [] : [manner]),
    ...(compared === undefined ? [] : comparedTexts(compared, say)),
    ...(due.length === 0 ? [] : [`${say.report.due}: ${due.length}`]),
  ]
}
