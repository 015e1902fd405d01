import { plain, withoutOrnament } from '../blocks/inline.ts'
import { weightOf } from './wording.ts'

type Row = {
  readonly line: number
  readonly question: string
  readonly beside: readonly string[]
}

/** The rows of a table one of whose columns holds questions; none if no column does. */
export function rowsOf(lines: readonly string[], from: number, to: number): readonly Row[] {
  const head = cellsOf(lines[from] ?? '')
  const body = lines.slice(from + 2, to + 1).map(cellsOf)
  const column = questionColumn(head, body)
  if (column === undefined) return []
  return body.flatMap((cells, index) => {
    const question = cells[column] ?? ''
    if (question.trim() === '') return []
    const beside = cells.filter(
      (_, at) =>
        at > column && !/^(?:难度|level|difficulty|频率|链接|link)$/i.test(plain(head[at] ?? '')),
    )
    return [{ line: from + 2 + index, question, beside }]
  })
}

/** Cells between bars; a bar behind a backslash or in a code span is text. */
function cellsOf(line: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let code = false
  for (const char of line.trim().replace(/^\|/, '')) {
    if (char === '`') code = !code
    if (char === '|' && !code && !cell.endsWith('\\')) {
      cells.push(cell.trim())
      cell = ''
    } else cell += char
  }
  if (cell.trim() !== '') cells.push(cell.trim())
  return cells
}

function questionColumn(
  head: readonly string[],
  body: readonly (readonly string[])[],
): number | undefined {
  let best: number | undefined
  let most = 0
  for (let column = 0; column < Math.min(head.length, 8); column++) {
    const share = questionShare(
      body.map((cells) => cells[column] ?? ''),
      plain(head[column] ?? ''),
    )
    if (share > most) {
      most = share
      best = column
    }
  }
  return most >= 0.5 ? best : undefined
}

function questionShare(cells: readonly string[], title: string): number {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length === 0 || filled.some((cell) => /\]\(\s*#/.test(cell))) return 0
  const sum = filled.reduce((total, cell) => total + weightOf(withoutOrnament(plain(cell))), 0)
  const named = /^(?:问题|题目|面试题|questions?|q|prompts?)$/i.test(title) ? 0.4 : 0
  return sum / filled.length + named
}
