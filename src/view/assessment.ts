import type { Card } from '../cards/card.ts'
import type { AssessedPoint, Assessment } from '../points/assess.ts'
import { oneLine, width } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { questionText } from './card-page.ts'
import { plainInline } from './inline.ts'
import { marks, textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** As `assess --json` gives it; with what each verdict rests on, if `tellsWhy`. */
export function assessmentJson(
  card: Card,
  { coverage, points, proposed }: Assessment,
  tellsWhy: boolean,
): object {
  const keyPoints = points.map(({ why, ...point }) => (tellsWhy ? { ...point, why } : point))
  return { id: card.id, coverage, keyPoints, proposed }
}

/** What was said and what was missed, with the words that counted. */
export function assessmentLines(
  card: Card,
  answer: string,
  { coverage, points, proposed }: Assessment,
  tellsWhy: boolean,
  look: Look,
): readonly string[] {
  const { say, paint } = look
  const total = [say.points.coverage(percent(coverage)), say.points.proposed(say.grade[proposed])]
  return [
    ...questionText(card.question, look),
    '',
    ...points.flatMap((point) => pointLines(point, answer, tellsWhy, look)),
    '',
    ...wrap(total.join(' · '), textColumns(look)).map(paint.strong),
  ]
}

function pointLines(
  point: AssessedPoint,
  answer: string,
  tellsWhy: boolean,
  look: Look,
): readonly string[] {
  const { say, paint } = look
  const { said, missed } = marks(look)
  const share = `${percent(point.credit)}%`.padStart(4)
  const first = `${point.covered ? said : missed} ${share}  `
  const rest = ' '.repeat(width(first))
  const lines = wrap(plainInline(point.text), textColumns(look), { first, rest })
  const words = point.evidence.map(({ start, end }) => oneLine(answer.slice(start, end)).trim())
  const heard = [...new Set(words)].join(' · ')
  const isWrong = point.verdict === 'contradicted'
  const told = isWrong ? say.points.opposite(heard) : say.points.heard(heard)
  const below = [...(heard === '' ? [] : [told]), ...(tellsWhy ? whyTexts(point, look) : [])]
  const style = isWrong ? paint.bad : paint.dim
  return [
    ...(point.covered ? lines : lines.map(paint.warn)),
    ...below.flatMap((text) => wrap(text, textColumns(look), { first: rest, rest }).map(style)),
  ]
}

function whyTexts({ why }: AssessedPoint, { say }: Look): readonly string[] {
  const words = say.points.why
  const named = why.wordings.map((text) => oneLine(text)).join(' | ')
  switch (why.by) {
    case 'words':
      return why.lacking.length === 0 ? [] : [words.lacking(why.lacking.map(oneLine).join(' · '))]
    case 'also':
      return [words.also(named)]
    case 'any':
      return [words.any(named)]
    case 'not':
      return [words.not(named)]
  }
}

function percent(share: number): number {
  return Math.round(share * 100)
}
