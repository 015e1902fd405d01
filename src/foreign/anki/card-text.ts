import type { ForeignCard, ForeignText } from '../foreign.ts'
import { asked } from '../page/asked.ts'
import { pageMarkdown } from '../page/markdown.ts'
import type { Model } from './model.ts'
import { type Filling, sideOf } from './template.ts'

/** A note as it stands in the table `notes`. */
export type Note = {
  /** The same in every copy of it. */
  readonly guid: string
  readonly type: number
  readonly tags: readonly string[]
  readonly fields: readonly string[]
}

/** What a card of a note says, worked out once. */
export function ankiText(note: Note, ord: number, model: Model, deck: number): ForeignCard['text'] {
  let known: ForeignText | undefined
  return () => {
    known ??= textOf(note, ord, model, deck)
    return known
  }
}

function textOf(note: Note, ord: number, { types, decks }: Model, deck: number): ForeignText {
  const type = types.get(note.type)
  const topics = (decks.get(deck) ?? []).map((name) => name.trim()).filter((name) => name !== '')
  const own = type?.fields.map((name, i) => [name, note.fields[i] ?? ''] as const) ?? []
  const more = [
    ['Tags', note.tags.join(' ')],
    ['Deck', topics.join('::')],
    ['Subdeck', topics.at(-1) ?? ''],
  ] as const
  const fields = new Map<string, string>([...more, ...own])
  const template = type?.hasBlanks === true ? type.templates.get(0) : type?.templates.get(ord)
  const blank = type?.hasBlanks === true ? ord + 1 : undefined
  const filling = (side: Filling['side']): Filling => ({ fields, blank, side })
  const front = sideOf(template?.front ?? `{{${type?.fields[0] ?? ''}}}`, filling('front'))
  const back = sideOf(template?.back ?? note.fields.slice(1).join('<hr>'), filling('back'))
  const question = pageMarkdown(front)
  // the front stands again above the line that Anki goes to
  const answer = pageMarkdown(back.replace(/^[\s\S]{0,200}?<hr\s+id=["']?answer["']?\s*\/?>/i, ''))
  const first = pageMarkdown(note.fields[0] ?? '').markdown
  return {
    ...asked(question.markdown),
    answer: answer.markdown,
    // the other way round it asks something else
    wordings: blank === undefined && ord === 0 ? [first] : [],
    topics,
    tags: note.tags,
    media: [...new Set([...question.media, ...answer.media])],
  }
}
