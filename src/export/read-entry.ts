import { definitionsOf } from '../cards/definitions.ts'
import { asWritten, documentOf, lineOf } from '../markdown/blocks.ts'
import type { Block, Document, Inline } from '../markdown/document.ts'
import { withFormulas } from '../markdown/formula/with-formulas.ts'
import type { BookletEntry } from './booklet.ts'

/** An entry with its Markdown read. */
export type ReadEntry = {
  readonly entry: BookletEntry
  readonly body: Document
  readonly answer: Document | undefined
  readonly note: Document | undefined
  readonly asked: Document | undefined
  readonly keyPoints: readonly (readonly Inline[])[]
  readonly followUps: readonly ReadFollowUp[]
  /** Some of it is too hard to parse and stands as it is written. */
  readonly isAsWritten: boolean
}

export type ReadFollowUp = {
  readonly question: readonly Inline[]
  readonly answer: Document | undefined
}

/** Reads the Markdown of an entry. */
export function readEntry(entry: BookletEntry): ReadEntry {
  const { card, note, asked, keyPoints, newlines } = entry
  const { answer, definitions } = card
  const line = (text: string) => lineOf(text, definitionsOf(text, definitions))
  let isAsWritten = false
  const blocksOf = (markdown: string, all?: string) => {
    const blocks = documentOf(markdown, definitionsOf(markdown, all), newlines)
    if (blocks === undefined) isAsWritten = true
    return blocks ?? asWritten(markdown)
  }
  const texts = {
    body: card.body === undefined ? [] : blocksOf(card.body, definitions),
    answer: answer.kind === 'missing' ? undefined : blocksOf(answer.markdown, definitions),
    note: note === undefined ? undefined : blocksOf(note),
    followUps: card.followUps.map(({ question, answer }) => ({
      question: line(question),
      answer: answer === undefined ? undefined : blocksOf(answer, definitions),
    })),
  }
  return {
    entry,
    ...texts,
    isAsWritten,
    asked: asked && asWritten(asked.answer),
    keyPoints: keyPoints.map(line),
  }
}

/** The same entry with nothing of its Markdown read. */
export function unreadEntry(entry: BookletEntry): ReadEntry {
  const { card, note, asked, keyPoints } = entry
  const line = (text: string): readonly Inline[] => [{ kind: 'text', text }]
  return {
    entry,
    body: asWritten(card.body ?? ''),
    answer: card.answer.kind === 'missing' ? undefined : asWritten(card.answer.markdown),
    note: note === undefined ? undefined : asWritten(note),
    asked: asked && asWritten(asked.answer),
    keyPoints: keyPoints.map(line),
    followUps: card.followUps.map(({ question, answer }) => ({
      question: line(question),
      answer: answer === undefined ? undefined : asWritten(answer),
    })),
    isAsWritten: true,
  }
}

/** All blocks of an entry that may hold pictures, code and formulas. */
export function blocksIn({ entry, body, answer, note, keyPoints, followUps }: ReadEntry): Document {
  const questions = followUps.map(({ question }) => question)
  const lines = [withFormulas(entry.card.question), ...keyPoints, ...questions]
  const paragraphs = lines.map((inlines): Block => ({ kind: 'paragraph', inlines }))
  const told = followUps.flatMap((one) => one.answer ?? [])
  return [...body, ...(answer ?? []), ...(note ?? []), ...paragraphs, ...told]
}
