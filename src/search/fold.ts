import { foldedFrom, foldedTo } from './tables/fold-table.ts'

/**
 * Text folded for comparing: full-width and half-width, upper and lower case, traditional and
 * simplified are one. Every UTF-16 unit gives exactly one, so offsets in the fold are offsets in
 * the text.
 */
export function fold(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase()
  const to = table()
  let folded = ''
  for (let from = 0; from < text.length; from += slice) {
    const units = new Uint16Array(Math.min(slice, text.length - from))
    for (let i = 0; i < units.length; i += 1) units[i] = to[text.charCodeAt(from + i)] ?? 0
    folded += String.fromCharCode.apply(undefined, units as unknown as number[])
  }
  return folded
}

/** What fits on the stack as arguments of one call. */
const slice = 8192

let known: Uint16Array | undefined

function table(): Uint16Array {
  if (known !== undefined) return known
  const made = new Uint16Array(0x10000)
  for (let unit = 0; unit < made.length; unit += 1) made[unit] = unit
  for (let unit = 0x41; unit <= 0x5a; unit += 1) made[unit] = unit + 32
  for (let i = 0; i < foldedFrom.length; i += 1) {
    made[foldedFrom.charCodeAt(i)] = foldedTo.charCodeAt(i)
  }
  known = made
  return made
}
