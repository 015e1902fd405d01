import { UserError } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import type { JournalRecord } from '../../journal/record.ts'
import type { Instant } from '../../schedule/schedule.ts'
import { retryScreen } from '../../screens/retry.ts'
import { faultLines } from '../../view/fault.ts'
import type { Printed } from '../../view/layout.ts'

/** What every record begins with, made now. */
export function recordHead(host: HostPart<'clock' | 'store'>): {
  id: string
  at: Instant
  offset: number
} {
  const at = host.clock.now()
  return { id: host.store.openJournal().nextId(), at, offset: host.clock.offsetAt(at) }
}

/** Returns when the record is on disk; the person may try again, or leave with the fault. */
export async function saveRecord(
  host: HostPart<'terminal' | 'store'>,
  record: JournalRecord,
  above?: Printed,
): Promise<void> {
  await orRetry(host, () => host.store.openJournal().append(record), above)
}

/**
 * Does what keeps something; after a fault the person may try again, or leave with it. `above` is
 * what stands on the screen, to be there still after a resize.
 */
export async function orRetry(
  host: HostPart<'terminal'>,
  keep: () => void,
  above: Printed = () => [],
): Promise<void> {
  for (;;) {
    try {
      return keep()
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const said: Printed = (look) => faultLines(error.fault, look)
      host.terminal.print(said(host.terminal.look()))
      const whole: Printed = (look) => [...above(look), ...said(look)]
      const answer = await host.terminal.live(retryScreen(whole))
      if (answer === 'leave') throw error
    }
  }
}

/** Does something with an editor or a file; a failure is said, and all goes on. False if it failed. */
export async function orSay(
  host: HostPart<'terminal'>,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    host.terminal.print(faultLines(error.fault, host.terminal.look()))
    return false
  }
}
