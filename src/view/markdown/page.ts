import type { Run, Style } from '../../text/wrap.ts'
import type { Look } from '../look.ts'

/** What every part of a Markdown page is drawn with. */
export type Page = {
  readonly look: Look
  /** Cells that code and tables may fill here. */
  readonly columns: number
  /** Cells that sentences fill here: no more than the eye follows easily. */
  readonly prose: number
  /** How many lists we are in. */
  readonly depth: number
  /** Inside a list that was written without empty lines. */
  readonly tight: boolean
  readonly highlight: Highlight
  /** A formula in letters, if they can show it. */
  readonly formula: (tex: string, isBlock: boolean) => string | undefined
}

/** The colours of a safe piece of code. */
export type Highlight = (code: string, language: string | undefined) => readonly Run[]

/** The least cells worth indenting for; below that, a part starts at the left edge. */
const leastRoom = 8

/** The page that is left beside an indent of so many cells; the same page if that is too little. */
export function beside(page: Page, indent: number): Page {
  if (page.columns - indent < leastRoom) return page
  const prose = Math.max(leastRoom, page.prose - indent)
  return { ...page, columns: page.columns - indent, prose }
}

/** Where colour is off, a mark must say the same. */
export function isPainted(style: Style): boolean {
  return style('x') !== 'x'
}
