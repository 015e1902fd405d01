import type { Card } from '../../cards/card.ts'
import type { HostPart } from '../../host/host.ts'
import type { Mode } from '../../interview/answer.ts'
import { type InterviewOptions, isOpen } from '../../options/interview.ts'

/** What the person chose before an interview. */
type Chosen = { readonly cards: readonly Card[]; readonly options: InterviewOptions }

const counts = [3, 5, 10, 20]
const minutes = [15, 30, 45]

/** Asks for what the command line left open: what about, how and how much. */
export async function chooseInterview(
  host: HostPart<'terminal'>,
  cards: readonly Card[],
  options: InterviewOptions,
  isWeak: (id: string) => boolean,
): Promise<Chosen> {
  const about =
    options.topic === undefined
      ? await chooseAbout(host, cards, options, isWeak)
      : { cards, options }
  const mode = options.mode ?? (await chooseMode(host))
  const length = options.minutes === undefined ? await chooseLength(host, about.cards.length) : {}
  return { cards: about.cards, options: { ...about.options, ...length, mode } }
}

/**
 * The name of a preset, if the person wants one. Offered only where nothing was said that a preset
 * would say otherwise.
 */
export async function choosePreset(
  host: HostPart<'terminal' | 'store'>,
  options: InterviewOptions,
): Promise<string | undefined> {
  const names = Object.keys(host.store.settings.read().presets)
  if (names.length === 0 || !isOpen(options)) return undefined
  const { plan } = host.terminal.look().say
  return host.terminal.choose<string | undefined>({
    message: plan.askPreset,
    choices: [
      { name: plan.noPreset, value: undefined },
      ...names.map((name) => ({ name, value: name })),
    ],
  })
}

async function chooseAbout(
  host: HostPart<'terminal'>,
  cards: readonly Card[],
  options: InterviewOptions,
  isWeak: (id: string) => boolean,
): Promise<Chosen> {
  const { interview, plan } = host.terminal.look().say
  const weak = cards.filter(({ id }) => isWeak(id))
  const topics = [...new Set(cards.flatMap(({ topics: [first] }) => first ?? []))]
  const someWeak =
    weak.length === 0 || options.weak === true
      ? []
      : [
          {
            name: plan.weakChoice(weak.length),
            value: { cards: weak, options: { ...options, weak: true } },
          },
        ]
  const ofTopics =
    topics.length < 2
      ? []
      : topics.map((topic) => {
          const mine = cards.filter((card) => card.topics[0] === topic)
          const value = { cards: mine, options: { ...options, topic: [topic] } }
          return { name: interview.topicChoice(topic, mine.length), value }
        })
  const everything = { name: interview.everything(cards.length), value: { cards, options } }
  const choices = [everything, ...someWeak, ...ofTopics]
  return choices.length < 2
    ? everything.value
    : host.terminal.choose<Chosen>({ message: interview.askTopic, choices })
}

async function chooseMode(host: HostPart<'terminal'>): Promise<Mode> {
  const words = host.terminal.look().say.interview
  return host.terminal.choose<Mode>({
    message: words.askMode,
    choices: [
      { name: words.modeType, value: 'type' },
      { name: words.modeThink, value: 'think' },
    ],
  })
}

async function chooseLength(
  host: HostPart<'terminal'>,
  most: number,
): Promise<Pick<InterviewOptions, 'questions' | 'minutes'>> {
  const { interview, plan } = host.terminal.look().say
  const offered = [...new Set(counts.map((count) => Math.min(count, most)))]
  return host.terminal.choose<Pick<InterviewOptions, 'questions' | 'minutes'>>({
    message: plan.askLength,
    choices: [
      ...offered.map((questions) => ({
        name: interview.questionsChoice(questions),
        value: { questions },
      })),
      ...minutes.map((count) => ({ name: plan.minutesChoice(count), value: { minutes: count } })),
    ],
  })
}
