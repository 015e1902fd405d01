import { UserError } from '../../errors.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { Interviews } from '../../host/store/interviews/interviews.ts'
import type { Interview } from '../../interview/interview.ts'
import { pauseScreen } from '../../screens/pause.ts'
import { dimmed, type Printed } from '../../view/layout.ts'
import type { Look } from '../../view/look.ts'
import { interviewReport } from '../../view/reports/interview-report.ts'
import { orSay } from '../review/save-record.ts'
import { undoLast } from './grade-turn.ts'
import { runTurns } from './interview-loop.ts'
import { backgroundOf, printReport } from './interview-report.ts'
import { afterStep, lastGraded, type RunningInterview, unsavedIn } from './running-interview.ts'
import { type ReportFile, saveReport } from './save-report.ts'

/** Reports a finished interview; its last grade may still be taken back. False if the person left. */
export async function closeInterview(
  host: Host,
  through: RunningInterview,
  file: ReportFile | undefined,
): Promise<boolean> {
  const { terminal } = host
  let running = through
  let target = file
  for (;;) {
    running = await afterStep(host, running, {
      kind: 'ended',
      at: host.clock.now(),
      how: 'finished',
    })
    const { interview } = running
    const background = await backgroundOf(host, interview)
    const report: Printed = (look) => ['', ...interviewReport(interview, background, look)]
    terminal.print(report(terminal.look()))
    if (target !== undefined) {
      const { path, force } = target
      // what was just written is ours to write again after a grade was taken back
      const isSaved = await orSay(host, () => saved(host, interview, { path, force }))
      target = { path, force: force || isSaved }
    }
    if (lastGraded(interview) === undefined) return true
    const how = await closed(host, interview, report)
    if (how !== 'undo') return how === 'on'
    const then = await runTurns(host, await undoLast(host, running))
    if (then === undefined) {
      await leaveInterview(host, running.store, interview.name)
      return false
    }
    running = then
  }
}

async function closed(
  host: Host,
  interview: Interview,
  report: Printed,
): Promise<'on' | 'undo' | 'left'> {
  const { terminal } = host
  for (;;) {
    const { kind } = await terminal.live(pauseScreen(['undo', 'save'], closingKeys, report))
    if (kind !== 'save') return kind
    const path = (await terminal.ask(terminal.look().say.interview.askReport)).trim()
    if (path !== '') await orSay(host, () => savedOrReplaced(host, interview, path))
  }
}

function closingKeys({ say }: Look): string {
  const { done, save, undo } = say.interview.closing
  return `${done} · ${save} · ${undo}`
}

async function saved(host: Host, interview: Interview, file: ReportFile): Promise<void> {
  const target = await saveReport(host, interview, file.path, { force: file.force })
  host.terminal.print([host.terminal.look().say.report.savedTo(target)])
}

async function savedOrReplaced(host: Host, interview: Interview, path: string): Promise<void> {
  try {
    await saved(host, interview, { path, force: false })
  } catch (error) {
    if (!(error instanceof UserError) || error.fault.code !== 'file-exists') throw error
    const words = host.terminal.look().say.interview
    const replaces = await host.terminal.choose({
      message: words.askReplace(error.fault.path),
      choices: [
        { name: words.otherName, value: false },
        { name: words.replace, value: true },
      ],
    })
    if (replaces) await saved(host, interview, { path, force: true })
  }
}

/**
 * Reports what there is of an interview that was left, and how to go on with it: what is in its
 * file, for each step was there before it counted.
 */
export async function leaveInterview(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  store: Interviews,
  name: string,
): Promise<void> {
  const { terminal } = host
  const interview = store.read(name)
  // who cannot read what was kept must not throw it away either
  if (interview === undefined) return
  const answered = interview.turns.some(({ given }) => given !== undefined)
  const draft = store.kept(name)?.text ?? ''
  const look = terminal.look()
  terminal.print([''])
  if (answered || draft !== '') {
    await printReport(host, interview)
    const unsaved = unsavedIn(host, interview)
    if (unsaved > 0) terminal.print(dimmed(look.say.interview.unsaved(unsaved), look))
    return
  }
  // nobody wants to go on with what has not begun
  store.append(name, { kind: 'ended', at: host.clock.now(), how: 'discarded' })
  store.forget(name)
  terminal.print([look.say.report.nothing])
}
