import { pad, width } from '../../text/text.ts'
import type { Look } from '../look.ts'

/** Days as squares: a week a column, Monday on top. */
export type Squares = {
  /** The first is of a Monday, the last of today. */
  readonly counts: readonly number[]
  /** The name of the month that begins in the week of a day; undefined if none does. */
  readonly monthOf: (index: number) => string | undefined
  /** Names of the first, third and fifth day of a week. */
  readonly days: readonly string[]
  readonly less: string
  readonly more: string
  readonly columns: number
}

/** By how much was done: density and not colour tells it. */
const shades = { fine: '·░▒▓█', ascii: '.-+*#' } as const

/** The weeks there is room for, the latest last, under the names of months, above what shades mean. */
export function squareLines(squares: Squares, look: Look): readonly string[] {
  const { counts, days, columns } = squares
  const room = Math.max(...days.map(width)) + 1
  const weeks = Math.max(1, Math.min(Math.ceil(counts.length / 7), columns - room))
  const from = (Math.ceil(counts.length / 7) - weeks) * 7
  const shown = counts.slice(from)
  const limits = limitsOf(shown)
  const signs = look.unicode ? shades.fine : shades.ascii
  const sign = (count: number) => signs.charAt(count === 0 ? 0 : shadeOf(count, limits))
  const rows = Array.from({ length: 7 }, (_, row) => {
    const name = row % 2 === 0 ? (days[row / 2] ?? '') : ''
    const cells = Array.from({ length: weeks }, (_, week) => {
      const count = shown[week * 7 + row]
      return count === undefined ? ' ' : sign(count)
    })
    return (pad(name, room) + cells.join('')).trimEnd()
  })
  const months = monthLine(squares, from, weeks)
  return [
    ...(months === '' ? [] : [' '.repeat(room) + months]),
    ...rows,
    ' '.repeat(room) + legend(squares, limits, signs),
  ]
}

/** A count from 1 to 4 by the quarter of all days with anything in which it lies. */
function shadeOf(count: number, limits: readonly number[]): number {
  return 1 + limits.filter((limit) => count > limit).length
}

function limitsOf(counts: readonly number[]): readonly number[] {
  const some = counts.filter((count) => count > 0).sort((a, b) => a - b)
  const quarters = [0.25, 0.5, 0.75].map((share) => some[Math.floor(share * some.length)] ?? 0)
  // equal limits would leave shades that mean nothing
  return [...new Set(quarters)].filter((limit) => limit > 0 && limit < (some.at(-1) ?? 0))
}

function monthLine({ monthOf }: Squares, from: number, weeks: number): string {
  let line = ''
  for (let week = 0; week < weeks; week += 1) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((day) => monthOf(from + week * 7 + day))
    const name = days.find((one) => one !== undefined)
    if (name === undefined || width(line) > week || week + width(name) > weeks) continue
    line += ' '.repeat(week - width(line)) + name
    // the next name must not touch it
    line += ' '
  }
  return line.trimEnd()
}

function legend(
  { less, more, columns }: Squares,
  limits: readonly number[],
  signs: string,
): string {
  const steps = limits.map((limit, i) => `${signs.charAt(i + 1)} ≤${limit}`)
  const last = `${signs.charAt(limits.length + 1)} >${limits.at(-1) ?? 0}`
  const long = [`${signs.charAt(0)} 0`, ...steps, last].join('  ')
  const exact = signs === shades.ascii ? long.replaceAll('≤', '<=') : long
  return width(exact) + 6 <= columns ? exact : `${less} ${signs} ${more}`
}
