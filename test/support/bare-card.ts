import type { Card, CardId } from '../../src/cards/card.ts'

/** A card with an answer, and what else is said of it; its id is its question. */
export function bareCard(question: string, more: Partial<Card> = {}): Card {
  const id = question as CardId
  return {
    id,
    minted: id,
    language: 'zh',
    topics: [],
    tags: [],
    level: undefined,
    aliases: [],
    question,
    body: undefined,
    answer: { kind: 'written', markdown: '答。' },
    keyPoints: [],
    followUps: [],
    definitions: undefined,
    source: { library: '/notes', file: 'a.md', line: 1, endLine: 2 },
    ...more,
  }
}
