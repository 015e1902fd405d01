/** A topic and how much it counts; 1 is usual. */
export type WeighedTopic = { readonly topic: string; readonly weight: number }

const mostLines = 200
const longestLine = 80
const fewestLetters = 2

/** What a job advert asks for, phrase by phrase, without what is too short to be about anything. */
export function askedFor(advert: string): readonly string[] {
  return advert
    .split(/[\n\r。；;！!？?•●▪·，,、/（()）：:]+|\.\s/)
    .flatMap((line) => line.split(joins))
    .map((line) =>
      line
        .replace(/^[\s\d.\-*]+/, '')
        .replace(praise, '')
        .trim(),
    )
    .filter((line) => line.length >= fewestLetters)
    .slice(0, mostLines)
    .map((line) => line.slice(0, longestLine))
}

// What joins two things that are asked for, and what is asked of whatever follows.
const joins = /或者?|以及|[和与及]|\b(?:and|or|with)\b/i
const praise =
  /^(?:非常)?(?:熟悉|熟练掌握|熟练使用|熟练|精通|掌握|了解|理解|具备|负责|有|(?:solid |good |strong )?(?:knowledge|experience|understanding|command)(?: of| in)?|familiar(?:ity)?(?: of)?|proficient in)\s*/i

/** A topic that was found for a phrase, and how much of the phrase it holds, from 0 to 1. */
export type AdvertHit = { readonly topic: string; readonly score: number }

const [least, most] = [0.5, 2]

/**
 * How much each topic counts, the heaviest first, by what was found for each phrase: it has one voice, as
 * loud as its best hit fits, which its hits share. Topics that nothing asks for count half; empty if
 * nothing was found.
 */
export function weighed(
  topics: readonly string[],
  found: readonly (readonly AdvertHit[])[],
): readonly WeighedTopic[] {
  const voices = new Map<string, number>()
  for (const hits of found) {
    const all = hits.reduce((sum, { score }) => sum + score, 0)
    const best = Math.max(0, ...hits.map(({ score }) => score))
    for (const { topic, score } of hits) {
      if (all > 0) voices.set(topic, (voices.get(topic) ?? 0) + (best * score) / all)
    }
  }
  const loudest = Math.max(0, ...voices.values())
  if (loudest === 0) return []
  return topics
    .map((topic) => {
      const share = (voices.get(topic) ?? 0) / loudest
      return { topic, weight: least + (most - least) * share }
    })
    .sort((a, b) => b.weight - a.weight)
}
