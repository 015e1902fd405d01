import type { Card } from '../cards/card.ts'
import { type Day, dayText } from '../schedule/day.ts'
import type { Act, Review, Schedule, Standing } from '../schedule/schedule.ts'
import { isoTime } from '../schedule/time.ts'
import type { Hit } from '../search/engine.ts'

/** A card as `list --json` gives it, with its standing if wanted; absent values are left out. */
export function cardJson(card: Card, schedule?: object): object {
  const { id, question, topics, tags, level, language, source } = card
  const answered = card.answer.kind === 'written'
  return { id, question, answered, topics, tags, level, language, ...source, schedule }
}

/** A card with its Markdown, as `show --json` gives it. */
export function wholeCardJson(card: Card, schedule: object): object {
  return {
    ...cardJson(card, schedule),
    body: card.body,
    answer: card.answer.kind === 'written' ? card.answer.markdown : undefined,
    keyPoints: card.keyPoints,
    followUps: card.followUps.map(({ question }) => question),
    followUpAnswers: card.followUps.map(({ answer }) => answer ?? ''),
    definitions: card.definitions,
  }
}

export function hitJson({ card, score, snippet, matches }: Hit): object {
  const { file, line } = card.source
  return { id: card.id, question: card.question, file, line, score, snippet, matches }
}

/** A review just made, as `rate --json` gives it. */
export function rateJson(review: Review, schedule: Schedule | undefined): object {
  const { id, card, grade, at, offset } = review
  const due = schedule === undefined ? undefined : dayText(schedule.due)
  return { review: { id, card, grade, at: isoTime(at, offset) }, due }
}

/** Anything done with a card, as `undo --json` gives it. */
export function actJson(act: Act): object {
  if (act.kind === 'review') return reviewJson(act)
  const { kind, id, card, at, offset, device } = act
  return { id, card, act: kind, at: isoTime(at, offset), device }
}

/** Where a card stands, as `list --state --json` and `show --json` give it. */
export function standingJson({ schedule, suspended, buriedOn }: Standing, today: Day): object {
  const aside = {
    suspended: suspended ? true : undefined,
    buried: buriedOn !== undefined && buriedOn >= today ? true : undefined,
  }
  if (schedule === undefined) return { stage: 'new', ...aside }
  const { stage, due, stability, difficulty, reps, lapses } = schedule
  return { stage, due: dayText(due), stability, difficulty, reps, lapses, ...aside }
}

export function reviewJson(review: Review): object {
  const { id, card, grade, device, source } = review
  return { id, card, grade, at: isoTime(review.at, review.offset), device, source }
}
