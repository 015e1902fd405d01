import type { Card } from '../../cards/card.ts'
import { UserError } from '../../errors.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { Interviews } from '../../host/store/interviews/interviews.ts'
import { interviewOf } from '../../interview/interview.ts'
import type { Begun } from '../../interview/step.ts'
import { type InterviewOptions, isSaid } from '../../options/interview.ts'
import { narrowingOf, presetOf, typed } from '../../options/presets.ts'
import { introLines } from '../../view/reports/plan.ts'
import { type PlannedInterview, planInterview } from './plan-interview.ts'
import { discardLatest, offerOpen, resumeLatest } from './resume-interview.ts'
import { runInterview } from './run-interview.ts'
import { checkReportPath, type ReportFile } from './save-report.ts'

/** `viva interview`: asks under a clock, shows the model answer, keeps each grade at once. */
export async function run(host: Host, options: InterviewOptions): Promise<void> {
  if (options.dryRun === true || options.json === true) {
    return (await import('./dry-run.ts')).run(host, options)
  }
  if (options.discard === true) return discardLatest(host, await host.store.openInterviews())
  if (!host.terminal.interactive) {
    throw new UserError({ code: 'no-terminal', command: 'interview' })
  }
  if (options.save !== undefined) checkReportPath(host, options.save, options.force === true)
  const store = await host.store.openInterviews()
  if (options.resume === true) return resumeLatest(host, store, reportOf(options))
  if (await offerOpen(host, store, !isSaid(options), reportOf(options))) return
  return begin(host, store, await planInterview(host, options))
}

/** The same on these cards. */
export async function interviewOn(
  host: Host,
  cards: readonly Card[],
  options: InterviewOptions,
): Promise<void> {
  const store = await host.store.openInterviews()
  return begin(host, store, await planInterview(host, options, cards))
}

async function begin(host: Host, store: Interviews, planned: PlannedInterview): Promise<void> {
  const { terminal } = host
  terminal.print(introLines(planned.plan, terminal.look()))
  const begun = begunOf(host, planned)
  const interview = interviewOf(store.begin(begun), [begun])
  const { cards, options } = planned
  if (interview !== undefined) {
    await runInterview(host, store, { interview, cards, report: reportOf(options) })
  }
}

function reportOf({ save, force }: InterviewOptions): ReportFile | undefined {
  return save === undefined ? undefined : { path: save, force: force === true }
}

function begunOf(host: HostPart<'clock' | 'files'>, { plan, options }: PlannedInterview): Begun {
  const at = host.clock.now()
  return {
    kind: 'begun',
    at,
    offset: host.clock.offsetAt(at),
    seed: plan.seed,
    mode: plan.mode,
    exam: options.exam === true,
    soft: options.soft === true,
    breaks: options.breaks === true,
    followUps: options.followUps !== false,
    planned: plan.choices.map((one) => ({ card: one.card.id, limitMs: Math.round(one.limitMs) })),
    libraries: (options.library ?? []).map(host.files.absolute),
    narrowed: typed(narrowingOf(presetOf(options))),
    totalMs: plan.totalMs,
  }
}
