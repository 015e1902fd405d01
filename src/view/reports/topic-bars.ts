import type { Score, Scores } from '../../interview/scores.ts'
import { clockTime } from '../../schedule/time.ts'
import { clip, oneLine, pad, width } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { packed, textColumns } from '../layout.ts'
import type { Look } from '../look.ts'
import { bar, percent } from './bars.ts'
import { gradeTexts } from './report-words.ts'

/** A score for each topic as a bar, and one for all of them. */
export function topicLines(scores: Scores, look: Look): readonly string[] {
  const { say, paint } = look
  const measure = scores.coverage === undefined ? 'recall' : 'coverage'
  const rows = [
    ...scores.topics.map((score) => ({ name: topicName(score.topic, look), score })),
    ...(scores.topics.length > 1 ? [{ name: say.report.inAll, score: scores }] : []),
  ]
  const columns = textColumns(look)
  const longest = Math.max(...rows.map(({ name }) => width(name)))
  const room = { name: Math.min(longest, Math.floor(columns * 0.3)), bar: barCells(columns) }
  return [
    ...wrap(say.report.bars[measure], columns).map(paint.strong),
    ...rows.flatMap(({ name, score }) => row(name, score, score[measure], room, look)),
  ]
}

/** What a topic is called, also where a card has none. */
export function topicName(topic: string, { say }: Pick<Look, 'say'>): string {
  return topic === '' ? say.report.noTopic : oneLine(topic)
}

function barCells(columns: number): number {
  if (columns >= 90) return 20
  if (columns >= 60) return 12
  return columns >= 30 ? 8 : 4
}

function row(
  name: string,
  score: Score,
  share: number | undefined,
  room: { readonly name: number; readonly bar: number },
  look: Look,
): readonly string[] {
  const { say, paint } = look
  const columns = textColumns(look)
  const label = pad(clip(name, room.name, look), room.name)
  const drawn = share === undefined ? ' '.repeat(room.bar) : bar(share, room.bar, look)
  const figure = (share === undefined ? '-' : percent(share)).padStart(4)
  const head = `  ${label} ${drawn} ${figure}`
  const parts = [
    say.report.questions(score.questions),
    `${clockTime(score.usedMs)} / ${clockTime(score.givenMs)}`,
    ...gradeTexts(score, say),
  ]
  const tail = parts.join(' · ')
  const painted = `  ${label} ${shareStyle(share, look)(drawn)} ${figure}`
  if (width(`${head}  ${tail}`) <= columns) return [`${painted}  ${paint.dim(tail)}`]
  return [painted, ...packed(tail, columns, '    ').map(paint.dim)]
}

function shareStyle(share: number | undefined, { paint }: Look): (text: string) => string {
  if (share === undefined) return paint.dim
  if (share < 0.5) return paint.bad
  return share < 0.7 ? paint.warn : paint.good
}
