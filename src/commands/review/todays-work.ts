import type { Card } from '../../cards/card.ts'
import type { HostPart } from '../../host/host.ts'
import type { reviewRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { type Basis, secondsLeft, urgentFirst, withinTime } from '../../plan/today.ts'
import { dayText } from '../../schedule/day.ts'
import { inOneLanguage } from '../../schedule/practice.ts'
import { standingOf, todaysQueue } from '../../schedule/queue.ts'
import { begun, ordered, type ReviewRun } from '../../schedule/review-run.ts'
import { planHolding } from '../progress/goal.ts'
import { practiceOf } from './practice.ts'
import type { Today } from './today.ts'
import { wantedToday } from './wanted-today.ts'

/** What is to be asked today, and what is said of that in lines of their own. */
export type TodaysWork = {
  readonly run: ReviewRun
  readonly said: readonly string[]
  /** Whether the plan leaves nothing more to do today. */
  readonly planDone: boolean
}

type Wish = Pick<Said<typeof reviewRows>, 'new' | 'ahead' | 'limit' | 'minutes'>

const fewMore = 10

/** By the plan until the day of the interview; else what is due, then new cards. */
export function todaysWork(
  host: HostPart<'terminal' | 'store'>,
  cards: readonly Card[],
  today: Today,
  options: Wish,
): TodaysWork {
  const isOwnWay = options.ahead !== undefined || options.new !== undefined
  const once = inOneLanguage(cards, practiceOf(host), String(today.day))
  const plan = isOwnWay ? undefined : planHolding(host, once, today)
  if (plan !== undefined) return byPlan(host, plan, options)
  const { say } = host.terminal.look()
  const wanted = wantedToday(host, today.day, options)
  const queue = todaysQueue(cards, today.schedules, wanted)
  const { due, fresh } = queue.heldBack
  return {
    run: begun(queue.due, queue.fresh, options.limit),
    said: say.review.heldBack(due, fresh, wanted.newADay + fewMore),
    planDone: false,
  }
}

function byPlan(
  host: HostPart<'terminal' | 'store'>,
  plan: Basis,
  { minutes, limit }: Wish,
): TodaysWork {
  const { planning } = host.terminal.look().say
  const { today, date, secondsADay } = plan.goal
  const seconds = minutes === undefined ? secondsLeft(plan) : minutes * 60
  const isNew = (card: Card) => standingOf(plan.schedules, card).schedule === undefined
  const chosen = withinTime(urgentFirst(plan, seconds), plan, seconds)
  const planDone = seconds <= 0
  return {
    run: ordered(chosen, isNew, limit),
    said: [
      planDone
        ? planning.done(Math.round(secondsADay / 60))
        : planning.following(date - today, dayText(date)),
    ],
    planDone,
  }
}
