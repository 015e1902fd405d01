const glue =
  /[的了是就会用把在有和不要先再然后也都这那个给让被从到上去能可以]|\b(?:a|an|the|is|are|to|of|and|in|it|on|for|with|that|you|i|we|be|so|by|as|if|or|not|when|then|has|have|at|from|its|it's)\b/g
const word = /[\u3400-\u9fff]{2}|[a-z0-9_]+/g
const run = /[\u3400-\u9fff]+/g

const read = 4000
const fewest = 15
const sentenceGlue = 0.08
const sentenceRun = 3.5
const leastShare = 0.3

/** What an answer counts for that is only words in a row, without what makes sentences: below 1. */
export function soupShare(folded: string): number {
  const text = folded.slice(0, read)
  const words = text.match(word)?.length ?? 0
  if (words < fewest) return 1
  const runs = text.match(run) ?? []
  const inRuns = runs.reduce((sum, { length }) => sum + length, 0)
  // where Chinese is most of it, sentences are longer than words
  const isCut = runs.length >= fewest && inRuns > words && inRuns / runs.length < sentenceRun
  const glued = (text.match(glue)?.length ?? 0) / words / sentenceGlue
  return isCut ? leastShare : Math.min(1, leastShare + (1 - leastShare) * glued)
}
