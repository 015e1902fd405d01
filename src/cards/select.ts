import type { Card } from './card.ts'

/** What narrows a library down to the cards of interest; absent lists narrow nothing. */
export type Filter = {
  /** Any of these words in any topic, whatever the case. */
  readonly topics?: readonly string[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly levels?: readonly string[] | undefined
  readonly unanswered?: boolean | undefined
}

/** As much of a card as filters look at. */
export type Selectable = Pick<Card, 'topics' | 'tags' | 'level'> & {
  readonly answer: Pick<Card['answer'], 'kind'>
}

export function select<One extends Selectable>(
  cards: readonly One[],
  filter: Filter,
): readonly One[] {
  return cards.filter(
    (card) =>
      matches(filter.topics, card.topics, includes) &&
      matches(filter.tags, card.tags, equals) &&
      matches(filter.levels, [card.level ?? ''], equals) &&
      (filter.unanswered !== true || card.answer.kind === 'missing'),
  )
}

function matches(
  wanted: readonly string[] | undefined,
  found: readonly string[],
  fits: (found: string, wanted: string) => boolean,
): boolean {
  if (wanted === undefined || wanted.length === 0) return true
  return wanted.some((word) => found.some((one) => fits(plain(one), plain(word))))
}

function includes(found: string, wanted: string): boolean {
  return found.includes(wanted)
}

function equals(found: string, wanted: string): boolean {
  return found === wanted
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

/** A topic or a tag that no card has. */
export type Nowhere = { readonly filter: 'topic' | 'tag'; readonly name: string }

/** The first topic or tag asked for that no card has. */
export function namedNowhere(
  cards: readonly Selectable[],
  { topics = [], tags = [] }: Filter,
): Nowhere | undefined {
  const topic = topics.find((name) => !cards.some((one) => fitsTopic(name, one)))
  if (topic !== undefined) return { filter: 'topic', name: topic }
  const tag = tags.find((name) => !cards.some((one) => fitsTag(name, one)))
  return tag === undefined ? undefined : { filter: 'tag', name: tag }
}

function fitsTopic(name: string, { topics }: Selectable): boolean {
  return matches([name], topics, includes)
}

function fitsTag(name: string, { tags }: Selectable): boolean {
  return matches([name], tags, equals)
}

/** `count` of the items (or all), in random order: the front of a Fisher-Yates shuffle. */
export function sample<Item>(
  items: readonly Item[],
  count: number,
  random: () => number,
): readonly Item[] {
  const rest = [...items]
  const drawn: Item[] = []
  while (drawn.length < count && rest.length > 0) {
    drawn.push(...rest.splice(Math.floor(random() * rest.length), 1))
  }
  return drawn
}
