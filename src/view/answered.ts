import type { Mode } from '../interview/answer.ts'
import type { Turn } from '../interview/interview.ts'
import { clockTime } from '../schedule/time.ts'
import { safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { marks, rule, textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** What became of a question, to keep in the scrollback: how it ended and what was written. */
export function answeredLines(
  { given: answered, limitMs }: Pick<Turn, 'given' | 'limitMs'>,
  mode: Mode,
  look: Look,
): readonly string[] {
  const { say, paint } = look
  const words = say.interview
  if (answered === undefined) return []
  if (answered.ended === 'skipped') return [paint.warn(words.skipped)]
  const used = clockTime(answered.usedMs)
  const given = clockTime(limitMs)
  const timeUp = answered.ended === 'time-up' ? [paint.warn(words.timeUp)] : []
  if (mode === 'think' && answered.answer === '') {
    return [...timeUp, paint.dim(words.thought(used, given))]
  }
  if (answered.answer.trim() === '') return [...timeUp, paint.dim(words.noTyped)]
  return [...timeUp, ...quoted(words.yourAnswer(used, given), answered.answer, look)]
}

/** A text of the person's own behind a bar, under its title. */
export function quoted(title: string, text: string, look: Look): readonly string[] {
  const bar = look.paint.dim(`${marks(look).bar} `)
  const lines = wrap(safe(text), textColumns(look) - 2)
  return [look.paint.strong(title), ...lines.map((line) => bar + line)]
}

/** A titled rule between the answer given and the model answer. */
export function titleLine(title: string, look: Look): string {
  return `${look.paint.dim(rule(look, 2))} ${look.paint.strong(title)}`
}
