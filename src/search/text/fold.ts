import { foldedFrom, foldedTo } from './tables/fold-table.ts'

/**
 * Text folded for comparing: full-width and half-width, upper and lower case, traditional and
 * simplified, with accents and without are one. Every UTF-16 unit gives exactly one, so offsets in the fold are offsets in
 * the text.
 */
export function fold(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase()
  if (known === undefined && text.length <= short) return foldedShort(text)
  const to = table()
  let folded = ''
  for (let from = 0; from < text.length; from += slice) {
    const units = new Uint16Array(Math.min(slice, text.length - from))
    for (let i = 0; i < units.length; i += 1) {
      const unit = text.charCodeAt(from + i)
      units[i] = unit ^ (to[unit] ?? 0)
    }
    folded += String.fromCharCode.apply(undefined, units as unknown as number[])
  }
  return folded
}

/** What fits on the stack as arguments of one call. */
const slice = 8192

/** Up to so many characters are folded before the table would be made. */
const short = 160

function foldedShort(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i += 1) {
    const unit = text[i] ?? ''
    const at = unit > '\x7f' ? foldedFrom.indexOf(unit) : -1
    const other = at < 0 ? (unit >= 'A' && unit <= 'Z' ? unit.toLowerCase() : unit) : foldedTo[at]
    folded += bare(other ?? unit)
  }
  return folded
}

/** A Latin letter without its accents. */
function bare(unit: string): string {
  if (unit < '\u00c0' || unit > '\u1eff' || (unit > '\u024f' && unit < '\u1e00')) return unit
  return unit.normalize('NFD').charAt(0).toLowerCase()
}

let known: Uint16Array | undefined

/** Latin letters that may have accents. */
const accented = [
  [0xc0, 0x24f],
  [0x1e00, 0x1eff],
] as const

/** In which bits a character differs from what it is folded to: 0 for most, which is what is there. */
function table(): Uint16Array {
  if (known !== undefined) return known
  const made = new Uint16Array(0x10000)
  for (let unit = 0x41; unit <= 0x5a; unit += 1) made[unit] = 0x20
  for (let i = 0; i < foldedFrom.length; i += 1) {
    const unit = foldedFrom.charCodeAt(i)
    made[unit] = unit ^ foldedTo.charCodeAt(i)
  }
  for (const [from, to] of accented) {
    for (let unit = from; unit <= to; unit += 1) {
      const other = String.fromCharCode(unit ^ (made[unit] ?? 0))
      made[unit] = unit ^ bare(other).charCodeAt(0)
    }
  }
  known = made
  return made
}
