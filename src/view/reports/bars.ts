import { marks } from '../layout.ts'
import type { Look } from '../look.ts'

/** A share from 0 to 1 as a bar of so many cells. */
export function bar(share: number, cells: number, look: Pick<Look, 'unicode'>): string {
  const { full, empty } = marks(look)
  const filled = Math.round(Math.min(1, Math.max(0, share)) * cells)
  return full.repeat(filled) + empty.repeat(cells - filled)
}

/** Values from 0 to `most` as one small bar each; digits where only ASCII can be trusted. */
export function sparkline(
  values: readonly number[],
  most: number,
  look: Pick<Look, 'unicode'>,
): string {
  const { levels } = marks(look)
  const top = levels.length - 1
  return values
    .map((value) => {
      const share = most > 0 ? Math.min(1, Math.max(0, value / most)) : 0
      return levels.charAt(Math.round(share * top))
    })
    .join('')
}

/** A share as people write it: `67%`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
