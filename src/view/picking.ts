import type { Picking } from '../session/picking.ts'
import { clip } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import type { Frame } from './frame.ts'
import { packed } from './layout.ts'
import type { Look } from './look.ts'

/** The live rows below the hits of a search: which one is pointed at, and what the keys do. */
export function pickFrame(state: Picking, count: number, look: Look): Frame {
  const { say, paint } = look
  const columns = look.columns - 1
  const which = paint.strong(clip(say.search.which(state + 1, count), columns, look))
  const keys = packed(say.search.pickKeys, columns).map(paint.dim)
  return { rows: [which, ...keys].slice(0, Math.max(1, look.rows - 1)) }
}

/** What is told of the choice line by line. */
export function pickTold(before: Picking | undefined, look: Look): readonly string[] {
  return before === undefined ? wrap(look.say.search.pickHelp, look.columns) : []
}
