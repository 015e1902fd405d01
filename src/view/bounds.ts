/** Whether parsing a text as Markdown could take seconds; such a text is shown as it is written. */
export function isTooHard(markdown: string): boolean {
  if (markdown.length > longestText) return true
  return markdown.split('\n').some((line) => line.length > longestLine || depth(line) > deepest)
}

const longestText = 64 * 1024
const longestLine = 20 * 1024
const deepest = 32

// Quotes and lists opened by one line.
function depth(line: string): number {
  const containers = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*/.exec(line)?.[0] ?? ''
  return containers.match(/>|[-+*]|\d+/g)?.length ?? 0
}
