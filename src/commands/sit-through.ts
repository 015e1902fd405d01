import type { Host } from '../host/host.ts'
import type { Turn } from '../interview/interview.ts'
import { awaitsGrade, nextOf, type ToAsk } from '../interview/next.ts'
import { titleLine } from '../view/answered.ts'
import { dimmed } from '../view/layout.ts'
import { answerTurn, putQuestion } from './ask-turn.ts'
import { type Course, lastGraded } from './course.ts'
import { gradeTurn, type Head, undoLast } from './grade-turn.ts'
import { pauseScreen } from './screens.ts'

/** Where an interview is, and how it goes on being there whatever is thrown. */
export type Seat = { course: Course }

/** Does what comes next until nothing does; false if the person left before. */
export async function sitThrough(host: Host, seat: Seat): Promise<boolean> {
  let onScreen: number | undefined
  let isRested = false
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
        const head = onScreen === next.turn.turn ? undefined : headOf(host, seat.course, next.turn)
        // an exam's last answer is still there, but its turn has not come
        onScreen = undefined
        course = await gradeTurn(host, seat.course, next.turn, head)
        break
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

// In an exam the answers come one after another, and how many there are is worth knowing.
function headOf(host: Host, { interview }: Course, turn: Turn): Head {
  if (!interview.exam) return () => []
  const all = interview.turns.filter((one) => awaitsGrade(one) || one.verdict !== undefined)
  const index = all.findIndex((one) => one.turn === turn.turn)
  if (all.every(({ verdict }) => verdict === undefined)) {
    const look = host.terminal.look()
    host.terminal.print(['', ...dimmed(look.say.interview.examOver(all.length), look)])
  }
  return (look) => [titleLine(look.say.interview.examQuestion(index + 1, all.length), look)]
}
