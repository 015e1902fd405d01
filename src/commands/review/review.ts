import type { Card } from '../../cards/card.ts'
import { sample } from '../../cards/select.ts'
import { Interrupted, UserError } from '../../errors.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { reviewRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { loadAfter } from '../../schedule/load.ts'
import { inOneLanguage } from '../../schedule/practice.ts'
import { standingOf } from '../../schedule/queue.ts'
import { crammed, pace, summaryOf } from '../../schedule/review-run.ts'
import { isLeech } from '../../schedule/schedule.ts'
import { wrap } from '../../text/wrap.ts'
import { textColumns } from '../../view/layout.ts'
import { nothingDueLines, type ReviewEnding, reviewIntro, reviewReport } from '../../view/review.ts'
import { cardsToAsk, practiceOf, practising } from './practice.ts'
import type { ReviewState } from './review-acts.ts'
import { reviewItem } from './review-item.ts'
import { readToday, type Today } from './today.ts'
import { type TodaysWork, todaysWork } from './todays-work.ts'

export type Options = Said<typeof reviewRows>

/** `viva review`: what is due, then new cards; each grade is kept at once. */
export async function run(host: Host, options: Options): Promise<void> {
  const { terminal } = host
  const cards = await cardsToAsk(host, options)
  const today = await readToday(host)
  const { run, said, planDone } = startOf(host, cards, today, options)
  const look = terminal.look()
  const saidLines = said.flatMap((text) => wrap(text, textColumns(look)))
  if (run.todo.length === 0) {
    const load = loadAfter(cards, today.schedules, today.day)
    const lines = planDone ? [] : nothingDueLines(load, today.day, look)
    return terminal.print([...lines, ...saidLines])
  }
  if (!terminal.interactive) throw new UserError({ code: 'no-terminal', command: 'review' })
  const paceMs = pace(today.schedules.paces)
  terminal.print([...reviewIntro(run, paceMs, look), ...saidLines])
  const mode = options.mode ?? 'think'
  const limitMs = options.minutes === undefined ? undefined : options.minutes * 60_000
  const { schedules, rules } = today
  const start = { run, schedules, rules, mode, options: practising(host, options) }
  const ending = await reviewAll(host, start, limitMs, (state, how) => {
    const load = loadAfter(cards, state.schedules, today.day)
    const report = reviewReport(state.run, how, load, leechesOf(state), terminal.look())
    terminal.print(['', ...report])
  })
  if (ending === 'left') throw new Interrupted()
}

function startOf(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  cards: readonly Card[],
  today: Today,
  options: Options,
): TodaysWork {
  if (options.cram === true) {
    const all = inOneLanguage(cards, practiceOf(host), String(today.day)).filter(
      ({ answer }) => answer.kind === 'written',
    )
    const run = crammed(sample(all, all.length, host.clock.random), options.limit)
    return { run, said: [], planDone: false }
  }
  return todaysWork(host, cards, today, options)
}

type Report = (state: ReviewState, ending: ReviewEnding) => void

/** Asks one after another. The report is given however it ends, also by giving up on saving. */
async function reviewAll(
  host: Host,
  start: ReviewState,
  limitMs: number | undefined,
  report: Report,
): Promise<ReviewEnding> {
  let state = start
  let ending: ReviewEnding = 'left'
  try {
    while (state.run.todo.length > 0) {
      if (limitMs !== undefined && summaryOf(state.run).usedMs >= limitMs) {
        ending = 'time-up'
        return ending
      }
      const step = await reviewItem(host, state)
      if (step.kind !== 'on') {
        ending = step.kind
        return ending
      }
      state = step.state
    }
    ending = 'finished'
    return ending
  } finally {
    report(state, ending)
  }
}

function leechesOf({ run, schedules }: ReviewState): readonly Card[] {
  const graded = run.done.flatMap(({ item, outcome }) =>
    outcome.kind === 'graded' && !item.again ? [item.card] : [],
  )
  return graded.filter((card) => isLeech(standingOf(schedules, card)))
}
