import type { Card, CardLanguage } from '../cards/card.ts'
import { inOneLanguage } from '../schedule/practice.ts'
import type { Mode } from './answer.ts'
import { budgetMs, leastMs } from './budget.ts'
import { difficultyOf } from './difficulty.ts'
import { byClock, type Candidate, type Drawing, drawn } from './drawing.ts'
import { type Known, needsOf, type Why } from './need.ts'

/** What is asked for; times in ms. */
export type Wish = {
  readonly questions: number | undefined
  /** Where neither a number nor a time was said; that there are fewer cards is then no lack. */
  readonly usualQuestions: number
  /** For each question, if it was said. */
  readonly limitMs: number | undefined
  /** For each question, where nothing else says it; undefined lets each card say. */
  readonly usualMs: number | undefined
  /** For the whole interview. */
  readonly totalMs: number | undefined
  readonly mode: Mode
  readonly seed: string
  /** Of a card in two languages, the one in this is asked. */
  readonly language: CardLanguage
  /** Days until the person's own interview, if its date is set. */
  readonly daysLeft: number | undefined
  /** These very cards, in their order; else they are what may be chosen from. */
  readonly named: boolean
}

/** A card that will be asked. */
export type Choice = {
  readonly card: Card
  readonly limitMs: number
  /** At least one; the strongest first. */
  readonly why: readonly Why[]
  readonly known: Known
}

/** An interview before its first question. */
export type Plan = {
  /** In the order in which they are asked. */
  readonly choices: readonly Choice[]
  /** For the whole interview, if that was said. */
  readonly totalMs: number | undefined
  readonly mode: Mode
  readonly seed: string
  /** What was wanted and there are too few cards for. */
  readonly lacking: { readonly questions: number; readonly ms: number }
  readonly daysLeft: number | undefined
}

/** A last question may have so much of its time, if no other fits into what is left. */
const leastShare = 0.6
/** With so many cards in a row that do not fit, no further ones are tried. */
const mostTried = 300

/**
 * Chooses the cards and their order: the same wish with the same knowledge of the same cards gives
 * the same plan.
 */
export function planned(cards: readonly Card[], known: (id: string) => Known, wish: Wish): Plan {
  const once = inOneLanguage(cards, wish.language)
  const open = wish.named ? once : once.filter(({ id }) => !known(id).out)
  const chosen = wish.named ? asNamed(once, known, wish) : chosenFrom(open, known, wish)
  const lacking = lackingOf(chosen, chosen.length === open.length, wish)
  const { totalMs, mode, seed, daysLeft } = wish
  return { choices: chosen, totalMs, mode, seed, daysLeft, lacking }
}

function lackingOf(choices: readonly Choice[], isAll: boolean, wish: Wish): Plan['lacking'] {
  const { questions, totalMs } = wish
  // a rest that no further question fits into lacks nothing
  if (!isAll) return { questions: 0, ms: 0 }
  if (questions !== undefined) return { questions: questions - choices.length, ms: 0 }
  const left = totalMs === undefined ? 0 : totalMs - plannedMs(choices)
  return { questions: 0, ms: left < leastMs ? 0 : left }
}

/** The times of all questions together, in ms. */
export function plannedMs(choices: readonly Choice[]): number {
  return choices.reduce((sum, { limitMs }) => sum + limitMs, 0)
}

function asNamed(
  cards: readonly Card[],
  known: (id: string) => Known,
  wish: Wish,
): readonly Choice[] {
  const asked = cards.slice(0, wish.questions)
  return asked.map((card) => {
    const of = known(card.id)
    const limitMs = sharedMs(card, asked.length, wish)
    return { card, limitMs, why: ['named', ...needsOf(of)], known: of }
  })
}

function chosenFrom(
  cards: readonly Card[],
  known: (id: string) => Known,
  wish: Wish,
): readonly Choice[] {
  const drawing = drawn(cards, known, wish.seed, wish.daysLeft)
  const taken =
    wish.questions === undefined && wish.totalMs !== undefined
      ? filling(drawing, wish.totalMs, wish)
      : counted(drawing, wish.questions ?? wish.usualQuestions, wish)
  return inOrder(taken, drawing)
}

type Taken = { readonly one: Candidate; readonly limitMs: number }

function counted(drawing: Drawing, count: number, wish: Wish): readonly Taken[] {
  const chosen = count < 2 ? anyOf(drawing).slice(0, count) : endsFirst(drawing).slice(0, count)
  return chosen.map((one) => ({ one, limitMs: sharedMs(one.card, chosen.length, wish) }))
}

// A number of questions in a number of minutes says how long each may take.
function sharedMs(card: Card, count: number, wish: Wish): number {
  const { limitMs, totalMs } = wish
  if (totalMs === undefined) return ownMs(card, wish)
  const share = totalMs / count
  return Math.min(limitMs ?? share, share)
}

function ownMs(card: Card, { limitMs, usualMs }: Wish): number {
  return limitMs ?? usualMs ?? budgetMs(card)
}

/** Cards whose own times fill the time there is, and none beyond it. */
function filling(drawing: Drawing, totalMs: number, wish: Wish): readonly Taken[] {
  const taken: Taken[] = []
  const rest: Candidate[] = []
  let left = totalMs
  let tried = 0
  const take = (one: Candidate, limitMs: number) => {
    taken.push({ one, limitMs })
    left -= limitMs
  }
  const { closing } = drawing
  for (const one of endsFirst(drawing)) {
    if (left < leastMs || tried === mostTried) break
    const limitMs = ownMs(one.card, wish)
    // a broad question must leave room for others
    const fits = limitMs <= (one === closing ? totalMs / 2 : left)
    tried = fits ? 0 : tried + 1
    if (fits) take(one, limitMs)
    else rest.push(one)
  }
  const last = rest.find(({ card }) => ownMs(card, wish) * leastShare <= left)
  if (last !== undefined && left >= leastMs) take(last, Math.min(left, ownMs(last.card, wish)))
  const [any] = anyOf(drawing)
  if (taken.length === 0 && any !== undefined) take(any, totalMs)
  return taken
}

function endsFirst({ opening, closing, others }: Drawing): readonly Candidate[] {
  return [closing, opening, ...others].filter((one) => one !== undefined)
}

/** Without an eye on how it begins and ends. */
function anyOf(drawing: Drawing): readonly Candidate[] {
  return [...endsFirst(drawing)].sort(byClock)
}

// Opens easily, rises, and ends with what is broad.
function inOrder(taken: readonly Taken[], { closing, hasTopics }: Drawing): readonly Choice[] {
  const rising = taken
    .filter(({ one }) => one !== closing)
    .map((each) => ({ ...each, difficulty: difficultyOf(each.one.card) }))
    .sort((a, b) => a.difficulty - b.difficulty || byClock(a.one, b.one))
  const broad = taken.filter(({ one }) => one === closing)
  const ordered = [...rising, ...broad]
  return ordered.map(({ one, limitMs }, i): Choice => {
    const place = ordered.length < 2 ? [] : placeOf(i, ordered.length, broad.length > 0)
    const why = [...place, ...needsOf(one.known)]
    const chance: Why = hasTopics ? 'topic' : 'drawn'
    return { card: one.card, limitMs, why: why.length > 0 ? why : [chance], known: one.known }
  })
}

function placeOf(index: number, count: number, endsBroad: boolean): readonly Why[] {
  if (index === 0) return ['opening']
  if (index < count - 1) return []
  return [endsBroad ? 'closing' : 'hardest']
}
