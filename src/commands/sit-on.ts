import type { Card } from '../cards/card.ts'
import { Interrupted } from '../errors.ts'
import type { Host } from '../host/host.ts'
import type { Interviews } from '../host/interviews.ts'
import type { Interview } from '../interview/interview.ts'
import { closeInterview, leaveInterview } from './close-interview.ts'
import type { Seat } from './course.ts'
import { askedIn } from './practice.ts'
import { orSay } from './save-record.ts'
import type { ReportFile } from './save-report.ts'
import { sitThrough } from './sit-through.ts'

/** What an interview is sat with. */
export type Start = {
  readonly interview: Interview
  readonly cards: readonly Card[]
  /** Where its report is written in the end, if it is. */
  readonly report: ReportFile | undefined
}

/** Sits an interview from where it is to its end, or until the person leaves. */
export async function sitOn(host: Host, store: Interviews, start: Start): Promise<void> {
  const { interview, report } = start
  const cards = askedIn(host, interview, start.cards)
  const glossary = await host.ownGlossary()
  const seat: Seat = { course: { interview, cards, store, glossary } }
  let through = false
  try {
    through = await sitThrough(host, seat)
  } finally {
    // also for whoever gave up on saving: what was kept before stays
    if (!through) await orSay(host, () => leaveInterview(host, seat.course))
  }
  if (!through || !(await closeInterview(host, seat, report))) throw new Interrupted()
}
