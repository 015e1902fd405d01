import type { Card } from '../../cards/card.ts'
import { partingTopics } from '../../cards/topics.ts'
import type { HostPart } from '../../host/host.ts'
import { askedFor, type WeighedTopic, weighed } from '../../plan/advert.ts'
import { type LibraryOptions, searching } from '../cards/library-options.ts'

const hitsEach = 8
/** A hit that holds less of the phrase is about something else. */
const leastCoverage = 0.6
/** And so is one that fits less than this share of how the best fits. */
const leastScore = 0.5

/** How much each topic of these cards counts by a job advert; empty if it is about none of them. */
export async function advertWeights(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  path: string,
  cards: readonly Card[],
  options: LibraryOptions,
): Promise<readonly WeighedTopic[]> {
  const lines = askedFor(host.files.readText(path))
  const topicOf = partingTopics(cards)
  const topics = new Map(cards.map((card) => [card.id, topicOf(card)]))
  const { search } = await import('../../search/engine.ts')
  const found = await searching(host, options, async ({ collection, filter, glossary }) => {
    const all = []
    for (const line of lines) {
      const { hits } = await search(collection, line, { limit: hitsEach, filter, glossary })
      all.push(hits.filter((hit) => hit.coverage >= leastCoverage && hit.score >= leastScore))
    }
    return all
  })
  return weighed(
    [...new Set(topics.values())],
    found.map((hits) =>
      hits.flatMap(({ card, coverage }) => {
        const topic = topics.get(card.id)
        return topic === undefined ? [] : [{ topic, score: coverage ** 2 }]
      }),
    ),
  )
}
