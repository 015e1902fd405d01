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

/** Those that count, oldest first: something was said in them, if only in a draft. */
export async function allPast(host: HostPart<'store'>): Promise<readonly Interview[]> {
  const store = await host.store.openInterviews()
  // a window that was closed at once leaves a question that nobody answered
  return pastInterviews(store.all()).filter(
    ({ name, turns }) =>
      turns.some(({ given }) => given !== undefined) || (store.kept(name)?.text ?? '') !== '',
  )
}
