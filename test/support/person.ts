import type { CardId } from '../../src/cards/card.ts'
import { forgettingOf, type Memory, stepOf } from '../../src/schedule/fsrs.ts'
import { defaultRules } from '../../src/schedule/rules.ts'
import type { Grade, Instant, Review } from '../../src/schedule/schedule.ts'
import { seeded } from '../../src/schedule/seeded.ts'

const dayMs = 86_400_000
// noon in China
const firstDay = Date.parse('2024-01-01T12:00:00+08:00')

/** Parameters of someone who forgets sooner than most. */
export const forgetful: readonly number[] = defaultRules.parameters.map((w, i) => {
  if (i < 4) return Math.max(0.1, Math.round(w * 4000) / 10_000)
  return i === 8 ? 1.2722 : w
})

export type Person = {
  /** How the person's memory works, in terms of FSRS-6. */
  readonly memory: readonly number[]
  /** How many reviews come after a card's first. */
  readonly reviews: number
  readonly seed: string
}

type Card = {
  readonly id: CardId
  memory: Memory | undefined
  /** What a scheduler with the default parameters takes it for. */
  guess: Memory | undefined
  day: number
  due: number
}

/** The reviews of someone who learns ten cards a day and reviews what the defaults say is due. */
export function reviewsOf({ memory, reviews, seed }: Person): readonly Review[] {
  const random = seeded(seed)
  const cards = Array.from({ length: Math.ceil(reviews / 7) }, (_, i) => cardFrom(i))
  const made: Review[] = []
  const step = stepOf(memory)
  const { recall } = forgettingOf(memory)
  const guess = stepOf(defaultRules.parameters)
  const { interval } = forgettingOf(defaultRules.parameters)
  for (let day = 0; made.length < reviews + cards.length; day += 1) {
    for (const card of cards.filter(({ due }) => due <= day)) {
      if (made.length === reviews + cards.length) break
      const days = card.memory === undefined ? 0 : day - card.day
      const chance = card.memory === undefined ? 0.7 : recall(card.memory.stability, days)
      const grade = random() < chance ? passed(random()) : 'again'
      card.memory = step(card.memory, days, grade)
      card.guess = guess(card.guess, days, grade)
      card.day = day
      const wait = interval(card.guess.stability, 0.9) * (0.9 + 0.2 * random())
      card.due = day + Math.max(1, Math.round(wait))
      made.push(reviewOf(card, day, grade, made.length))
    }
  }
  return made
}

function cardFrom(i: number): Card {
  const id = `卡片-${i}` as CardId
  return { id, memory: undefined, guess: undefined, day: 0, due: Math.floor(i / 10) }
}

function passed(chance: number): Grade {
  if (chance < 0.12) return 'hard'
  return chance < 0.92 ? 'good' : 'easy'
}

function reviewOf({ id: card }: Card, day: number, grade: Grade, count: number): Review {
  const at = (firstDay + day * dayMs + (count % 1000) * 1000) as Instant
  const head = { id: `person-${count}`, at, offset: 480, device: 'here', card }
  return { kind: 'review', ...head, grade, tookMs: 9000, source: 'review' }
}
