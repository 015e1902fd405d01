import { UserError } from '../errors.ts'
import type { Host } from '../host/host.ts'
import type { JournalRecord } from '../journal/record.ts'
import { type Mode, stillTypingMs } from '../session/asking.ts'
import type { Graded } from '../session/grading.ts'
import type { Turn } from '../session/interview.ts'
import { answeredLines, titleLine } from '../view/answered.ts'
import { loadAnswer, loadQuestion } from '../view/card-page.ts'
import { faultLines } from '../view/fault.ts'
import { gradeStyle, keyPointLines } from '../view/grading.ts'
import type { Printed } from '../view/layout.ts'
import { gradeScreen, retryScreen } from './interview-screens.ts'

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
    const screen = gradeScreen(turn.card.keyPoints, before >= 0, deafMs, reveal.whole)
    const graded = await terminal.live(screen)
    if (graded.kind === 'left') return false
    if (graded.kind === 'graded') {
      turns[index] = await kept(host, turn, graded)
      return true
    }
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
  const answer = await loadAnswer(turn.card, look)
  const below: Printed = (look) => ['', titleLine(look.say.show.answer, look), ...answer(look), '']
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
  await saved(host, { ...recordHead(host), kind: 'void', ref: turn.graded.review })
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

async function kept(host: Host, turn: Turn, { grade, missed, ticked }: Given): Promise<Turn> {
  const { terminal } = host
  const record: JournalRecord = {
    ...recordHead(host),
    kind: 'review',
    card: turn.card.id,
    grade,
    tookMs: turn.usedMs,
    source: 'interview',
  }
  await saved(host, record)
  const look = terminal.look()
  const { say } = look
  terminal.print([
    ...keyPointLines(turn.card.keyPoints, missed, ticked, look),
    gradeStyle(grade, look)(say.interview.graded(say.grade[grade])),
  ])
  return { ...turn, graded: { grade, missed, review: record.id } }
}

function recordHead(host: Host) {
  const at = host.now()
  return { id: host.openJournal().nextId(), at, offset: host.offsetAt(at) }
}

/** Returns when the record is on disk; the person may try again, or leave with the fault. */
async function saved(host: Host, record: JournalRecord): Promise<void> {
  for (;;) {
    try {
      return host.openJournal().append(record)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const said: Printed = (look) => faultLines(error.fault, look)
      host.terminal.print(said(host.terminal.look()))
      const answer = await host.terminal.live(retryScreen(said))
      if (answer === 'leave') throw error
    }
  }
}
