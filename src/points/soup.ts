const glue =
  /[的了是就会用把在有和不要先再然后也都这那个给让被从到上去能可以做按看说叫跟对来得行每只才还没]|\b(?:a|an|the|is|are|to|of|and|in|it|on|for|with|that|you|i|we|be|so|by|as|if|or|not|when|then|has|have|at|from|its|it's|but|no|only|don't|does)\b/g
const word = /[\u3400-\u9fff]{2}|[a-z0-9_]+/g
const run = /[\u3400-\u9fff]+/g
const separators =
  /[、,，;；|·。\n]+|\.(?=\s|$)|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])|(?<=[a-z0-9_])\s*\/\s*(?=[a-z0-9_])/

const read = 4000
const fewest = 15
const sentenceGlue = 0.08
/** English has a word of these for every two others. */
const latinGlue = 0.2
const sentenceRun = 3.5
const leastShare = 0.3
const fewestMembers = 5
const bareShare = 0.7

/** What an answer counts for that is only words in a row, without what makes sentences: below 1. */
export function soupShare(folded: string): number {
  const text = folded.slice(0, read)
  if (isList(text)) return leastShare
  const words = text.match(word)?.length ?? 0
  if (words < fewest) return 1
  const runs = text.match(run) ?? []
  const inRuns = runs.reduce((sum, { length }) => sum + length, 0)
  // where Chinese is most of it, sentences are longer than words
  const isCut = runs.length >= fewest && inRuns > words && inRuns / runs.length < sentenceRun
  const usual = inRuns > text.length / 4 ? sentenceGlue : latinGlue
  const glued = (text.match(glue)?.length ?? 0) / words / usual
  return isCut ? leastShare : Math.min(1, leastShare + (1 - leastShare) * glued)
}

/** Whether nearly all that stands between marks is a name of a word or three, which says nothing. */
function isList(text: string): boolean {
  const members = text.split(separators).filter((part) => part.trim() !== '')
  if (members.length < fewestMembers) return false
  const bare = members.filter((part) => (part.match(glue) ?? []).length === 0 && isShort(part))
  return bare.length >= bareShare * members.length
}

function isShort(part: string): boolean {
  const words = part.match(/[\u3400-\u9fff]|[a-z0-9_'-]+/g) ?? []
  return words.length <= (part > '\u2fff' ? 8 : 4)
}
