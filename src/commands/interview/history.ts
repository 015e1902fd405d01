import type { Host, HostPart } from '../../host/host.ts'
import type { Interview } from '../../interview/interview.ts'
import type { historyRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { headLines, historyLines, historyRecords } from '../../view/reports/history.ts'
import { interviewJson, wholeInterviewJson } from '../../view/reports/history-json.ts'
import { backgroundOf, printReport } from './interview-report.ts'
import { allPast, type Past, pastInterview } from './past-interview.ts'
import { saveReport } from './save-report.ts'

export type Options = Said<typeof historyRows>

/** `viva history`: the past interviews, or one of them again; `n` counts back if it is negative. */
export async function run(host: Host, n: number | undefined, options: Options): Promise<void> {
  // who saves without naming one means the last
  const wanted = n ?? (options.save === undefined ? undefined : -1)
  if (wanted === undefined) return list(host, await allPast(host), options.json === true)
  return one(host, await pastInterview(host, wanted), options)
}

function list(host: HostPart<'terminal'>, past: readonly Interview[], json: boolean): void {
  const { terminal } = host
  if (json) {
    terminal.json(past.map((interview, i) => interviewJson(interview, i + 1)))
    return
  }
  const look = terminal.look()
  if (past.length === 0) terminal.print([look.say.history.none])
  else terminal.print(terminal.isTerminal ? historyLines(past, look) : historyRecords(past))
}

async function one(host: Host, { interview, n }: Past, options: Options): Promise<void> {
  const { terminal } = host
  const look = terminal.look()
  if (options.save !== undefined) {
    const path = await saveReport(host, interview, options.save, options)
    const say = options.json === true ? terminal.warn : terminal.print
    say([look.say.report.savedTo(path)])
  }
  if (options.json === true) {
    terminal.json(wholeInterviewJson(interview, n, await backgroundOf(host, interview)))
  } else if (options.save === undefined) {
    terminal.print(headLines(interview, n, look))
    await printReport(host, interview)
  }
}
