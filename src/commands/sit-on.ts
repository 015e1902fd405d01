import type { Card } from '../cards/card.ts'
import { Interrupted } from '../errors.ts'
import type { Host } from '../host/host.ts'
import type { Interviews } from '../host/interviews.ts'
import type { Interview } from '../interview/interview.ts'
import { closeInterview, leaveInterview } from './close-interview.ts'
import { askedIn } from './practice.ts'
import { orSay } from './save-record.ts'
import type { ReportFile } from './save-report.ts'
import { type Seat, sitThrough } from './sit-through.ts'

/** An interview to sit. */
export type Sitting = {
  readonly interview: Interview
  readonly cards: readonly Card[]
  /** Where its report is written in the end, if it is. */
  readonly report: ReportFile | undefined
}

/** Sits an interview from where it is to its end, or until the person leaves. */
export async function sitOn(host: Host, store: Interviews, sitting: Sitting): Promise<void> {
  const { interview, report } = sitting
  const cards = askedIn(host, interview, sitting.cards)
  const glossary = await host.ownGlossary()
  const seat: Seat = { course: { interview, cards, store, glossary } }
  let finished = false
  try {
    finished = (await sitThrough(host, seat)) && (await closeInterview(host, seat, report))
  } finally {
    // also for whoever gave up on saving: what was kept before stays
    if (!finished) await orSay(host, () => leaveInterview(host, seat.course))
  }
  if (!finished) throw new Interrupted()
}
