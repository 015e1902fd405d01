const glue =
  /[的了是就会用把在有和不要先再然后也都这那个给让被从到上去能可以]|\b(?:a|an|the|is|are|to|of|and|in|it|on|for|with|that|you|i|we|be|so|by|as|if|or|not|when|then|has|have|at|from|its|it's)\b/g
const word = /[\u3400-\u9fff]{2}|[a-z0-9_]+/g

const fewest = 15
const soupGlue = 0.06

/** What an answer counts for that is only words in a row, without what makes sentences: below 1. */
export function soupShare(folded: string): number {
  const text = folded.slice(0, 4000)
  const words = text.match(word)?.length ?? 0
  if (words < fewest) return 1
  const share = (text.match(glue)?.length ?? 0) / words
  return share >= soupGlue ? 1 : 0.4 + (0.6 * share) / soupGlue
}
