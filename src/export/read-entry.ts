import { asWritten, lineOf, parsedBlocks } from './blocks.ts'
import type { BookletEntry } from './booklet.ts'
import type { Block, Inline } from './document.ts'

/** An entry with its Markdown read. */
export type ReadEntry = {
  readonly entry: BookletEntry
  readonly body: readonly Block[]
  readonly answer: readonly Block[] | undefined
  readonly note: readonly Block[] | undefined
  readonly asked: readonly Block[] | undefined
  readonly keyPoints: readonly (readonly Inline[])[]
  readonly followUps: readonly (readonly Inline[])[]
  /** Some of it is too hard to parse and stands as it is written. */
  readonly isAsWritten: boolean
}

/** Reads the Markdown of an entry. */
export function readEntry(entry: BookletEntry): ReadEntry {
  const { card, note, asked, keyPoints } = entry
  const { answer, definitions } = card
  const line = (text: string) => lineOf(text, definitions)
  let isAsWritten = false
  const blocksOf = (markdown: string, known?: string) => {
    const blocks = parsedBlocks(markdown, known)
    if (blocks === undefined) isAsWritten = true
    return blocks ?? asWritten(markdown)
  }
  const texts = {
    body: card.body === undefined ? [] : blocksOf(card.body, definitions),
    answer: answer.kind === 'missing' ? undefined : blocksOf(answer.markdown, definitions),
    note: note === undefined ? undefined : blocksOf(note),
  }
  return {
    entry,
    ...texts,
    isAsWritten,
    asked: asked && asWritten(asked.answer),
    keyPoints: keyPoints.map(line),
    followUps: card.followUps.map(line),
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
    followUps: card.followUps.map(line),
    isAsWritten: true,
  }
}

/** All blocks of an entry that may hold pictures and code. */
export function blocksIn({
  body,
  answer,
  note,
  keyPoints,
  followUps,
}: ReadEntry): readonly Block[] {
  const lines = [...keyPoints, ...followUps]
  const paragraphs = lines.map((inlines): Block => ({ kind: 'paragraph', inlines }))
  return [...body, ...(answer ?? []), ...(note ?? []), ...paragraphs]
}
