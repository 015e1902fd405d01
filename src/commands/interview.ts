import type { Card } from '../cards/card.ts'
import { Interrupted, UserError } from '../errors.ts'
import type { Host } from '../host/host.ts'
import { nextLimit, type Plan } from '../interview/plan.ts'
import type { Answered } from '../session/asking.ts'
import type { Turn } from '../session/interview.ts'
import { answeredLines } from '../view/answered.ts'
import { loadQuestion } from '../view/card-page.ts'
import { introLines } from '../view/plan.ts'
import { reportLines } from '../view/report.ts'
import { gradeTurn } from './grade-turn.ts'
import type { Options } from './interview-options.ts'
import { type PlannedInterview, planInterview } from './plan-interview.ts'
import { askScreen } from './screens.ts'

/** `viva interview`: asks under a clock, shows the model answer, keeps each grade at once. */
export async function run(host: Host, options: Options): Promise<void> {
  if (options.dryRun === true || options.json === true) {
    return (await import('./dry-run.ts')).run(host, options)
  }
  if (!host.terminal.interactive) {
    throw new UserError({ code: 'no-terminal', command: 'interview' })
  }
  return hold(host, await planInterview(host, options))
}

/** The same on these cards. */
export async function sitInterview(
  host: Host,
  cards: readonly Card[],
  options: Options,
): Promise<void> {
  return hold(host, await planInterview(host, options, cards))
}

async function hold(host: Host, { plan }: PlannedInterview): Promise<void> {
  const { terminal } = host
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

/** Asks one after another; false if the person left. `turns` grows as they are answered. */
async function sit(host: Host, plan: Plan, turns: Turn[]): Promise<boolean> {
  for (const [index, { card }] of plan.choices.entries()) {
    const usedMs = turns.reduce((sum, turn) => sum + turn.usedMs, 0)
    const limitMs = nextLimit(plan, index, usedMs)
    if (limitMs === undefined) return true
    const place = { index, count: plan.choices.length }
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
