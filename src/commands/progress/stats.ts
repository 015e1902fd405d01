import type { Card } from '../../cards/card.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { statsRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { dayOf } from '../../schedule/day.ts'
import { folded, noSchedules } from '../../schedule/fold.ts'
import { inOneLanguage } from '../../schedule/practice.ts'
import { type Stats, statsOf } from '../../stats/stats.ts'
import { wrap } from '../../text/wrap.ts'
import { textColumns } from '../../view/layout.ts'
import { statsJson } from '../../view/stats/json.ts'
import { statsLines } from '../../view/stats/lines.ts'
import { statsWords } from '../../view/stats/words.ts'
import { cardsFor } from '../cards/library-options.ts'
import { allPast } from '../interview/past-interview.ts'
import { readToday, type Today } from '../review/today.ts'

export type Options = Said<typeof statsRows>

/** `viva stats`: how a person gets on, plotted; in words where nothing can be seen. */
export async function run(host: Host, options: Options): Promise<void> {
  const { terminal } = host
  const stats = await readStats(host, options)
  if (options.save !== undefined) {
    const { saveStats } = await import('./save-stats.ts')
    const path = await saveStats(host, stats, options.save, options.force === true)
    const say = options.json === true ? terminal.warn : terminal.print
    say([terminal.look().say.progress.savedTo(path)])
    if (options.json !== true) return
  }
  if (options.json === true) return terminal.json(statsJson(stats))
  const look = terminal.look()
  const { progress } = look.say
  if (stats.totals.reviews === 0) {
    const none = options.since === undefined ? progress.none : progress.noneSince(options.since)
    return terminal.print(wrap(none, textColumns(look)))
  }
  if (look.plain === true || !terminal.isTerminal) {
    const lines = statsWords(stats, look.say)
    return terminal.print(
      terminal.isTerminal ? lines.flatMap((line) => wrap(line, textColumns(look))) : lines,
    )
  }
  await terminal.page(statsLines(stats, look))
}

async function readStats(host: Host, options: Options): Promise<Stats> {
  const cards = inOneLanguage(await cardsFor(host, options), host.terminal.look().language)
  const isNarrowed = [options.topic, options.tag, options.level].some((one) => one !== undefined)
  const today = await readToday(host)
  const now = isNarrowed ? only(host, cards, today) : today
  const since = options.since === undefined ? undefined : dayOf(options.since)
  // interviews are about more than some cards
  return statsOf(cards, now, isNarrowed ? [] : await allPast(host), since)
}

/** The same day as if nothing had been done but with these cards. */
function only(host: HostPart<'store'>, cards: readonly Card[], today: Today): Today {
  const ids = new Set(cards.map(({ id }) => id))
  const acts = host.store
    .openJournal()
    .read()
    .acts.filter(({ card }) => ids.has(card))
  return { ...today, schedules: folded(noSchedules, acts, today.rules) }
}
