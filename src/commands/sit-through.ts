import type { Host } from '../host/host.ts'
import type { Interview, Turn } from '../interview/interview.ts'
import { awaitsGrade, nextOf, type ToAsk } from '../interview/next.ts'
import { pauseScreen } from '../screens/pause.ts'
import { dimmed, titleLine } from '../view/layout.ts'
import { answerTurn, putQuestion } from './ask-turn.ts'
import { type Course, lastGraded, type Seat } from './course.ts'
import { gradeTurn, type Head, undoLast } from './grade-turn.ts'

/** Does what comes next until nothing does; false if the person left before. */
export async function sitThrough(host: Host, seat: Seat): Promise<boolean> {
  let onScreen: number | undefined
  let isRested = false
  let isOver = false
  for (;;) {
    const { interview, cards } = seat.course
    const next = nextOf(interview, cards)
    let course: Course | undefined
    switch (next.kind) {
      case 'done':
        return true
      case 'ask':
        if (!isRested && wantsRest(seat.course, next.asked)) {
          const rest = await rested(host, seat.course)
          if (rest === 'left') return false
          isRested = rest === 'on'
          if (rest === 'undo') seat.course = await undoLast(host, seat.course)
          continue
        }
        isRested = false
        course = await putQuestion(host, seat.course, next.asked)
        break
      case 'answer':
        course = await answerTurn(host, seat.course, next.turn)
        onScreen = next.turn.turn
        break
      case 'grade': {
        const isShown = onScreen === next.turn.turn
        // an exam's last answer is still there, but its turn has not come
        onScreen = undefined
        if (interview.exam && !isOver) sayOver(host, seat.course)
        isOver = true
        const head = isShown && !interview.exam ? undefined : headOf(seat.course, next.turn)
        if (!(await gradeTurn(host, seat, next.turn, head))) return false
        continue
      }
    }
    if (course === undefined) return false
    seat.course = course
  }
}

function wantsRest({ interview }: Course, { follows }: ToAsk): boolean {
  return interview.breaks && interview.turns.length > 0 && follows === undefined
}

async function rested(host: Host, { interview }: Course): Promise<'on' | 'undo' | 'left'> {
  const canUndo = lastGraded(interview) !== undefined
  const { kind } = await host.terminal.live(
    pauseScreen(
      canUndo ? ['undo'] : [],
      ({ say }) => (canUndo ? say.interview.restUndo : say.interview.rest),
      () => [],
    ),
  )
  return kind === 'undo' || kind === 'left' ? kind : 'on'
}

function sayOver(host: Host, { interview }: Course): void {
  const look = host.terminal.look()
  const count = comparedIn(interview).length
  host.terminal.print(['', ...dimmed(look.say.interview.examOver(count), look)])
}

// In an exam the answers come one after another, and how many there are is worth knowing.
function headOf({ interview }: Course, turn: Turn): Head {
  if (!interview.exam) return () => []
  const all = comparedIn(interview)
  const index = all.findIndex((one) => one.turn === turn.turn)
  return (look) => [titleLine(look.say.interview.examQuestion(index + 1, all.length), look)]
}

/** The answers that are compared with model answers, or were. */
function comparedIn({ turns }: Interview): readonly Turn[] {
  return turns.filter((turn) => awaitsGrade(turn) || turn.verdict !== undefined)
}
