import type { Host } from '../host/host.ts'
import type { JournalRecord } from '../journal/record.ts'
import { type Mode, stillTypingMs } from '../session/asking.ts'
import type { Graded } from '../session/grading.ts'
import type { Turn } from '../session/interview.ts'
import { answeredLines } from '../view/answered.ts'
import { loadModelAnswer, loadQuestion } from '../view/card-page.ts'
import { gradeStyle, keyPointLines } from '../view/grading.ts'
import type { Printed } from '../view/layout.ts'
import { recordHead, saveRecord } from './save-record.ts'
import { gradeScreen } from './screens.ts'

/**
 * Shows the model answer to a turn and has it graded; the grade is in the journal before this
 * returns. False if the person left. `u` first has the grade before it given once more.
 */
export async function gradeTurn(
  host: Host,
  turns: Turn[],
  index: number,
  mode: Mode,
): Promise<boolean> {
  const turn = turns[index]
  if (turn === undefined) return true
  const { terminal } = host
  const reveal = await loadReveal(host, turn, mode)
  terminal.print(reveal.below(terminal.look()))
  for (;;) {
    const before = lastGraded(turns, index)
    // the rest of a word that the end of the time cut short must not become a grade
    const deafMs = turn.cutShort ? stillTypingMs : 0
    const screen = gradeScreen(turn.card.keyPoints, { canUndo: before >= 0, deafMs }, reveal.whole)
    const graded = await terminal.live(screen)
    if (graded.kind === 'left') return false
    if (graded.kind === 'graded') {
      turns[index] = await kept(host, turn, graded, reveal.whole)
      return true
    }
    if (graded.kind !== 'undo') continue
    if (!(await gradedAgain(host, turns, before, mode))) return false
    terminal.print(reveal.whole(terminal.look()))
  }
}

function lastGraded(turns: readonly Turn[], before: number): number {
  return turns.findLastIndex((turn, i) => i < before && turn.graded !== undefined)
}

type Reveal = {
  /** What stands on the screen while the answer is compared. */
  readonly whole: Printed
  /** The part of it below the answer given. */
  readonly below: Printed
}

async function loadReveal(host: Host, turn: Turn, mode: Mode): Promise<Reveal> {
  const look = host.terminal.look()
  const question = await loadQuestion(turn.card, look)
  const below = await loadModelAnswer(turn.card, host.notes.read(turn.card.id), look)
  const whole: Printed = (look) => [
    '',
    ...question(look),
    '',
    ...answeredLines(turn, mode, look),
    ...below(look),
  ]
  return { whole, below }
}

async function gradedAgain(host: Host, turns: Turn[], index: number, mode: Mode): Promise<boolean> {
  const turn = turns[index]
  if (turn?.graded === undefined) return true
  const { terminal } = host
  await saveRecord(host, { ...recordHead(host), kind: 'void', ref: turn.graded.review })
  turns[index] = { ...turn, graded: undefined }
  const look = terminal.look()
  const question = await loadQuestion(turn.card, look)
  terminal.print([
    look.paint.warn(look.say.interview.tookBack),
    ...question(look),
    '',
    ...answeredLines(turn, mode, look),
  ])
  return gradeTurn(host, turns, index, mode)
}

type Given = Extract<Graded, { readonly kind: 'graded' }>

async function kept(
  host: Host,
  turn: Turn,
  { grade, missed, ticked }: Given,
  above: Printed,
): Promise<Turn> {
  const { terminal } = host
  const record: JournalRecord = {
    ...recordHead(host),
    kind: 'review',
    card: turn.card.id,
    grade,
    tookMs: turn.usedMs,
    source: 'interview',
  }
  await saveRecord(host, record, above)
  const look = terminal.look()
  const { say } = look
  terminal.print([
    ...keyPointLines(turn.card.keyPoints, missed, ticked, look),
    gradeStyle(grade, look)(say.interview.graded(say.grade[grade])),
  ])
  return { ...turn, graded: { grade, missed, review: record.id } }
}
