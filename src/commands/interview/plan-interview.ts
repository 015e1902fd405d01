import type { Card } from '../../cards/card.ts'
import { UserError } from '../../errors.ts'
import type { Host, HostPart } from '../../host/host.ts'
import { type Plan, planned, type Wish } from '../../interview/plan.ts'
import { type InterviewOptions, isSaid } from '../../options/interview.ts'
import { dayOf } from '../../schedule/day.ts'
import { inOneLanguage } from '../../schedule/practice.ts'
import { allCards } from '../cards/library-options.ts'
import { practiceOf, practising } from '../review/practice.ts'
import { chooseInterview, choosePreset } from './interview-menu.ts'
import { type Knowledge, knowledgeFor } from './knowledge.ts'
import { nameForPreset, savePreset, withPreset } from './presets.ts'
import { wantedCards } from './wanted-cards.ts'

/** What is about to be asked. */
export type PlannedInterview = {
  readonly plan: Plan
  /** The cards it was chosen from, as they are asked; follow-ups may come from them too. */
  readonly cards: readonly Card[]
  /** With those of the preset and what was chosen in the menu. */
  readonly options: InterviewOptions
}

/**
 * Chooses what to ask: from `given`, or what the options say; whoever sits at a terminal and said
 * too little is asked. Throws the fault `all-set-aside`, and those of reading libraries and presets.
 */
export async function planInterview(
  host: Host,
  options: InterviewOptions,
  given?: readonly Card[],
): Promise<PlannedInterview> {
  const keptAs = options.savePreset === undefined ? undefined : nameForPreset(options.savePreset)
  const whole = withPreset(host, options)
  const isQuiet = !host.terminal.interactive || whole.dryRun === true || whole.json === true
  const asks = !isQuiet && !isSaid(whole)
  const preset = asks && given === undefined ? await choosePreset(host, whole) : undefined
  const said = preset === undefined ? whole : withPreset(host, { ...whole, preset })
  const wanted = given ?? (await wantedCards(host, said))
  // whatever they are asked in, topics count in the language of the program
  const listed = inOneLanguage(wanted, host.terminal.look().language)
  const knowledge = await knowledgeFor(host, listed, said.seed)
  const chosen =
    asks && preset === undefined
      ? await chooseInterview(host, listed, said, knowledge.isWeak)
      : { cards: listed, options: said }
  // a hit that was picked is as good as named
  const named = chosen.options.card !== undefined || (given !== undefined && listed.length === 1)
  const plan = planned(
    chosen.cards,
    knowledge.known,
    wishOf(host, chosen.options, knowledge, named),
  )
  if (plan.choices.length === 0) throw new UserError({ code: 'all-set-aside' })
  if (keptAs !== undefined) await savePreset(host, keptAs, chosen.options)
  const isNamed = chosen.options.card !== undefined
  const around = isNamed ? await allCards(host, practising(host, said)) : wanted
  const ids = new Set((isNamed ? around : chosen.cards).map(({ id }) => id))
  const asked = inOneLanguage(around, practiceOf(host), plan.seed).filter(({ id }) => ids.has(id))
  const cards = openOnes(asked, plan, knowledge)
  return { plan: inWords(plan, cards), cards, options: chosen.options }
}

// What was set aside is not pressed on with either.
function openOnes(cards: readonly Card[], { choices }: Plan, { known }: Knowledge) {
  const asked = new Set(choices.map(({ card }) => card.id))
  return cards.filter(({ id }) => asked.has(id) || !known(id).out)
}

/** The plan with its cards as they are asked. */
function inWords(plan: Plan, cards: readonly Card[]): Plan {
  const byId = new Map(cards.map((card) => [card.id, card]))
  const choices = plan.choices.map((one) => ({ ...one, card: byId.get(one.card.id) ?? one.card }))
  return { ...plan, choices }
}

function wishOf(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  options: InterviewOptions,
  { today }: Knowledge,
  named: boolean,
): Wish {
  const settings = host.store.settings.read()
  const { seconds, minutes, questions } = options
  const day = settings.date === undefined ? undefined : dayOf(settings.date)
  const isOpen = questions === undefined && minutes === undefined && !named
  return {
    questions: isOpen ? host.store.settings.own().questions : questions,
    usualQuestions: settings.questions,
    limitMs: seconds === undefined ? undefined : seconds * 1000,
    usualMs: settings.seconds === undefined ? undefined : settings.seconds * 1000,
    totalMs: minutes === undefined ? undefined : minutes * 60_000,
    mode: options.mode ?? settings.mode,
    seed: options.seed ?? host.clock.random().toString(36).slice(2, 8),
    language: host.terminal.look().language,
    daysLeft: day === undefined ? undefined : day - today,
    named,
  }
}
