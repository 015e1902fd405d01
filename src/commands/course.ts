import type { Host } from '../host/host.ts'
import type { Interviews } from '../host/interviews.ts'
import type { CardsById } from '../interview/follow-ups.ts'
import { after, type Interview, type Turn } from '../interview/interview.ts'
import type { Step, Verdict } from '../interview/step.ts'
import type { JournalRecord } from '../journal/record.ts'
import type { Printed } from '../view/layout.ts'
import { orRetry } from './save-record.ts'

/** An interview on its way, its cards, and where its steps are kept. */
export type Course = {
  readonly interview: Interview
  readonly cards: CardsById
  readonly store: Interviews
  /** The person's own lines. */
  readonly glossary: string
}

/** The interview after a step, which is on disk then. `above` is what stands on the screen. */
export async function taken(
  host: Host,
  course: Course,
  step: Step,
  above?: Printed,
): Promise<Course> {
  const { interview, store } = course
  await orRetry(host, () => store.append(interview.name, step), above)
  return { ...course, interview: after(interview, step) }
}

/** The review that a verdict stands for; undefined for a question that is no card. */
export function reviewOf(interview: Interview, turn: Turn): JournalRecord | undefined {
  const { card, given, verdict } = turn
  if (card === undefined || verdict?.review === undefined) return undefined
  const { review: id, at, grade, coverage, missed } = verdict
  const comparison = coverage === undefined ? undefined : { coverage, missed }
  const head = { id, at, offset: interview.offset, kind: 'review', card } as const
  return { ...head, grade, tookMs: given?.usedMs ?? 0, source: 'interview', comparison }
}

/**
 * Has every review of an interview in the journal. One that a crash kept out of it is appended now;
 * those that are there, or were taken back, are left alone.
 */
export function settleReviews(host: Host, interview: Interview): void {
  const journal = host.openJournal()
  const reviews = interview.turns.flatMap((turn) => reviewOf(interview, turn) ?? [])
  if (reviews.length === 0) return
  const known = journal.ids()
  const lost = reviews.filter(({ id }) => !known.has(id))
  if (lost.length > 0) journal.appendAll(lost)
}

/** The turn that was graded last; undefined if none is. */
export function lastGraded({
  turns,
}: Interview): (Turn & { readonly verdict: Verdict }) | undefined {
  const graded = turns.flatMap((turn) =>
    turn.verdict === undefined ? [] : [{ ...turn, verdict: turn.verdict }],
  )
  return graded.sort((a, b) => a.verdict.at - b.verdict.at || a.turn - b.turn).at(-1)
}
