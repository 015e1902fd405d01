import { formulasApart } from '../../text/formula/apart.ts'
import type { Inline } from '../document.ts'
import { formulaInlines } from '../inlines.ts'

/** A text in which nothing is a mark any more, but formulas are formulas. */
export function withFormulas(text: string): readonly Inline[] {
  const { parts, text: light } = formulasApart(text)
  return formulaInlines(light, parts)
}
