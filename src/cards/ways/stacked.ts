import type { NoteBlock } from '../blocks/block.ts'
import type { FoundOpening } from '../choice/shape.ts'
import { endsAsQuestion, weightOf } from '../choice/wording.ts'
import { isOption, reading } from './asked.ts'
import { found } from './found.ts'

/** One question on each line of a paragraph, no blank lines between. */
export function stacked(block: NoteBlock): readonly FoundOpening[] {
  if (block.depth > 0 || !block.text.includes('\n')) return []
  const lines = block.text.split('\n').map(withoutBreak)
  const most = Math.floor(lines.length / 6)
  // most paragraphs are prose, and their words need not be weighed
  if (lines.filter(isSentence).length > most || isOption(block)) return []
  const read = lines.map((line) => readLine(line))
  const misfits = read.filter(({ fits }) => !fits).length
  const asking = read.filter(({ weight }) => weight >= 0.9).length
  const least = lines.length < 3 ? lines.length : lines.length * 0.6
  if (asking < least || misfits > most || isAnswered(lines)) return []
  return read.flatMap(({ text, lead, weight, fits }, index) => {
    if (!fits && weight < 0.9) return []
    const line = block.line + index
    return [{ ...found(block, line, ['line', 'line-stacked'], text, lead), line, beside: [] }]
  })
}

/** "Is a function without a name" has the form of a question; below one with its mark it is the answer. */
function isAnswered([first = '', second = '', ...rest]: readonly string[]): boolean {
  return rest.length === 0 && endsAsQuestion(first) && !endsAsQuestion(second)
}

function withoutBreak(line: string): string {
  return /[>\\]\s*$/.test(line) ? line.replace(/(?:\\|<\/?br\s*\/?>)\s*$/i, '') : line
}

function readLine(line: string) {
  const said = reading(line)
  const weight = said.lead.kind === 'answer' ? -1 : weightOf(said.text)
  return { ...said, weight, fits: weight >= 0.3 && !isSentence(line) }
}

/** Too long for a line of its own, or one that runs on in the next. */
function isSentence(line: string): boolean {
  const text = line.trim()
  if (text.length > 160 || !/\p{L}{2}/u.test(text)) return true
  return !endsAsQuestion(text) && (text.length > 80 || /[。.；;，,、:：]$/.test(text))
}
