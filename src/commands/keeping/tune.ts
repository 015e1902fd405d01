import { UserError } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import { made } from '../../journal/history.ts'
import type { tuneRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { type InUse, inUse, type Rules, rulesOf } from '../../schedule/rules.ts'
import { studyDay } from '../../schedule/time.ts'
import { answersOf, type Tuning, tellingCount, tuned, waiting } from '../../schedule/tuning.ts'
import { revertedJson, revertedLines, tuningJson, tuningLines } from '../../view/tune.ts'
import { recordHead } from '../review/save-record.ts'
import { warnOfLosses } from '../review/today.ts'

export type Options = Said<typeof tuneRows>

/** `viva config tune`: fits parameters to the person's reviews, if that helps. */
export async function run(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  options: Options,
): Promise<void> {
  if (options.revert === true) return revert(host, options)
  const { terminal } = host
  const { acts: all, damaged, newer } = host.store.openJournal().read()
  const acts = made(all, host.clock.now())
  const fits = host.store.openJournal().fits()
  warnOfLosses(host, damaged, newer)
  const rules = rulesOf(host.store.settings.read(), fits.at(-1)?.parameters)
  const answers = answersOf(acts, rules.dayStartMs)
  const wait = waiting(tellingCount(answers), fits.at(-1), {
    today: today(host, rules),
    dayStartMs: rules.dayStartMs,
    force: options.force === true,
  })
  if (wait === undefined && terminal.isTerminal) {
    terminal.warn([terminal.look().say.tune.working])
  }
  const tuning =
    wait ?? kept(host, await tuned(answers, rules.parameters, host.store.fitParameters))
  const after = inUseNow(host)
  if (options.json === true) terminal.json(tuningJson(tuning, after))
  else terminal.print(tuningLines(tuning, after, terminal.look()))
}

function today(host: HostPart<'clock'>, { dayStartMs }: Rules) {
  const at = host.clock.now()
  return studyDay(at, host.clock.offsetAt(at), dayStartMs)
}

/** Has new parameters on disk before anything is said of them. */
function kept(
  host: HostPart<'clock' | 'store'>,
  tuning: Tuning,
): Exclude<Tuning, { readonly kind: 'unusable' }> {
  if (tuning.kind === 'unusable') {
    throw new UserError({ code: 'fitting-failed', reason: 'no 21 numbers' })
  }
  if (tuning.kind === 'tuned') {
    const { parameters, reviews, before, after } = tuning
    const fit = { kind: 'params', parameters, reviews, before, after } as const
    host.store.openJournal().append({ ...recordHead(host), ...fit })
  }
  return tuning
}

/** `viva config tune --revert`: takes back the latest fit, and next time the one before. */
async function revert(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  options: Options,
): Promise<void> {
  const { terminal } = host
  const journal = host.store.openJournal()
  const last = journal.fits().at(-1)
  if (last !== undefined) journal.append({ ...recordHead(host), kind: 'void', ref: last.id })
  const after = inUseNow(host)
  if (options.json === true) terminal.json(revertedJson(last, after))
  else terminal.print(revertedLines(last, after, terminal.look()))
}

function inUseNow(host: HostPart<'store'>): InUse {
  return inUse(host.store.settings.read(), host.store.openJournal().fits().at(-1))
}
