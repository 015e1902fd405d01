import type { Card, CardId, Problem } from '../cards/card.ts'
import type { Review } from '../schedule/schedule.ts'
import { isoTime, minuteText } from '../schedule/time.ts'
import { clip, oneLine, pad, safe, width } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
import type { Look } from './look.ts'

/**
 * Cards as a table: id and question, and what else is to be said of each below it. An id is never
 * cut, for it is copied: one that is wider than its column has a line of its own.
 */
export function listLines(
  cards: readonly Card[],
  look: Look,
  more: (card: Card) => string | undefined = () => undefined,
): readonly string[] {
  const { say, paint } = look
  const longest = cards.reduce((most, { id }) => Math.max(most, width(safe(id))), 0)
  const idColumns = Math.min(28, Math.floor(look.columns * 0.35), longest)
  const open = cards.filter(({ answer }) => answer.kind === 'missing').length
  const totals = [say.list.cards(cards.length), ...(open > 0 ? [say.list.unanswered(open)] : [])]
  return [
    ...cards.flatMap((card) => listRow(card, idColumns, look, more(card))),
    paint.dim(totals.join(' · ')),
  ]
}

function listRow(
  card: Card,
  idColumns: number,
  look: Look,
  more: string | undefined,
): readonly string[] {
  const { say, paint } = look
  const id = safe(card.id)
  const isWide = width(id) > idColumns
  const indent = ' '.repeat(isWide ? 2 : idColumns + 2)
  const room = look.columns - indent.length
  const question = clip(safe(card.question), room, look)
  const note = card.answer.kind === 'missing' ? ` (${say.list.noAnswer})` : ''
  const fits = width(question) + width(note) <= room
  const text = `${question}${fits ? paint.warn(note) : ''}`
  return [
    ...(isWide
      ? [paint.dim(id), `${indent}${text}`]
      : [`${paint.dim(pad(id, idColumns))}  ${text}`]),
    ...(more === undefined
      ? []
      : wrap(more, look.columns - 1, { first: indent, rest: indent })
    ).map(paint.dim),
  ]
}

/** The same for another program to read: fields between tabs, nothing cut. */
export function listRecords(
  cards: readonly Card[],
  more: (card: Card) => readonly string[] = () => [],
): readonly string[] {
  return cards.map((card) => {
    const { id, question, topics, source, answer } = card
    const place = `${source.file}:${source.line}`
    return record([id, question, topics.join(' / '), place, answer.kind, ...more(card)])
  })
}

function record(fields: readonly string[]): string {
  return fields.map(oneLine).join('\t')
}

/** Where a card stands and what it is about. */
export function placeLines(card: Card, look: Look): readonly string[] {
  const parts = [
    card.topics.join(' / '),
    card.level === undefined ? '' : look.say.levels[card.level],
    card.tags.map((tag) => `#${tag}`).join(' '),
    `${card.source.file}:${card.source.line}`,
    card.id,
  ]
  const text = parts.filter((part) => part !== '').join(' · ')
  return wrap(safe(text), textColumns(look)).map(look.paint.dim)
}

/** The history of reviews, oldest first. */
export function logLines(
  reviews: readonly Review[],
  questionOf: (card: CardId) => string | undefined,
  look: Look,
): readonly string[] {
  const { say, paint } = look
  const gradeColumns = Math.max(...Object.values(say.grade).map(width))
  return reviews.map((review) => {
    const time = minuteText(review.at, review.offset)
    const grade = pad(say.grade[review.grade], gradeColumns)
    const head = `${paint.dim(time)}  ${grade}  `
    const room = look.columns - width(time) - gradeColumns - 4
    const text = questionOf(review.card) ?? `${review.card} ${say.log.gone}`
    return head + clip(safe(text), Math.max(8, room), look)
  })
}

/** The same for another program to read: fields between tabs, nothing cut. */
export function logRecords(
  reviews: readonly Review[],
  questionOf: (card: CardId) => string | undefined,
): readonly string[] {
  return reviews.map(({ at, offset, grade, card }) =>
    record([isoTime(at, offset), grade, card, questionOf(card) ?? '']),
  )
}

/** What is odd in a library, each with its place. */
export function problemLines(problems: readonly Problem[], look: Look): readonly string[] {
  return problems.flatMap((problem) => {
    const place = safe(`${problem.at.file}:${problem.at.line}`)
    const text = look.say.warning(`${place}: ${safe(look.say.problem(problem))}`)
    return wrap(text, textColumns(look), { first: '', rest: '  ' })
  })
}
