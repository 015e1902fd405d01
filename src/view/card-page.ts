import type { Card } from '../cards/card.ts'
import { plainInline } from './inline.ts'
import { wrap } from '../text/wrap.ts'
import { questionText } from './asking.ts'
import { placeLine } from './cards.ts'
import type { Look } from './look.ts'
import { loadMarkdown } from './markdown.ts'
import { bullet, type Page, textColumns } from './layout.ts'

/** A whole card: question, place, model answer, key points, follow-ups. */
export async function cardPage(card: Card): Promise<Page> {
  const question = await questionPage(card)
  const answer = await answerPage(card)
  return (look) => [
    ...question(look),
    placeLine(card, look),
    '',
    ...answer(look),
    ...listed(look.say.show.keyPoints, card.keyPoints, look),
    ...listed(look.say.show.followUps, card.followUps, look),
  ]
}

/** The question and what belongs to it: code, options, a table. */
export async function questionPage(card: Card): Promise<Page> {
  const body = card.body === undefined ? undefined : await loadMarkdown(card.body)
  return (look) => [
    ...questionText(card.question, look),
    ...(body === undefined ? [] : ['', ...body(look)]),
  ]
}

/** The model answer, or that there is none. */
export async function answerPage(card: Card): Promise<Page> {
  if (card.answer.kind === 'missing') {
    return (look) => wrap(look.say.show.noAnswer, textColumns(look)).map(look.paint.warn)
  }
  return loadMarkdown(card.answer.markdown)
}

function listed(title: string, items: readonly string[], look: Look): readonly string[] {
  if (items.length === 0) return []
  const first = `  ${bullet(look)} `
  return [
    '',
    look.paint.strong(title),
    ...items.flatMap((item) => wrap(plainInline(item), textColumns(look), { first, rest: '    ' })),
  ]
}
