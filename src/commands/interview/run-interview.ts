import type { Card } from '../../cards/card.ts'
import { Interrupted } from '../../errors.ts'
import type { Host } from '../../host/host.ts'
import type { Interviews } from '../../host/store/interviews/interviews.ts'
import type { Interview } from '../../interview/interview.ts'
import { askedIn } from '../review/practice.ts'
import { orSay } from '../review/save-record.ts'
import { closeInterview, leaveInterview } from './close-interview.ts'
import { runTurns } from './interview-loop.ts'
import type { RunningInterview } from './running-interview.ts'
import type { ReportFile } from './save-report.ts'

/** What an interview is run with. */
export type InterviewStart = {
  readonly interview: Interview
  readonly cards: readonly Card[]
  /** Where its report is written in the end, if it is. */
  readonly report: ReportFile | undefined
}

/** Runs an interview from where it is to its end, or until the person leaves. */
export async function runInterview(
  host: Host,
  store: Interviews,
  { interview, cards, report }: InterviewStart,
): Promise<void> {
  const glossary = await host.library.ownGlossary()
  const running = { interview, cards: askedIn(host, interview, cards), store, glossary }
  let through: RunningInterview | undefined
  try {
    through = await runTurns(host, running)
  } finally {
    // also for whoever gave up on saving: what was kept before stays
    if (through === undefined) {
      await orSay(host, () => leaveInterview(host, store, interview.name))
    }
  }
  if (through === undefined || !(await closeInterview(host, through, report))) {
    throw new Interrupted()
  }
}
