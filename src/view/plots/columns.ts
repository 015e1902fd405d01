import { pad, width } from '../../text/text.ts'
import { marks } from '../layout.ts'
import type { Look } from '../look.ts'

/** Values as columns beside each other. */
export type ColumnPlot = {
  readonly values: readonly number[]
  /** Rows of the plot itself. */
  readonly height: number
  /** The cells it may take. */
  readonly columns: number
  /** A value as it stands at the axis. */
  readonly told: (value: number) => string
  /** What stands below the first and the last column. */
  readonly ends: readonly [first: string, last: string]
}

/** The most cells a column takes, so that few values do not become walls. */
const widest = 3

/**
 * Columns as high as their values, the largest as high as the plot, with its largest value at the
 * axis. Where there are more values than cells, neighbours share a column as high as the higher.
 */
export function columnPlot(plot: ColumnPlot, look: Pick<Look, 'unicode'>): readonly string[] {
  const { height, columns, told, ends } = plot
  const most = Math.max(...plot.values, 0)
  const labels = [told(most), told(0)]
  const room = Math.max(...labels.map(width))
  const values = fitting(plot.values, Math.max(1, columns - room - 2))
  const cells = Math.min(widest, Math.floor((columns - room - 2) / values.length)) || 1
  const { bar, corner, axis } = signs(look)
  const rows = Array.from({ length: height }, (_, row) => {
    const label = row === 0 ? told(most) : ''
    const filled = values.map((value) => part(value, most, height - 1 - row, height, look))
    return `${left(label, room)} ${bar}${filled.map((one) => one.repeat(cells)).join('')}`
  })
  const line = axis.repeat(cells * values.length)
  return [
    ...rows.map((row) => row.trimEnd()),
    `${left(told(0), room)} ${corner}${line}`,
    ...endLine(ends, room + 2, cells * values.length),
  ]
}

/** What of a column stands in a row, counted from the bottom. */
function part(
  value: number,
  most: number,
  row: number,
  height: number,
  look: Pick<Look, 'unicode'>,
): string {
  const { levels, full } = marks(look)
  if (value <= 0 || most <= 0) return ' '
  const filled = (value / most) * height - row
  if (filled >= 1) return full
  // what is more than nothing must not look like it
  const least = row === 0 ? 0.13 : 0
  const level = Math.round(Math.max(filled, least) * 8)
  if (level <= 0) return ' '
  return look.unicode ? levels.charAt(level - 1) : filled >= 0.5 ? full : row === 0 ? '_' : ' '
}

function fitting(values: readonly number[], most: number): readonly number[] {
  if (values.length <= most) return values
  const each = Math.ceil(values.length / most)
  return Array.from({ length: Math.ceil(values.length / each) }, (_, i) =>
    Math.max(...values.slice(i * each, (i + 1) * each)),
  )
}

/** Both ends below the axis, or the first alone where there is no room for two. */
function endLine(
  [first, last]: ColumnPlot['ends'],
  indent: number,
  columns: number,
): readonly string[] {
  const gap = columns - width(first) - width(last)
  const text = gap > 0 ? first + ' '.repeat(gap) + last : first
  return text === '' ? [] : [' '.repeat(indent) + text]
}

function left(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - width(text))) + pad(text, 0)
}

function signs({ unicode }: Pick<Look, 'unicode'>) {
  return unicode ? { bar: '┤', corner: '└', axis: '─' } : { bar: '|', corner: '+', axis: '-' }
}
