import type { Card, CardId } from '../../cards/card.ts'
import { choicesOf } from '../../cards/choices.ts'
import type { Host, HostPart } from '../../host/host.ts'
import { type Comparable, type ComparedPoint, comparedPoints } from '../../interview/comparing.ts'
import type { Turn } from '../../interview/interview.ts'
import { isAboutPerson } from '../../points/person.ts'
import { timingOf } from '../../schedule/proposal.ts'
import type { Comparison } from '../../schedule/schedule.ts'
import { answeredLines } from '../../screens/answer/draw.ts'
import { stillTypingMs } from '../../screens/answer/state.ts'
import { keyPointLines } from '../../screens/grade/draw.ts'
import { gradeScreen } from '../../screens/grade/screen.ts'
import type { Graded, GradeOptions, GradeState } from '../../screens/grade/state.ts'
import { loadModelAnswer } from '../../view/card-page.ts'
import { dimmed, type Printed } from '../../view/layout.ts'
import type { Look } from '../../view/look.ts'
import { gradeStyle } from '../../view/paint.ts'
import { editNote } from '../cards/note.ts'
import { learn } from '../review/own-points.ts'
import { orSay, recordHead, saveRecord } from '../review/save-record.ts'
import { answeringCard, cardOf, loadAsked, pointsOfTurn } from './ask-turn.ts'
import { gradedInWords } from './other-language.ts'
import {
  afterStep,
  lastGraded,
  librariesIn,
  type RunningInterview,
  reviewOf,
} from './running-interview.ts'

/** What stands above a question that comes back to be graded; nothing while it is still there. */
export type TurnHead = Printed | undefined

/**
 * Shows the model answer to a turn and has it graded; the grade is in the journal before this
 * returns. Undefined if the person left. `u` takes back the grade before it. `before` is how far the
 * person had come with it.
 */
export async function gradeTurn(
  host: Host,
  running: RunningInterview,
  turn: Turn,
  head: TurnHead,
  before?: GradeState,
): Promise<RunningInterview | undefined> {
  const { terminal } = host
  const card = cardOf(running, turn)
  const reveal = await loadReveal(host, running, turn, head)
  terminal.print((head === undefined ? reveal.below : reveal.whole)(terminal.look()))
  const said = saidIn(host, running, turn)
  const points = said === undefined ? [] : await pointsFor(host, said, turn)
  const options = gradingOptions(running, turn, card)
  const { graded, above } = await gradedInWords(
    host,
    (now, state = before) => gradeScreen(points, options, now, state),
    reveal.whole,
    { card, options: librariesIn(running.interview) },
  )
  switch (graded.kind) {
    case 'left':
      return undefined
    case 'undo':
      return undoLast(host, running)
    case 'graded':
      if (card !== undefined && said !== undefined)
        await orSay(host, async () => learn(host, card, graded.taught, said))
      return keep(host, running, { turn, points, graded, above })
    case 'act':
      if (card !== undefined) await orSay(host, () => editNote(host, card))
      return gradeTurn(host, running, turn, head ?? (() => []), graded.at)
  }
}

function gradingOptions(
  { interview }: RunningInterview,
  turn: Turn,
  card: Card | undefined,
): GradeOptions {
  const { given } = turn
  const choices = card && choicesOf(card)
  return {
    canUndo: lastGraded(interview) !== undefined,
    // the rest of a word that the end of the time cut short must not become a grade
    deafMs: given?.cutShort === true ? stillTypingMs : 0,
    acts: card === undefined ? [] : ['note', 'other'],
    choseRight: choices && given?.answer.toLowerCase() === choices.right,
    timing: timingOf(given?.usedMs ?? 0, turn.limitMs),
  }
}

type Said = Omit<Comparable, 'before'>

/** An answer and what it is measured by; undefined where there is nothing to compare. */
function saidIn(host: HostPart<'store'>, running: RunningInterview, turn: Turn): Said | undefined {
  const card = answeringCard(running, turn)
  if (card !== undefined && choicesOf(card) !== undefined) return undefined
  return {
    card: card ?? { question: turn.question, aliases: [], body: undefined },
    points: pointsOfTurn(host, card, turn),
    answer: turn.given?.answer ?? '',
    glossary: running.glossary,
  }
}

async function pointsFor(
  host: HostPart<'store'>,
  said: Said,
  { card }: Turn,
): Promise<readonly ComparedPoint[]> {
  const before = card === undefined ? undefined : await lastComparison(host, card)
  return comparedPoints({ ...said, before })
}

async function lastComparison(
  host: HostPart<'store'>,
  card: CardId,
): Promise<Comparison | undefined> {
  const { schedules } = await host.store.openJournal().standings(host.store.settings.read())
  return schedules.cards.get(card)?.comparison
}

type Reveal = {
  /** What stands on the screen while the answer is compared. */
  readonly whole: Printed
  /** The part of it below the answer given. */
  readonly below: Printed
}

async function loadReveal(
  host: HostPart<'terminal' | 'store'>,
  running: RunningInterview,
  turn: Turn,
  head: TurnHead,
): Promise<Reveal> {
  const question = await loadAsked(running, turn, host)
  const below = await loadBelow(host, running, turn)
  const whole: Printed = (look) => [
    '',
    ...(head?.(look) ?? []),
    ...question(look),
    '',
    ...answeredLines(turn, running.interview.mode, look),
    ...below(look),
  ]
  return { whole, below }
}

/** The model answer, or why there is none and what can be done about it. */
async function loadBelow(
  host: HostPart<'terminal' | 'store'>,
  running: RunningInterview,
  turn: Turn,
): Promise<Printed> {
  const card = cardOf(running, turn)
  if (card === undefined) return loadPressed(host, running, turn)
  const note = host.store.notes.read(card.id)
  const answer = await loadModelAnswer(card, note, host.terminal.look())
  const choices = choicesOf(card)
  return (look) => {
    const words = look.say.interview
    const right = choices === undefined ? [] : [words.rightChoice(choices.right.toUpperCase())]
    const isMissing = card.answer.kind === 'missing'
    const offer =
      note !== undefined
        ? []
        : isAboutPerson(card)
          ? [words.starNote]
          : isMissing
            ? [words.noAnswerNote]
            : []
    return [
      ...right.map(look.paint.strong),
      ...answer(look),
      ...offer.flatMap((text) => [...dimmed(text, look), '']),
    ]
  }
}

/** What the notes say to a question that is no card, or is none any more. */
async function loadPressed(
  host: HostPart<'terminal'>,
  running: RunningInterview,
  turn: Turn,
): Promise<Printed> {
  const card = answeringCard(running, turn)
  if (card === undefined) {
    const words = (look: Look) =>
      look.say.interview[turn.card === undefined ? 'followUpOwn' : 'goneCard']
    return (look) => ['', ...dimmed(words(look), look), '']
  }
  const answer = await loadModelAnswer(card, undefined, host.terminal.look())
  const isWhole = turn.keyPoints.length === 0
  return (look) => [
    ...(isWhole ? ['', ...dimmed(look.say.interview.followUpWhole, look)] : []),
    ...answer(look),
  ]
}

/** Takes the last grade back, in the journal first: it must not count when it is given again. */
export async function undoLast(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  running: RunningInterview,
): Promise<RunningInterview> {
  const turn = lastGraded(running.interview)
  if (turn === undefined) return running
  const { review } = turn.verdict
  if (review !== undefined) {
    await saveRecord(host, { ...recordHead(host), kind: 'void', ref: review })
  }
  const { terminal } = host
  const look = terminal.look()
  terminal.print([look.paint.warn(look.say.interview.tookBack)])
  return afterStep(host, running, { kind: 'undone', turn: turn.turn })
}

/** A grade that was given. */
type Outcome = {
  readonly turn: Turn
  readonly points: readonly ComparedPoint[]
  readonly graded: Extract<Graded, { readonly kind: 'graded' }>
  /** What stands on the screen. */
  readonly above: Printed
}

/** The step first, then the review: whoever goes on after a crash between them appends the same. */
async function keep(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  running: RunningInterview,
  given: Outcome,
): Promise<RunningInterview> {
  const { turn, points, graded, above } = given
  const { grade, proposed, coverage, missed, contradicted } = graded
  const { id, at, offset } = recordHead(host)
  const review = turn.card === undefined ? undefined : id
  const compared = { coverage, missed, contradicted }
  const verdict = { turn: turn.turn, at, offset, grade, proposed, ...compared, review }
  const then = await afterStep(host, running, { kind: 'graded', ...verdict }, above)
  const now = then.interview.turns[turn.turn]
  const record = now && reviewOf(now)
  if (record !== undefined) await saveRecord(host, record, above)
  const look = host.terminal.look()
  const { say } = look
  const told = record === undefined ? say.interview.judged : say.interview.graded
  host.terminal.print([
    ...keyPointLines(points, graded, look),
    gradeStyle(grade, look)(told(say.grade[grade])),
  ])
  return then
}
