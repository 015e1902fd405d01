import type { HostPart } from '../../host/host.ts'
import type { reviewRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import type { Day } from '../../schedule/day.ts'
import type { Wanted } from '../../schedule/queue.ts'
import { practiceOf } from './practice.ts'

/** How much a person wants on a day: the command line's word, else the settings. */
export function wantedToday(
  host: HostPart<'terminal' | 'store'>,
  today: Day,
  options: Pick<Said<typeof reviewRows>, 'new' | 'ahead'>,
): Wanted {
  const settings = host.store.settings.read()
  return {
    today,
    practice: practiceOf(host),
    newADay: options.new ?? settings.new,
    reviewsADay: settings.reviews,
    aheadDays: options.ahead ?? 0,
  }
}
