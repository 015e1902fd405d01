import { isMostOfRegion, isNumberedRun } from './fitness.ts'
import { itemsOfAskingLists, thoseThatMay, withMissing } from './picks.ts'
import type { ShapeRow, ShapeTraits } from './shape.ts'

/** What holds where a row says nothing else. */
export const usual = {
  levels: [],
  found: {},
  wide: {},
  widths: {},
  enough: [],
  standsAlone: true,
  opens: 'if-asking',
  ends: 'section',
  cards: thoseThatMay,
  isNumbered: false,
  vouches: false,
  takesStatements: true,
  trustsNumbers: false,
  bonus: 0,
  holdsFrom: undefined,
} as const satisfies Omit<ShapeRow, 'name'>

/** Numbers make one list, and missing ones can be filled in. */
export const counted: Partial<ShapeTraits> = { isNumbered: true, vouches: true, cards: withMissing }

/** How numbers and labels in front look; a number with only a space behind may be part of a name. */
export const styles = {
  numbered: counted,
  escaped: counted,
  dotted: counted,
  spaced: { isNumbered: true, cards: thoseThatMay },
  labelled: { vouches: true, cards: withMissing },
} as const satisfies ShapeRow['widths']

/** What list items share, with numbers or without. */
export const listItem = {
  ...usual,
  standsAlone: false,
  ends: 'list',
  cards: itemsOfAskingLists,
  enough: [
    { count: 3, share: 0.5 },
    { count: 3, where: isMostOfRegion },
    { count: 5, where: isNumberedRun },
  ],
} as const satisfies Omit<ShapeRow, 'name'>
