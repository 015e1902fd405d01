import type { Card, Level } from '../cards/card.ts'
import { budgetMs } from './budget.ts'

const levels: Readonly<Record<Level, number>> = { junior: 0, mid: 1, senior: 2 }

/** How hard a card is: its level counts first, then how much there is to say. */
export function difficultyOf(card: Card): number {
  return (card.level === undefined ? levels.mid : levels[card.level]) + budgetMs(card) / 300_000
}

const designs =
  /系统设计|架构设计|(?:如何|怎么|怎样|请)设计|设计(?:一个|一套|一种)|system design|architecture|\bdesign (?:an?|the)\b|how would you (?:design|build)/i
const manyPoints = 8
const longMs = 180_000
const veryLongMs = 240_000

/**
 * Whether a question opens a whole field, as an interviewer likes to end with: it asks to design
 * something or takes very long, or at least two of these hold: it stands under system design, is for
 * seniors, has many key points, takes long.
 */
export function isBroad(card: Card): boolean {
  if (card.answer.kind === 'missing') return false
  const ms = budgetMs(card)
  if (ms >= veryLongMs || isAboutDesign(card.question)) return true
  const signs = [
    [...card.topics, ...card.tags].some(isAboutDesign),
    card.level === 'senior',
    card.keyPoints.length >= manyPoints,
    ms >= longMs,
  ]
  return signs.filter(Boolean).length >= 2
}

function isAboutDesign(text: string): boolean {
  return designs.test(text)
}
