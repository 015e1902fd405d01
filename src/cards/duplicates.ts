import { keyOf } from './blocks/inline.ts'
import type { Card } from './card.ts'

/** A card and an earlier one that asks the same, or nearly. */
export type Duplicate = {
  readonly card: Card
  readonly first: Card
  /** `same`: question and answer; `question`: only that; `near`: almost the same question. */
  readonly how: 'same' | 'question' | 'near'
}

/** Below this share of common trigrams (Dice) two questions are two. */
const near = 0.85
/** Cards that share a rare trigram are compared; of more than so many it is not rare. */
const crowd = 40
/** So many of its rarest trigrams stand for a question. */
const most = 6

/** Cards that repeat an earlier one. Each is named once, with the first it repeats. */
export function duplicatesIn(cards: readonly Card[]): readonly Duplicate[] {
  const byQuestion = new Map<string, Card>()
  const found: Duplicate[] = []
  const rest: Card[] = []
  for (const card of cards) {
    const key = `${keyOf(`${card.question}${card.body ?? ''}`)} ${signsOf(card.question)}`
    const first = byQuestion.get(key)
    if (first === undefined) {
      byQuestion.set(key, card)
      rest.push(card)
      continue
    }
    // one card in two languages, or one id given twice, is said elsewhere
    const how = answerOf(first) === answerOf(card) ? 'same' : 'question'
    found.push({ card, first, how })
  }
  return [...found, ...nearIn(rest)]
}

/** The operators of a question: `**` and `~~` are two questions, whatever the words around them. */
function signsOf(question: string): string {
  return (question.match(/[*~<>=!&|^%+#@$]+/g) ?? []).filter((sign) => sign !== '!').join(' ')
}

function answerOf({ answer }: Card): string {
  return answer.kind === 'written' ? keyOf(answer.markdown) : ''
}

function nearIn(cards: readonly Card[]): readonly Duplicate[] {
  const keys = cards.map(({ question }) => keyOf(question))
  const grams = keys.map(trigrams)
  const counts = new Map<string, number>()
  for (const all of grams) for (const gram of all) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  const blocks = new Map<string, number[]>()
  const found: Duplicate[] = []
  for (const [at, all] of grams.entries()) {
    const shared = [...all].filter((gram) => (counts.get(gram) ?? 0) > 1)
    const rare = shared.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0)).slice(0, most)
    const others = new Set(rare.flatMap((gram) => blocks.get(gram) ?? []))
    // the same words about another piece of code are another question
    const isTwin = (other: number) =>
      keys[other] !== keys[at] && dice(all, grams[other] ?? new Set()) >= near
    const twin = [...others].find(isTwin)
    const card = cards[at]
    const first = twin === undefined ? undefined : cards[twin]
    if (card !== undefined && first !== undefined) found.push({ card, first, how: 'near' })
    for (const gram of rare) blocks.set(gram, [...(blocks.get(gram) ?? []), at].slice(-crowd))
  }
  return found
}

function trigrams(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at + 3 <= Math.min(text.length, 300); at += 1) found.add(text.slice(at, at + 3))
  return found
}

/** Share of common members of two sets, from 0 to 1 (Sørensen and Dice). */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0
  let common = 0
  for (const gram of a) if (b.has(gram)) common += 1
  return (2 * common) / (a.size + b.size)
}
