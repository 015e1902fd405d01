import { UserError } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import { pastInterviews } from '../../interview/compared.ts'
import type { Interview } from '../../interview/interview.ts'

/** An interview and its number, from 1. */
export type Past = { readonly interview: Interview; readonly n: number }

/**
 * A past interview by its number, from 1, or counted back from the last, -1. Throws the fault
 * `no-such-interview`.
 */
export async function pastInterview(host: HostPart<'store'>, n: number): Promise<Past> {
  const past = await allPast(host)
  const index = n < 0 ? past.length + n : n - 1
  const interview = past[index]
  if (interview === undefined) {
    throw new UserError({ code: 'no-such-interview', count: past.length })
  }
  return { interview, n: index + 1 }
}

/** Those that count, oldest first. */
export async function allPast(host: HostPart<'store'>): Promise<readonly Interview[]> {
  return pastInterviews((await host.store.openInterviews()).all())
}
