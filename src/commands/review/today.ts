import type { HostPart } from '../../host/host.ts'
import type { Day } from '../../schedule/day.ts'
import type { Rules } from '../../schedule/rules.ts'
import type { Instant, Schedules } from '../../schedule/schedule.ts'
import { studyDay } from '../../schedule/time.ts'

/** Now, and where the cards stand. */
export type Today = {
  readonly at: Instant
  /** Minutes east of UTC. */
  readonly offset: number
  readonly day: Day
  readonly rules: Rules
  readonly schedules: Schedules
}

/** Reads the journals; what could not be read of them is said on stderr. */
export async function readToday(host: HostPart<'clock' | 'terminal' | 'store'>): Promise<Today> {
  const settings = host.store.settings.read()
  const { schedules, rules, damaged, newer, ahead } = await host.store
    .openJournal()
    .standings(settings)
  warnOfLosses(host, damaged, newer)
  if (ahead > 0) host.terminal.warn([host.terminal.look().say.log.ahead(ahead)])
  const at = host.clock.now()
  const offset = host.clock.offsetAt(at)
  return { at, offset, day: studyDay(at, offset, rules.dayStartMs), rules, schedules }
}

/** Says how many lines of the journal could not be read. */
export function warnOfLosses(host: HostPart<'terminal'>, damaged: number, newer: number): void {
  const { log } = host.terminal.look().say
  if (damaged > 0) host.terminal.warn([log.damaged(damaged)])
  if (newer > 0) host.terminal.warn([log.newer(newer)])
}
