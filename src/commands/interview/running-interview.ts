import type { HostPart } from '../../host/host.ts'
import type { Interviews } from '../../host/store/interviews/interviews.ts'
import type { CardsById } from '../../interview/follow-ups.ts'
import { after, type Interview, type Turn } from '../../interview/interview.ts'
import type { Step, Verdict } from '../../interview/step.ts'
import type { JournalRecord } from '../../journal/record.ts'
import { comparisonOf } from '../../schedule/schedule.ts'
import type { Printed } from '../../view/layout.ts'
import type { LibraryOptions } from '../cards/library-options.ts'
import { orRetry } from '../review/save-record.ts'

/** An interview on its way, its cards, and where its steps are kept. */
export type RunningInterview = {
  readonly interview: Interview
  readonly cards: CardsById
  readonly store: Interviews
  /** The person's own lines. */
  readonly glossary: string
}

/** The libraries that an interview was begun on; the usual ones where none was named. */
export function librariesIn({ libraries }: Interview): LibraryOptions {
  return libraries.length === 0 ? {} : { library: libraries }
}

/** The interview after a step, which is on disk then. `above` is what stands on the screen. */
export async function afterStep(
  host: HostPart<'terminal'>,
  running: RunningInterview,
  step: Step,
  above?: Printed,
): Promise<RunningInterview> {
  const { interview, store } = running
  await orRetry(host, () => store.append(interview.name, step), above)
  return { ...running, interview: after(interview, step) }
}

/** The review that a verdict stands for; undefined for a question that is no card. */
export function reviewOf(turn: Turn): JournalRecord | undefined {
  const { card, given, verdict } = turn
  if (card === undefined || verdict?.review === undefined) return undefined
  const { review: id, at, offset, grade, coverage, missed } = verdict
  const comparison = comparisonOf(coverage, missed)
  const head = { id, at, offset, kind: 'review', card } as const
  return { ...head, grade, tookMs: given?.usedMs ?? 0, source: 'interview', comparison }
}

/**
 * Has interview and journal agree again after a crash or an undoing elsewhere: a review that never
 * came into the journal is appended now, a grade whose review was taken back is asked for again.
 */
export function reconciled(
  host: HostPart<'store'>,
  store: Interviews,
  interview: Interview,
): Interview {
  const journal = host.store.openJournal()
  const given = interview.turns.flatMap((turn) => {
    const review = reviewOf(turn)
    return review === undefined ? [] : [{ turn: turn.turn, review }]
  })
  if (given.length === 0) return interview
  const known = journal.ids()
  const standing = new Set(journal.read().reviews.map(({ id }) => id))
  const lost = given.filter(({ review }) => !known.has(review.id))
  if (lost.length > 0) journal.appendAll(lost.map(({ review }) => review))
  const undone = given.filter(({ review }) => known.has(review.id) && !standing.has(review.id))
  return undone.reduce((before, { turn }) => {
    const step = { kind: 'undone', turn } as const
    store.append(interview.name, step)
    return after(before, step)
  }, interview)
}

/** How many grades of an interview are not in the journal; they come into it when it goes on. */
export function unsavedIn(host: HostPart<'store'>, { turns }: Interview): number {
  const reviews = turns.flatMap((turn) => reviewOf(turn) ?? [])
  if (reviews.length === 0) return 0
  const known = host.store.openJournal().ids()
  return reviews.filter(({ id }) => !known.has(id)).length
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
