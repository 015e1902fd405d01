import { clip, pad, width } from '../../text/text.ts'
import { packed, textColumns } from '../layout.ts'
import type { Look } from '../look.ts'
import { bar } from '../reports/bars.ts'

/** A name, a share of a whole as a bar, and what is said beside it. */
export type BarRow = {
  readonly name: string
  /** From 0 to 1; undefined leaves the bar away. */
  readonly share: number | undefined
  readonly figure: string
  readonly more?: string
  /** A second share that is marked on the bar. */
  readonly mark?: number
}

const leastBar = 6
const widestBar = 24

/** Bars one below the other; what has no room beside a bar stands below it. */
export function barLines(rows: readonly BarRow[], look: Look): readonly string[] {
  const columns = textColumns(look)
  const names = Math.min(
    Math.floor(columns * 0.4),
    Math.max(0, ...rows.map((row) => width(row.name))),
  )
  const figures = Math.max(0, ...rows.map(({ figure }) => width(figure)))
  const mores = Math.max(0, ...rows.map(({ more = '' }) => width(more)))
  const fixed = 2 + names + 2 + figures + 1
  const beside = columns - fixed - (mores === 0 ? 0 : mores + 2) >= leastBar
  const cells = Math.max(
    1,
    Math.min(widestBar, columns - fixed - (beside && mores > 0 ? mores + 2 : 0)),
  )
  return rows.flatMap(({ name, share, figure, more = '', mark }) => {
    const label = pad(clip(name, names, look), names)
    const drawn = share === undefined ? ' '.repeat(cells) : marked(share, mark, cells, look)
    const head = `  ${label} ${look.paint.good(drawn)} ${' '.repeat(figures - width(figure))}${figure}`
    if (more === '') return [head]
    if (beside) return [`${head}  ${look.paint.dim(more)}`]
    return [head, ...packed(more, columns, '    ').map(look.paint.dim)]
  })
}

function marked(share: number, mark: number | undefined, cells: number, look: Look): string {
  const drawn = bar(share, cells, look)
  if (mark === undefined) return drawn
  const at = Math.min(cells - 1, Math.max(0, Math.round(mark * cells) - 1))
  return drawn.slice(0, at) + (look.unicode ? '┃' : '!') + drawn.slice(at + 1)
}
