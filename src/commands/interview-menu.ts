import type { Card } from '../cards/card.ts'
import type { Host } from '../host/host.ts'
import type { Mode } from '../session/asking.ts'

/** What the command line said already. */
export type Said = {
  readonly topic?: readonly string[]
  readonly mode?: Mode
  readonly minutes?: number
}

/** What the person chose before an interview. */
export type Choices = {
  readonly cards: readonly Card[]
  readonly questions?: number
  readonly mode?: Mode
}

const counts = [3, 5, 10, 20]

/** Asks for what the command line left open: topic, number of questions, way to answer. */
export async function chooseInterview(
  host: Host,
  cards: readonly Card[],
  options: Said,
): Promise<Choices> {
  const chosen = options.topic === undefined ? await chooseTopic(host, cards) : cards
  const mode = options.mode ?? (await chooseMode(host))
  if (options.minutes !== undefined) return { cards: chosen, mode }
  return { cards: chosen, mode, questions: await chooseCount(host, chosen.length) }
}

async function chooseTopic(host: Host, cards: readonly Card[]): Promise<readonly Card[]> {
  const topics = [...new Set(cards.flatMap(({ topics: [first] }) => first ?? []))]
  if (topics.length < 2) return cards
  const words = host.terminal.look().say.interview
  const choices = topics.map((topic) => {
    const value = cards.filter((card) => card.topics[0] === topic)
    return { name: words.topicChoice(topic, value.length), value }
  })
  const everything = { name: words.everything(cards.length), value: cards }
  return host.terminal.choose({ message: words.askTopic, choices: [everything, ...choices] })
}

async function chooseMode(host: Host): Promise<Mode> {
  const words = host.terminal.look().say.interview
  return host.terminal.choose<Mode>({
    message: words.askMode,
    choices: [
      { name: words.modeType, value: 'type' },
      { name: words.modeThink, value: 'think' },
    ],
  })
}

async function chooseCount(host: Host, most: number): Promise<number> {
  const words = host.terminal.look().say.interview
  const offered = [...new Set(counts.map((count) => Math.min(count, most)))]
  return host.terminal.choose({
    message: words.askQuestions,
    choices: offered.map((count) => ({ name: words.questionsChoice(count), value: count })),
  })
}
