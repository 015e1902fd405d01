import type { FormulaReader, MathPart } from '../../markdown/formula/tree.ts'
import { escapeHtml } from './blocks.ts'

/** What shows formulas as MathML, which browsers draw without a script. */
export function mathHtml(
  read: FormulaReader,
): (tex: string, isBlock: boolean) => string | undefined {
  return (tex, isBlock) => {
    const part = read(tex, isBlock)
    if (part === undefined) return undefined
    const inner = part.children.map(partHtml).join('')
    const display = isBlock ? ' display="block"' : ''
    // what is copied, and read aloud where MathML is not known
    return `<math${display} alttext="${escapeHtml(tex)}">${inner}</math>`
  }
}

const elements = new Set(
  [
    'mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle mpadded mphantom menclose',
    'msub msup msubsup munder mover munderover mtable mtr mtd',
  ].flatMap((row) => row.split(' ')),
)
const attributes = new Set(
  [
    'fence form stretchy symmetric minsize maxsize lspace rspace movablelimits accent accentunder',
    'linethickness width height depth voffset mathvariant scriptlevel displaystyle notation',
  ].flatMap((row) => row.split(' ')),
)

function partHtml({ name, text, children, attributes: all, side }: MathPart): string {
  const inner = escapeHtml(text) + children.map(partHtml).join('')
  if (!elements.has(name)) return inner
  const kept = Object.entries(all)
    .filter(([key, value]) => attributes.has(key) && /^[\w.\- %]{1,40}$/.test(value))
    .map(([key, value]) => ` ${key}="${value}"`)
  const align = side === undefined ? '' : ` style="text-align:${side}"`
  return `<${name}${kept.join('')}${align}>${inner}</${name}>`
}
