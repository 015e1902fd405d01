import type { Host, HostPart } from '../../host/host.ts'
import type { Interview, Turn } from '../../interview/interview.ts'
import { awaitsGrade, nextOf, type ToAsk } from '../../interview/next.ts'
import { pauseScreen } from '../../screens/pause.ts'
import { dimmed, titleLine } from '../../view/layout.ts'
import { answerTurn, putQuestion } from './ask-turn.ts'
import { gradeTurn, type TurnHead, undoLast } from './grade-turn.ts'
import { lastGraded, type RunningInterview } from './running-interview.ts'

/** Does what comes next until nothing does; undefined if the person left before. */
export async function runTurns(
  host: Host,
  start: RunningInterview,
): Promise<RunningInterview | undefined> {
  let running = start
  let onScreen: number | undefined
  let isRested = false
  let isOver = false
  for (;;) {
    const { interview, cards } = running
    const next = nextOf(interview, cards)
    let then: RunningInterview | undefined
    switch (next.kind) {
      case 'done':
        return running
      case 'ask':
        if (!isRested && wantsRest(running, next.asked)) {
          const rest = await rested(host, running)
          if (rest === 'left') return undefined
          isRested = rest === 'on'
          if (rest === 'undo') running = await undoLast(host, running)
          continue
        }
        isRested = false
        then = await putQuestion(host, running, next.asked)
        break
      case 'answer':
        then = await answerTurn(host, running, next.turn)
        onScreen = next.turn.turn
        break
      case 'grade': {
        const isShown = onScreen === next.turn.turn
        // an exam's last answer is still there, but its turn has not come
        onScreen = undefined
        if (interview.exam && !isOver) sayOver(host, running)
        isOver = true
        const head = isShown && !interview.exam ? undefined : headOf(running, next.turn)
        then = await gradeTurn(host, running, next.turn, head)
      }
    }
    if (then === undefined) return undefined
    running = then
  }
}

function wantsRest({ interview }: RunningInterview, { follows }: ToAsk): boolean {
  return interview.breaks && interview.turns.length > 0 && follows === undefined
}

async function rested(
  host: HostPart<'terminal'>,
  { interview }: RunningInterview,
): Promise<'on' | 'undo' | 'left'> {
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

function sayOver(host: HostPart<'terminal'>, { interview }: RunningInterview): void {
  const look = host.terminal.look()
  const count = comparedIn(interview).length
  host.terminal.print(['', ...dimmed(look.say.interview.examOver(count), look)])
}

// In an exam the answers come one after another, and how many there are is worth knowing.
function headOf({ interview }: RunningInterview, turn: Turn): TurnHead {
  if (!interview.exam) return () => []
  const all = comparedIn(interview)
  const index = all.findIndex((one) => one.turn === turn.turn)
  return (look) => [titleLine(look.say.interview.examQuestion(index + 1, all.length), look)]
}

/** The answers that are compared with model answers, or were. */
function comparedIn({ turns }: Interview): readonly Turn[] {
  return turns.filter((turn) => awaitsGrade(turn) || turn.verdict !== undefined)
}
