import type { Card } from '../cards/card.ts'
import type { AssessedPoint, Assessment } from '../points/assess.ts'
import { oneLine, width } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { questionText } from './card-page.ts'
import { plainInline } from './inline.ts'
import { marks, textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** As `assess --json` gives it. */
export function assessmentJson(card: Card, { coverage, points, proposed }: Assessment): object {
  return { id: card.id, coverage, keyPoints: points, proposed }
}

/** What was said and what was missed, with the words that counted. */
export function assessmentLines(
  card: Card,
  answer: string,
  { coverage, points, proposed }: Assessment,
  look: Look,
): readonly string[] {
  const { say, paint } = look
  const total = [say.points.coverage(percent(coverage)), say.points.proposed(say.grade[proposed])]
  return [
    ...questionText(card.question, look),
    '',
    ...points.flatMap((point) => pointLines(point, answer, look)),
    '',
    ...wrap(total.join(' · '), textColumns(look)).map(paint.strong),
  ]
}

function pointLines(point: AssessedPoint, answer: string, look: Look): readonly string[] {
  const { say, paint } = look
  const { said, missed } = marks(look)
  const share = `${percent(point.credit)}%`.padStart(4)
  const first = `${point.covered ? said : missed} ${share}  `
  const rest = ' '.repeat(width(first))
  const lines = wrap(plainInline(point.text), textColumns(look), { first, rest })
  const words = point.evidence.map(({ start, end }) => oneLine(answer.slice(start, end)).trim())
  const heard = [...new Set(words)].join(' · ')
  return [
    ...(point.covered ? lines : lines.map(paint.warn)),
    ...(heard === ''
      ? []
      : wrap(say.points.heard(heard), textColumns(look), { first: rest, rest }).map(paint.dim)),
  ]
}

function percent(share: number): number {
  return Math.round(share * 100)
}
