import type { Host } from '../host/host.ts'
import type { Interview } from '../interview/interview.ts'
import { interviewReport } from '../view/interview-report.ts'
import type { Printed } from '../view/layout.ts'
import type { Look } from '../view/look.ts'
import { type Course, lastGraded, taken } from './course.ts'
import { undoLast } from './grade-turn.ts'
import { backgroundOf, printReport } from './interview-report.ts'
import { orSay } from './save-record.ts'
import { type ReportFile, saveReport } from './save-report.ts'
import { pauseScreen } from './screens.ts'
import { type Seat, sitThrough } from './sit-through.ts'

/** Reports a finished interview; its last grade may still be taken back. False if the person left. */
export async function closeInterview(
  host: Host,
  seat: Seat,
  file: ReportFile | undefined,
): Promise<boolean> {
  const { terminal } = host
  for (;;) {
    seat.course = await taken(host, seat.course, { kind: 'ended', at: host.now(), how: 'finished' })
    const { interview } = seat.course
    const background = await backgroundOf(host, interview)
    const report: Printed = (look) => ['', ...interviewReport(interview, background, look)]
    terminal.print(report(terminal.look()))
    const how = lastGraded(interview) === undefined ? 'on' : await closed(host, interview, report)
    if (how !== 'undo') {
      if (file !== undefined) await saved(host, interview, file)
      return how === 'on'
    }
    seat.course = await undoLast(host, seat.course)
    if (!(await sitThrough(host, seat))) return false
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
    if (path !== '') await orSay(host, () => saved(host, interview, { path, force: false }))
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

/** Reports what there is of an interview that was left, and how to go on with it. */
export async function leaveInterview(host: Host, course: Course): Promise<void> {
  const { terminal } = host
  const { interview, store } = course
  const answered = interview.turns.some(({ given }) => given !== undefined)
  const draft = store.kept(interview.name)?.text ?? ''
  terminal.print([''])
  if (answered || draft !== '') return printReport(host, interview)
  // nobody wants to go on with what has not begun
  store.append(interview.name, { kind: 'ended', at: host.now(), how: 'discarded' })
  store.forget(interview.name)
  terminal.print([terminal.look().say.report.nothing])
}
