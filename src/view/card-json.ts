import type { Card } from '../cards/card.ts'
import type { Review } from '../schedule/schedule.ts'
import { isoTime } from '../schedule/time.ts'
import type { Hit } from '../search/engine.ts'

/** A card as `list --json` gives it; absent values are left out. */
export function cardJson(card: Card): object {
  const { id, question, topics, tags, level, language, source } = card
  const answered = card.answer.kind === 'written'
  return { id, question, answered, topics, tags, level, language, ...source }
}

/** A card with its Markdown, as `show --json` gives it. */
export function wholeCardJson(card: Card): object {
  return {
    ...cardJson(card),
    body: card.body,
    answer: card.answer.kind === 'written' ? card.answer.markdown : undefined,
    keyPoints: card.keyPoints,
    followUps: card.followUps,
  }
}

export function hitJson({ card, score, snippet, matches }: Hit): object {
  const { file, line } = card.source
  return { id: card.id, question: card.question, file, line, score, snippet, matches }
}

export function reviewJson(review: Review): object {
  const { id, card, grade, device, source } = review
  return { id, card, grade, at: isoTime(review.at, review.offset), device, source }
}
