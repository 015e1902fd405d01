import type { Line } from './frames.ts'

const told = /^( {0,6}):([ \t]+)(?=\S)/
const noTerm = /^\s*(?:#{1,6}\s|\||`{3}|~{3}|>|[-*_]{3,}\s*$|$)/

/**
 * Lists of terms as lists: what is said of a term (`: …`) are items below it. A colon that begins a
 * line below no term is text.
 */
export function withTerms(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text, isCode }) => !isCode && told.test(text))) return lines
  const out: Line[] = []
  let isTold = false
  for (const [at, line] of lines.entries()) {
    const { text } = line
    const isItem = !line.isCode && told.test(text) && (isTold || isTerm(lines, at))
    if (isItem) {
      out.push({
        ...line,
        text: text.replace(
          told,
          (_, indent: string, gap: string) => `${indent}-${gap.length > 4 ? ' ' : gap}`,
        ),
      })
      isTold = true
      continue
    }
    const isBlank = text.trim() === ''
    if (isTold && !isBlank && !/^\s/.test(text)) {
      // the next term, or what comes behind the list
      const isNext = told.test(lines[at + 1]?.text ?? '')
      if (isNext && out.at(-1)?.text.trim() !== '') out.push({ ...line, text: '' })
      if (isNext || out.at(-1)?.text.trim() === '') isTold = false
    }
    out.push(line)
  }
  return out
}

function isTerm(lines: readonly Line[], at: number): boolean {
  const [above, higher] = [lines[at - 1], lines[at - 2]]
  const { prefix } = lines[at] ?? { prefix: '' }
  const can = (line: Line | undefined) =>
    line !== undefined && !line.isCode && line.prefix === prefix && !noTerm.test(line.text)
  if (can(above)) return true
  const isAlone = lines[at - 3] === undefined || lines[at - 3]?.text.trim() === ''
  return above?.text.trim() === '' && can(higher) && isAlone && (higher?.text.length ?? 0) < 80
}

/** Definitions behind a footnote in lines of their own: else they would go on with its text. */
export function withDefinitionsApart(lines: readonly Line[]): readonly Line[] {
  const out: Line[] = []
  let isNote = false
  for (const line of lines) {
    const isDefinition = !line.isCode && /^ {0,3}\[[^\]]{1,200}\]:\s/.test(line.text)
    if (isDefinition && isNote) out.push({ ...line, text: '' })
    if (isDefinition) isNote = /^ {0,3}\[\^/.test(line.text)
    else if (line.text.trim() === '' || line.isCode) isNote = false
    out.push(line)
  }
  return out
}
