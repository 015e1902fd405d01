import type { Card } from '../cards/card.ts'
import { choicesOf, lettersBefore } from '../cards/choices.ts'
import { definitionsOf } from '../cards/definitions.ts'
import type { OwnWays } from '../cards/own-ways.ts'
import { isAboutPerson } from '../points/person.ts'
import { safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { placeLines } from './cards.ts'
import { formulasSpelled } from './formulas.ts'
import { plainInline } from './inline.ts'
import { bullet, type Printed, textColumns, titleLine } from './layout.ts'
import type { Look } from './look.ts'
import { loadMarkdown } from './markdown/markdown.ts'

/** A whole card: question, place, model answer, key points, follow-ups, the person's own note and ways of saying. */
export async function loadCard(
  card: Card,
  note: string | undefined,
  ways: OwnWays,
  look: Look,
): Promise<Printed> {
  const question = await loadQuestion(card, look)
  const answer = await loadAnswer(card, look)
  const own = await loadNote(note, look)
  const spelled = await formulasSpelled(card.keyPoints)
  const listed = (title: string, items: readonly string[], now: Look) =>
    listLines(
      title,
      items.map(plainInline).map((item) => spelled(item, now)),
      now,
    )
  const more = await loadFollowUps(card, look)
  return (now) => [
    ...question(now),
    ...placeLines(card, now),
    '',
    ...answer(now),
    ...listed(now.say.show.keyPoints, card.keyPoints, now),
    ...more(now),
    ...own(now),
    ...listed(now.say.show.ownWays, Array.from(ways, wayText), now),
  ]
}

function wayText([point, words]: readonly [string, readonly string[]]): string {
  return `${point}: ${words.join(' | ')}`
}

/** The question and what belongs to it: code, options, a table. */
export async function loadQuestion(card: Card, look: Look): Promise<Printed> {
  const { body: text } = card
  const shown = text !== undefined && choicesOf(card) !== undefined ? lettersBefore(text) : text
  const body =
    shown === undefined
      ? undefined
      : await loadMarkdown(shown, look, definitionsOf(shown, card.definitions))
  const spelled = await formulasSpelled([card.question])
  return (now) => [
    ...questionText(spelled(card.question, now), now),
    ...(body === undefined ? [] : ['', ...body(now)]),
  ]
}

/** The model answer, or that there is none. */
async function loadAnswer(card: Card, look: Look): Promise<Printed> {
  const { answer, definitions } = card
  if (answer.kind === 'written') {
    return loadMarkdown(answer.markdown, look, definitionsOf(answer.markdown, definitions))
  }
  return (now) => wrap(now.say.show.noAnswer, textColumns(now)).map(now.paint.warn)
}

/** The model answer under its title, and the person's own note under it. */
export async function loadModelAnswer(
  card: Card,
  note: string | undefined,
  look: Look,
): Promise<Printed> {
  if (note !== undefined && isAboutPerson(card)) return loadOwnAnswer(card, note, look)
  const answer = await loadAnswer(card, look)
  const own = await loadNote(note, look)
  return (now) => ['', titleLine(now.say.show.answer, now), ...answer(now), ...own(now), '']
}

// What only the person can know, they have said better than any model.
async function loadOwnAnswer(card: Card, note: string, look: Look): Promise<Printed> {
  const own = await loadMarkdown(note, look)
  return (now) => {
    const frame = card.answer.kind === 'missing' ? [] : [now.say.interview.frameIn(safe(card.id))]
    return [
      '',
      titleLine(now.say.interview.ownAnswer, now),
      ...own(now),
      ...frame.map(now.paint.dim),
      '',
    ]
  }
}

async function loadNote(note: string | undefined, look: Look): Promise<Printed> {
  if (note === undefined) return () => []
  const text = await loadMarkdown(note, look)
  return (now) => ['', titleLine(now.say.review.ownNote, now), ...text(now)]
}

function listLines(title: string, items: readonly string[], look: Look): readonly string[] {
  if (items.length === 0) return []
  const first = `  ${bullet(look)} `
  return [
    '',
    look.paint.strong(title),
    ...items.flatMap((item) => wrap(item, textColumns(look), { first, rest: '    ' })),
  ]
}

const indent = 4

/** What an interviewer would ask next, each with its answer if the notes have one. */
async function loadFollowUps({ followUps, definitions }: Card, look: Look): Promise<Printed> {
  const answers = await Promise.all(
    followUps.map(async ({ answer }): Promise<Printed> => {
      if (answer === undefined) return () => []
      const text = await loadMarkdown(answer, look, definitionsOf(answer, definitions))
      return (now) =>
        text({ ...now, columns: textColumns(now) - indent }).map((line) =>
          line === '' ? '' : ' '.repeat(indent) + line,
        )
    }),
  )
  const spelled = await formulasSpelled(followUps.map(({ question }) => question))
  return (now) => {
    if (followUps.length === 0) return []
    const first = `  ${bullet(now)} `
    return [
      '',
      now.paint.strong(now.say.show.followUps),
      ...followUps.flatMap(({ question }, i) => [
        ...wrap(spelled(plainInline(question), now), textColumns(now), { first, rest: '    ' }),
        ...(answers[i]?.(now) ?? []),
      ]),
    ]
  }
}

/** The question itself, as one bold paragraph. */
export function questionText(question: string, look: Look): readonly string[] {
  return wrap(safe(question), textColumns(look)).map(look.paint.heading)
}
