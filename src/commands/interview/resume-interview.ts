import type { Host, HostPart } from '../../host/host.ts'
import type { Interviews } from '../../host/store/interviews/interviews.ts'
import { after, beganAt, type Interview } from '../../interview/interview.ts'
import { leftMs } from '../../interview/next.ts'
import type { Step } from '../../interview/step.ts'
import { clockTime } from '../../schedule/time.ts'
import { dimmed } from '../../view/layout.ts'
import { allCards } from '../cards/library-options.ts'
import { inBothBanks } from '../review/practice.ts'
import { printReport } from './interview-report.ts'
import { runInterview } from './run-interview.ts'
import { librariesIn, reconciled } from './running-interview.ts'
import type { ReportFile } from './save-report.ts'
import { latestWaiting } from './waiting-interview.ts'

type Way = 'resume' | 'finish' | 'discard' | 'fresh'

/** Goes on with the latest interview that was not ended. */
export async function resumeLatest(
  host: Host,
  store: Interviews,
  report: ReportFile | undefined,
): Promise<void> {
  const latest = latestOpen(host, store)
  if (latest !== undefined) await resume(host, store, latest, report)
}

/** Throws the latest interview away that was not ended; what was graded in it stays. */
export async function discardLatest(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  store: Interviews,
): Promise<void> {
  const latest = latestOpen(host, store)
  if (latest !== undefined) await ended(host, store, latest, 'discard')
}

/** Undefined, and said why, where there is none that is ours. */
function latestOpen({ terminal }: HostPart<'terminal'>, store: Interviews): Interview | undefined {
  const open = store.open()
  const latest = open.find(({ name }) => !store.isHeld(name))
  const look = terminal.look()
  const words = look.say.interview
  if (latest === undefined) {
    terminal.print(open.length === 0 ? [words.nothingOpen] : dimmed(words.heldElsewhere, look))
  }
  return latest
}

/**
 * Offers to go on with an interview that was not ended, or only says so where nothing is to be
 * asked first. False if a new one is to begin.
 */
export async function offerOpen(
  host: Host,
  store: Interviews,
  asks: boolean,
  report: ReportFile | undefined,
): Promise<boolean> {
  const latest = latestWaiting(host, store)
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
  if (way === 'fresh') return false
  if (way === 'resume') await resume(host, store, latest, report)
  else await ended(host, store, latest, way)
  return way !== 'discard'
}

/** What an interview is by now, held by this process; undefined, and said why, if it is not ours. */
function taken(
  host: HostPart<'terminal' | 'store'>,
  store: Interviews,
  { name }: Interview,
): Interview | undefined {
  const { terminal } = host
  const look = terminal.look()
  const words = look.say.interview
  // while a menu was open, another terminal may have gone on with it, or ended it
  if (!store.hold(name)) {
    terminal.print(dimmed(words.heldElsewhere, look))
    return undefined
  }
  const now = store.read(name)
  if (now !== undefined && now.ended === undefined) return reconciled(host, store, now)
  terminal.print(dimmed(words.endedElsewhere, look))
  return undefined
}

async function ended(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  store: Interviews,
  latest: Interview,
  way: 'finish' | 'discard',
): Promise<void> {
  const interview = taken(host, store, latest)
  if (interview === undefined) return
  const how = way === 'finish' ? 'cut-short' : 'discarded'
  const step: Step = { kind: 'ended', at: host.clock.now(), how }
  store.append(interview.name, step)
  store.forget(interview.name)
  if (way === 'finish') return printReport(host, after(interview, step))
  host.terminal.print([host.terminal.look().say.interview.discarded])
}

async function resume(
  host: Host,
  store: Interviews,
  latest: Interview,
  report: ReportFile | undefined,
): Promise<void> {
  const interview = taken(host, store, latest)
  if (interview === undefined) return
  const { name } = interview
  const cards = await allCards(host, inBothBanks(librariesIn(interview)))
  store.append(name, { kind: 'resumed', at: host.clock.now() })
  const left = leftMs(interview)
  if (left !== undefined) {
    const used = store.kept(name)?.usedMs ?? 0
    const { say } = host.terminal.look()
    host.terminal.print([say.interview.resumed(clockTime(Math.max(0, left - used)))])
  }
  return runInterview(host, store, { interview, cards, report })
}
