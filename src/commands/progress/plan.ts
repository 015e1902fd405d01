import type { Card } from '../../cards/card.ts'
import { UserError } from '../../errors.ts'
import type { Host } from '../../host/host.ts'
import type { planRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { forecastOf } from '../../plan/forecast.ts'
import { basisOf } from '../../plan/today.ts'
import { type Day, dayOf, dayText } from '../../schedule/day.ts'
import { inOneLanguage } from '../../schedule/practice.ts'
import { namedFigures } from '../../stats/stats.ts'
import { wrap } from '../../text/wrap.ts'
import { textColumns } from '../../view/layout.ts'
import { planningJson } from '../../view/plan/json.ts'
import { planningLines, planningWords } from '../../view/plan/lines.ts'
import type { PlanTold } from '../../view/plan/parts.ts'
import { someCardsFor } from '../cards/library-options.ts'
import { practising } from '../review/practice.ts'
import { readToday, type Today } from '../review/today.ts'
import { farthest } from './goal.ts'

export type Options = Said<typeof planRows>

const shownDays = 7

/** `viva plan`: what to do each day until the interview, and what that will give. */
export async function run(host: Host, options: Options): Promise<void> {
  const { terminal } = host
  const today = await readToday(host)
  // said before anything long is read
  const date = dateOf(host, options, today.day)
  const read = await someCardsFor(host, practising(host, options))
  const cards = inOneLanguage(read, terminal.look().language)
  const plan = await planOf(host, cards, { today, date }, options)
  if (options.json === true) return terminal.json(planningJson(plan))
  const look = terminal.look()
  if (look.plain === true || !terminal.isTerminal) {
    const lines = planningWords(plan, look)
    return terminal.print(
      terminal.isTerminal ? lines.flatMap((line) => wrap(line, textColumns(look))) : lines,
    )
  }
  await terminal.page(planningLines(plan, look))
}

function dateOf({ store }: Pick<Host, 'store'>, { date }: Options, today: Day): Day {
  const text = date ?? store.settings.read().date
  const day = text === undefined ? undefined : dayOf(text)
  if (day === undefined) throw new UserError({ code: 'plan-no-date' })
  if (day < today) throw new UserError({ code: 'plan-date-past', date: dayText(day) })
  if (day - today > farthest) throw new UserError({ code: 'plan-date-far', date: dayText(day) })
  return day
}

async function planOf(
  host: Host,
  cards: readonly Card[],
  { today, date }: { readonly today: Today; readonly date: Day },
  options: Options,
): Promise<PlanTold> {
  const settings = host.store.settings.read()
  const minutes = options.minutes ?? settings.minutes
  const { schedules, rules, day } = today
  const weights =
    options.topics === undefined
      ? undefined
      : await (await import('./advert.ts')).advertWeights(host, options.topics, cards, options)
  const byTopic = new Map(weights?.map(({ topic, weight }) => [topic, weight]))
  const basis = basisOf(cards, schedules, rules, {
    today: day,
    date,
    secondsADay: minutes * 60,
    weightOf: (topic) => byTopic.get(topic) ?? 1,
  })
  return {
    today: day,
    date,
    minutes,
    weights,
    cards: basis.deck.cards.length,
    forecast: forecastOf(basis, settings.new),
    topics: basis.deck.topics,
    weakest: namedFigures(cards, today),
    shown: options.days ?? shownDays,
    follows: settings.date !== dayText(date) ? 'other' : settings.plan,
  }
}
