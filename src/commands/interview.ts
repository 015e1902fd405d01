import type { Card } from '../cards/card.ts'
import { Interrupted, UserError } from '../errors.ts'
import type { Host } from '../host/host.ts'
import type { Answered, Mode } from '../session/asking.ts'
import { nextLimit, type Plan, planned, type Turn, type Wish } from '../session/interview.ts'
import { answeredLines } from '../view/answered.ts'
import { loadQuestion } from '../view/card-page.ts'
import { introLines, reportLines } from '../view/report.ts'
import { gradeTurn } from './grade-turn.ts'
import { type Choices, chooseInterview } from './interview-menu.ts'
import { type LibraryOptions, someCardsFor } from './library-options.ts'
import { askScreen } from './screens.ts'

export type Options = LibraryOptions & {
  readonly questions?: number
  readonly minutes?: number
  readonly seconds?: number
  readonly mode?: Mode
  readonly seed?: string
}

const defaultSeconds = 120

/** `viva interview`: asks under a clock, shows the model answer, keeps each grade at once. */
export async function run(host: Host, options: Options): Promise<void> {
  if (!host.terminal.interactive) {
    throw new UserError({ code: 'no-terminal', command: 'interview' })
  }
  return sitInterview(host, await someCardsFor(host, options), options)
}

/** The same on these cards. */
export async function sitInterview(
  host: Host,
  all: readonly Card[],
  options: Options,
): Promise<void> {
  const { terminal } = host
  const asksFirst = options.questions === undefined && options.seconds === undefined
  const choices = asksFirst ? await chooseInterview(host, all, options) : { cards: all }
  const plan = planned(choices.cards, wishOf(host, options, choices))
  terminal.print(introLines(plan, terminal.look()))
  const turns: Turn[] = []
  let finished = false
  try {
    finished = await sit(host, plan, turns)
  } finally {
    // also for whoever gave up on saving: the grades before are kept
    terminal.print(['', ...reportLines(turns, !finished, terminal.look())])
  }
  if (!finished) throw new Interrupted()
}

function wishOf(host: Host, options: Options, choices: Choices): Wish {
  const settings = host.settings.read()
  const { seconds, minutes } = options
  const count = choices.questions ?? options.questions
  return {
    questions: count ?? (minutes === undefined ? settings.questions : undefined),
    limitMs: seconds === undefined ? undefined : seconds * 1000,
    usualMs: (settings.seconds ?? defaultSeconds) * 1000,
    totalMs: minutes === undefined ? undefined : minutes * 60_000,
    mode: choices.mode ?? options.mode ?? settings.mode ?? 'type',
    seed: options.seed ?? host.random().toString(36).slice(2, 8),
  }
}

/** Asks one after another; false if the person left. `turns` grows as they are answered. */
async function sit(host: Host, plan: Plan, turns: Turn[]): Promise<boolean> {
  for (const [index, card] of plan.cards.entries()) {
    const limitMs = nextLimit(plan, turns)
    if (limitMs === undefined) return true
    const place = { index, count: plan.cards.length }
    const question = await loadQuestion(card, host.terminal.look())
    const screen = askScreen(card, plan.mode, limitMs, place, question)
    host.terminal.print(screen.above(host.terminal.look()))
    const answered: Answered = await host.terminal.live(screen)
    // whoever leaves before the first word has not been asked
    if (answered.ended === 'left' && answered.answer === '') return false
    const turn: Turn = { ...answered, card, limitMs, graded: undefined }
    turns.push(turn)
    host.terminal.print(answeredLines(turn, plan.mode, host.terminal.look()))
    if (answered.ended === 'left') return false
    if (answered.ended === 'skipped') continue
    if (!(await gradeTurn(host, turns, turns.length - 1, plan.mode))) return false
  }
  return true
}
