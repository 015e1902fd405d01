import type { Card, CardId } from '../../cards/card.ts'
import type { HostPart } from '../../host/host.ts'
import type { Interview } from '../../interview/interview.ts'
import type { Known } from '../../interview/need.ts'
import { urgencyRanks } from '../../plan/today.ts'
import type { Day } from '../../schedule/day.ts'
import { folded, noSchedules, recallNow } from '../../schedule/fold.ts'
import { isOut, isWeak, standingOf } from '../../schedule/queue.ts'
import { studyDay } from '../../schedule/time.ts'
import { planHolding } from '../progress/goal.ts'
import { readToday, type Today } from '../review/today.ts'

/** What an interview is planned with. */
export type Knowledge = {
  /** The study day that the plan is made for. */
  readonly today: Day
  readonly known: (id: string) => Known
  readonly isWeak: (id: string) => boolean
}

/** Interviews whose questions are not asked again soon. */
const recent = 3
/** Some were left before the first question. */
const looked = 10

/**
 * What is known of the cards now; with the seed of an interview that was held, what was known when
 * it began, so that the seed asks the same questions again.
 */
export async function knowledgeFor(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  cards: readonly Card[],
  seed: string | undefined,
): Promise<Knowledge> {
  const now = await readToday(host)
  const kept = await host.store.openInterviews()
  const interviews = seed === undefined ? kept.all(looked) : kept.all()
  const again = seed === undefined ? -1 : interviews.findIndex((one) => one.seed === seed)
  const first = interviews[again]
  const then = first === undefined ? now : asOf(host, now, first)
  const before = first === undefined ? interviews : interviews.slice(0, again)
  const asked = askedAgo(before)
  const plan = planHolding(host, cards, then)
  const ranks = plan === undefined ? undefined : urgencyRanks(plan)
  const standing = (today: Today, id: string) => standingOf(today.schedules, { id: id as CardId })
  return {
    today: then.day,
    known: (id) => {
      const { comparison } = standing(then, id)
      return {
        recall: recallNow(standing(then, id), then.at, then.rules),
        coverage: comparison?.coverage,
        missed: comparison?.missed.length ?? 0,
        askedAgo: asked.get(id),
        urgency: ranks?.get(id as CardId),
        out: isOut(standing(now, id), now.day),
      }
    },
    isWeak: (id) => isWeak(standing(now, id), now.at, now.rules),
  }
}

/** Where the cards stood when an interview began. */
function asOf(host: HostPart<'store'>, { rules }: Today, { at, offset }: Interview): Today {
  const acts = host.store
    .openJournal()
    .read()
    .acts.filter((act) => act.at < at)
  const schedules = folded(noSchedules, acts, rules)
  return { at, offset, day: studyDay(at, offset, rules.dayStartMs), rules, schedules }
}

/** By card, how many interviews came after the last one that asked it. */
function askedAgo(interviews: readonly Interview[]): ReadonlyMap<string, number> {
  const asked = new Map<string, number>()
  const held = interviews.filter(({ turns }) => turns.length > 0).slice(-recent)
  for (const [i, { turns }] of held.entries()) {
    for (const { card } of turns) if (card !== undefined) asked.set(card, held.length - 1 - i)
  }
  return asked
}
