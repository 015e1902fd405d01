import type { Host } from '../host/host.ts'
import type { Interviews } from '../host/interviews.ts'
import { beganAt, type Interview } from '../interview/interview.ts'
import { leftMs } from '../interview/next.ts'
import { clockTime } from '../schedule/time.ts'
import { dimmed } from '../view/layout.ts'
import { settleReviews } from './course.ts'
import { printReport } from './interview-report.ts'
import { allCards } from './library-options.ts'
import { inBothBanks } from './practice.ts'
import type { ReportFile } from './save-report.ts'
import { sitOn } from './sit-on.ts'

type Way = 'resume' | 'finish' | 'discard' | 'fresh'

/** Goes on with the latest interview that was not ended. */
export async function resumeLatest(
  host: Host,
  store: Interviews,
  report: ReportFile | undefined,
): Promise<void> {
  const [latest] = store.open()
  if (latest === undefined) {
    const { say } = host.terminal.look()
    return host.terminal.print([say.interview.nothingOpen])
  }
  return resume(host, store, latest, report)
}

/**
 * Offers to go on with an interview that was not ended, or only says so where nothing is to be
 * asked first. False if a new one is to begin.
 */
export async function offerOpen(host: Host, store: Interviews, asks: boolean): Promise<boolean> {
  const [latest] = store.open()
  if (latest === undefined) return false
  const { terminal } = host
  const look = terminal.look()
  const words = look.say.interview
  if (!asks) {
    terminal.print(dimmed(words.openHint(beganAt(latest)), look))
    return false
  }
  const done = latest.turns.filter(
    ({ given, follows }) => given !== undefined && follows === undefined,
  ).length
  const way = await terminal.choose<Way>({
    message: words.openOne(beganAt(latest), done, latest.planned.length),
    choices: [
      { name: words.resume, value: 'resume' },
      { name: words.finish, value: 'finish' },
      { name: words.discard, value: 'discard' },
      { name: words.fresh, value: 'fresh' },
    ],
  })
  return obeyed(host, store, latest, way)
}

async function obeyed(
  host: Host,
  store: Interviews,
  latest: Interview,
  way: Way,
): Promise<boolean> {
  const { terminal } = host
  switch (way) {
    case 'resume':
      await resume(host, store, latest)
      return true
    case 'fresh':
      return false
    case 'finish':
    case 'discard':
      settleReviews(host, latest)
      store.append(latest.name, {
        ...{ kind: 'ended', at: host.now(), how: way === 'finish' ? 'cut-short' : 'discarded' },
      })
      store.forget(latest.name)
  }
  if (way === 'finish') await printReport(host, latest)
  else terminal.print([terminal.look().say.interview.discarded])
  return way === 'finish'
}

async function resume(
  host: Host,
  store: Interviews,
  interview: Interview,
  report?: ReportFile,
): Promise<void> {
  const { name, libraries } = interview
  if (!store.hold(name)) return
  settleReviews(host, interview)
  const options = libraries.length === 0 ? {} : { library: libraries }
  const cards = await allCards(host, inBothBanks(options))
  store.append(name, { kind: 'resumed', at: host.now() })
  const left = leftMs(interview)
  if (left !== undefined) {
    const { say } = host.terminal.look()
    host.terminal.print([say.interview.resumed(clockTime(left))])
  }
  return sitOn(host, store, { interview, cards, report })
}
