import type { Host, HostPart } from '../../host/host.ts'
import { type ComparedPoint, comparedPoints } from '../../interview/comparing.ts'
import type { JournalRecord } from '../../journal/record.ts'
import { intervals } from '../../schedule/fold.ts'
import { standingOf } from '../../schedule/queue.ts'
import { pace, type ReviewItem } from '../../schedule/review-run.ts'
import { comparisonOf, type Grade } from '../../schedule/schedule.ts'
import { answerActs } from '../../screens/acts.ts'
import { keyPointLines } from '../../screens/grade/draw.ts'
import { gradeScreen } from '../../screens/grade/screen.ts'
import type { Graded, GradeState } from '../../screens/grade/state.ts'
import { recalledLines } from '../../screens/recall/draw.ts'
import type { Recalled } from '../../screens/recall/hear.ts'
import { recallScreen } from '../../screens/recall/screen.ts'
import { loadModelAnswer, loadQuestion } from '../../view/card-page.ts'
import type { Printed } from '../../view/layout.ts'
import { gradedLine, itemHead } from '../../view/review.ts'
import { gradedInWords } from '../interview/other-language.ts'
import { learn, ownPoints } from './own-points.ts'
import {
  acted,
  done,
  type ItemStep,
  kept,
  type ReviewState,
  reread,
  undone,
} from './review-acts.ts'
import { orSay, recordHead } from './save-record.ts'

/** Asks the first item that is still to do, and says what the review is then. */
export async function reviewItem(host: Host, state: ReviewState): Promise<ItemStep> {
  const [item] = state.run.todo
  if (item === undefined) return { kind: 'quit' }
  const { terminal } = host
  const question = await loadQuestion(item.card, terminal.look())
  const paceMs = pace(state.schedules.paces)
  const above: Printed = (look) => ['', ...itemHead(state.run, paceMs, look), ...question(look), '']
  terminal.print(above(terminal.look()))
  const canUndo = state.run.done.length > 0
  const recalled = await terminal.live(recallScreen(state.mode, canUndo, above))
  switch (recalled.kind) {
    case 'left':
      return { kind: 'left' }
    case 'undo':
      return undone(host, state, above)
    case 'act':
      return acted(host, state, item, recalled.act, above)
    case 'recalled':
      return compared(host, state, item, recalled, above)
  }
}

type Answer = Extract<Recalled, { readonly kind: 'recalled' }> & {
  /** How far the person had come with comparing it. */
  readonly ticked?: GradeState
}

/** Shows the model answer to an item and has it graded. */
async function compared(
  host: Host,
  before: ReviewState,
  item: ReviewItem,
  answer: Answer,
  above: Printed,
): Promise<ItemStep> {
  // while the person thought, another terminal may have graded the card
  const state = await reread(host, before)
  const { terminal } = host
  const { card } = item
  const note = host.store.notes.read(card.id)
  const below = await loadModelAnswer(card, note, terminal.look())
  const shown: Printed = (look) => {
    const own = recalledLines(answer.answer, answer.usedMs, look)
    // the question ends with an empty line already
    return own.length === 0 ? below(look).slice(1) : [...own, ...below(look)]
  }
  const whole: Printed = (look) => [...above(look), ...shown(look)]
  terminal.print(shown(terminal.look()))
  const canUndo = state.run.done.length > 0
  const options = { canUndo, acts: answerActs, intervals: intervalsOf(host, state, item) }
  const said = {
    card,
    points: ownPoints(host, card),
    answer: answer.answer,
    glossary: answer.answer === '' ? '' : await host.library.ownGlossary(),
  }
  const { comparison } = standingOf(state.schedules, card)
  const points = comparedPoints({ ...said, before: comparison })
  const { graded, above: shownNow } = await gradedInWords(
    host,
    (now, ticked = answer.ticked) => gradeScreen(points, options, now, ticked),
    whole,
    { card, options: state.options },
  )
  switch (graded.kind) {
    case 'left':
      return { kind: 'left' }
    case 'undo':
      return undone(host, state, shownNow)
    case 'graded':
      await orSay(host, async () => learn(host, card, graded.taught, said))
      return keptGrade(host, state, item, { ...graded, points, answerMs: answer.usedMs }, shownNow)
    case 'act':
      break
  }
  const step = await acted(host, state, item, graded.act, shownNow)
  const [now] = step.kind === 'on' ? step.state.run.todo : []
  // a note was written or the card was edited: its answer is compared all the same
  if (step.kind !== 'on' || now === undefined || step.state.run.done !== state.run.done) return step
  return compared(host, step.state, now, { ...answer, ticked: graded.at }, above)
}

function intervalsOf(
  host: HostPart<'clock'>,
  { schedules, rules }: ReviewState,
  { card, kind }: ReviewItem,
): Readonly<Record<Grade, number>> | undefined {
  if (kind === 'cram') return undefined
  const at = host.clock.now()
  const offset = host.clock.offsetAt(at)
  const review = { id: '', at, offset, card: card.id, device: '', tookMs: 0 }
  return intervals(standingOf(schedules, card), { ...review, source: 'review' }, rules)
}

type GradedAnswer = Extract<Graded, { readonly kind: 'graded' }> & {
  readonly points: readonly ComparedPoint[]
  readonly answerMs: number
}

async function keptGrade(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  state: ReviewState,
  item: ReviewItem,
  { grade, coverage, missed, points, tookMs, answerMs }: GradedAnswer,
  whole: Printed,
): Promise<ItemStep> {
  const { card } = item
  const source = item.kind === 'cram' ? 'cram' : 'review'
  const head = recordHead(host)
  const usedMs = answerMs + tookMs
  const comparison = comparisonOf(coverage, missed)
  const record: JournalRecord = {
    ...head,
    kind: 'review',
    card: card.id,
    grade,
    tookMs: usedMs,
    source,
    comparison,
  }
  const next = await kept(host, state, record, whole)
  const look = host.terminal.look()
  const { schedule } = standingOf(next.schedules, card)
  const days = schedule === undefined ? 0 : schedule.due - schedule.lastDay
  host.terminal.print([
    ...keyPointLines(points, { coverage, missed }, look),
    gradedLine(grade, item.kind === 'cram' ? undefined : days, look),
  ])
  return done(next, { kind: 'graded', grade, usedMs, record: record.id })
}
