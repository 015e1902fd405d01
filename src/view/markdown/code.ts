import { type CodeMeaning, codeCutter } from '../../markdown/code.ts'
import { safe } from '../../text/text.ts'
import type { Style } from '../../text/wrap.ts'
import { draw, type Run, runsWidth, wrapRuns } from '../../text/wrap.ts'
import { marks } from '../layout.ts'
import type { Paint } from '../paint.ts'
import { beside, type Highlight, isPainted, type Page } from './page.ts'

/** A block of code, indented; a line that is too long goes on below, with a mark at the cut. */
export function codeLines(code: string, language: string | undefined, page: Page): string[] {
  if (code.trim() === '') return []
  const indent = page.columns < 60 ? 2 : 4
  const room = beside(page, indent).columns
  const margin = ' '.repeat(page.columns - room)
  const runs = page.highlight(safe(code), language)
  return wrapRuns(runs, Number.POSITIVE_INFINITY)
    .flatMap((line) => folded(line, room, page))
    .map((line) => (line === '' ? '' : margin + line))
}

/** What paints code in these languages; those we do not know stay plain. */
export async function highlighter(languages: Iterable<string>, paint: Paint): Promise<Highlight> {
  if (!isPainted(paint.syntax.keyword)) return (code) => [{ text: code }]
  const cut = await codeCutter(languages)
  return (code, language) =>
    cut(code, language).map(({ text, meaning }) => ({ text, style: styleOf(meaning, paint) }))
}

function styleOf(meaning: CodeMeaning | undefined, paint: Paint): Style | undefined {
  if (meaning === undefined) return undefined
  if (meaning === 'added') return paint.good
  if (meaning === 'removed') return paint.bad
  if (meaning === 'strong' || meaning === 'emphasis') return paint[meaning]
  return paint.syntax[meaning]
}

function folded(line: readonly Run[], room: number, page: Page): string[] {
  if (runsWidth(line) <= room) return [draw(line)]
  if (room < 4) return wrapRuns(line, room).map(draw)
  const text = line.map((run) => run.text).join('')
  const hang = Math.min(text.search(/\S/) + 2, Math.floor(room / 3))
  const cut = { text: marks(page.look).cut, style: page.look.paint.dim }
  const pieces = wrapRuns(line, room - hang - 1, room - 1)
  return pieces.map((piece, i) => {
    const margin = { text: i === 0 ? '' : ' '.repeat(hang) }
    return draw(i === pieces.length - 1 ? [margin, ...piece] : [margin, ...piece, cut])
  })
}
