import type { Card } from '../cards/card.ts'
import type { Grade } from './schedule.ts'

export type ReviewItem = {
  readonly card: Card
  readonly kind: 'due' | 'new' | 'cram'
  /** Whether it was failed earlier in the same run. */
  readonly again: boolean
}

/** What became of an item, and how to take it back. */
export type ItemOutcome =
  | {
      readonly kind: 'graded'
      readonly grade: Grade
      /** From the question to the grade. */
      readonly usedMs: number
      /** The review in the journal. */
      readonly record: string
    }
  | {
      readonly kind: 'set-aside'
      readonly how: 'bury' | 'suspend'
      readonly record: string
    }
  | { readonly kind: 'skipped' }

export type DoneItem = { readonly item: ReviewItem; readonly outcome: ItemOutcome }

/** A run of a review: what is still to do, and what was done. */
export type ReviewRun = { readonly todo: readonly ReviewItem[]; readonly done: readonly DoneItem[] }

/** The items of a run: due ones first, at most `limit` in all. */
export function begun(
  due: readonly Card[],
  fresh: readonly Card[],
  limit: number = Number.POSITIVE_INFINITY,
): ReviewRun {
  const items = [...itemsOf(due, 'due'), ...itemsOf(fresh, 'new')]
  return { todo: items.slice(0, limit), done: [] }
}

/** The items of a run in this very order. */
export function ordered(
  cards: readonly Card[],
  isNew: (card: Card) => boolean,
  limit: number = Number.POSITIVE_INFINITY,
): ReviewRun {
  const items = cards.flatMap((card) => itemsOf([card], isNew(card) ? 'new' : 'due'))
  return { todo: items.slice(0, limit), done: [] }
}

/** A run through cards whatever their schedule says. */
export function crammed(
  cards: readonly Card[],
  limit: number = Number.POSITIVE_INFINITY,
): ReviewRun {
  return { todo: itemsOf(cards, 'cram').slice(0, limit), done: [] }
}

function itemsOf(cards: readonly Card[], kind: ReviewItem['kind']): readonly ReviewItem[] {
  return cards.map((card) => ({ card, kind, again: false }))
}

/** The run after its first item is done. A card that was failed comes again, once, at the end. */
export function advanced(run: ReviewRun, outcome: ItemOutcome): ReviewRun {
  const [item, ...todo] = run.todo
  if (item === undefined) return run
  const failed = outcome.kind === 'graded' && outcome.grade === 'again'
  const repeat = failed && !item.again ? [{ ...item, again: true }] : []
  return { todo: [...todo, ...repeat], done: [...run.done, { item, outcome }] }
}

/** The run before its last item was done. */
export function takenBack(run: ReviewRun): ReviewRun {
  const last = run.done.at(-1)
  if (last === undefined) return run
  const { item } = last
  const todo = item.again
    ? run.todo
    : run.todo.filter((one) => !(one.again && one.card.id === item.card.id))
  return { todo: [item, ...todo], done: run.done.slice(0, -1) }
}

/** The same run with newer text of the card that is asked now. */
export function withCard(run: ReviewRun, card: Card): ReviewRun {
  const [item, ...todo] = run.todo
  return item === undefined ? run : { ...run, todo: [{ ...item, card }, ...todo] }
}

export type RunSummary = {
  /** Cards seen for the first time. */
  readonly met: number
  /** Cards graded that had been seen before. */
  readonly reviewed: number
  /** How many of those were recalled at once. */
  readonly recalled: number
  readonly usedMs: number
  /** Cards that were failed in this run. */
  readonly failed: readonly Card[]
}

export function summaryOf({ done }: ReviewRun): RunSummary {
  const graded = done.flatMap(({ item, outcome }) =>
    outcome.kind === 'graded' ? [{ item, outcome }] : [],
  )
  const first = graded.filter(({ item }) => !item.again)
  const known = first.filter(({ item }) => item.kind !== 'new')
  const failed = first.filter(({ outcome }) => outcome.grade === 'again')
  return {
    met: first.length - known.length,
    reviewed: known.length,
    recalled: known.filter(({ outcome }) => outcome.grade !== 'again').length,
    usedMs: graded.reduce((sum, { outcome }) => sum + outcome.usedMs, 0),
    failed: failed.map(({ item }) => item.card),
  }
}

const usualPaceMs = 30_000

/** From so many answers on they alone tell the pace; a first quick day is no habit. */
const fewestPaces = 30

/** What an answer usually takes, in ms: the median of the latest, filled up with what is usual. */
export function pace(latest: readonly number[]): number {
  const lacking = Math.max(0, fewestPaces - latest.length)
  const usual = Array.from({ length: lacking }, () => usualPaceMs)
  const sorted = [...latest, ...usual].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? usualPaceMs
}
