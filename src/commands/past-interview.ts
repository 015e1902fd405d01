import { UserError } from '../errors.ts'
import type { Host } from '../host/host.ts'
import { pastInterviews } from '../interview/compared.ts'
import type { Interview } from '../interview/interview.ts'

/**
 * A past interview by its number, from 1, or counted back from the last, -1. Throws the fault
 * `no-such-interview`.
 */
export async function pastInterview(host: Host, n: number): Promise<Interview> {
  const past = pastInterviews((await host.openInterviews()).all())
  const interview = past[n < 0 ? past.length + n : n - 1]
  if (interview === undefined) {
    throw new UserError({ code: 'no-such-interview', count: past.length })
  }
  return interview
}
