import type { Host } from '../host/host.ts'
import type { Interview } from '../interview/interview.ts'
import { dimmed, type Printed } from '../view/layout.ts'
import { reportLines } from '../view/report.ts'
import { type Course, lastGraded, taken } from './course.ts'
import { undoLast } from './grade-turn.ts'
import { pauseScreen } from './screens.ts'
import { type Seat, sitThrough } from './sit-through.ts'

/** Reports a finished interview; its last grade may still be taken back. */
export async function closeInterview(host: Host, seat: Seat): Promise<void> {
  const { terminal } = host
  for (;;) {
    seat.course = await taken(host, seat.course, { kind: 'ended', at: host.now(), how: 'finished' })
    const { interview } = seat.course
    const report: Printed = (look) => ['', ...reportLines(interview.turns, false, look)]
    terminal.print(report(terminal.look()))
    if (lastGraded(interview) === undefined) return
    const { kind } = await terminal.live(
      pauseScreen(['undo'], ({ say }) => closingKeys(say.interview.closing), report),
    )
    if (kind !== 'undo') return
    seat.course = await undoLast(host, seat.course)
    if (!(await sitThrough(host, seat))) return
  }
}

function closingKeys({ done, undo }: { readonly done: string; readonly undo: string }): string {
  return `${done} · ${undo}`
}

/** Reports what there is of an interview that was left, and how to go on with it. */
export async function leaveInterview(host: Host, course: Course): Promise<void> {
  const { terminal } = host
  const look = terminal.look()
  const { interview, store } = course
  terminal.print(['', ...reportLines(answeredIn(interview), true, look)])
  const draft = store.kept(interview.name)?.text ?? ''
  if (answeredIn(interview).length > 0 || draft !== '') {
    return terminal.print(dimmed(look.say.interview.keptOpen, look))
  }
  // nobody wants to go on with what has not begun
  store.append(interview.name, { kind: 'ended', at: host.now(), how: 'discarded' })
  store.forget(interview.name)
}

function answeredIn({ turns }: Interview): Interview['turns'] {
  return turns.filter(({ given }) => given !== undefined)
}
