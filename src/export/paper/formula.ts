import { accents } from '../../markdown/formula/accents.ts'
import type { FormulaReader, MathPart } from '../../markdown/formula/tree.ts'
import type { Font } from './font.ts'

/** A part of a formula as the template takes it; nothing of it is markup. */
export type SetMath =
  /** Letters and signs of mathematics, and those that stand upright. */
  | { readonly m: 'sign' | 'upright' | 'text'; readonly v: string }
  | { readonly m: 'name'; readonly v: string; readonly limits: boolean }
  | { readonly m: 'row' | 'fenced' | 'root' | 'over' | 'under' | 'cancel' | 'box'; readonly c: Row }
  | { readonly m: 'frac' | 'binom' | 'nth'; readonly a: SetMath; readonly b: SetMath }
  | {
      readonly m: 'scripts'
      readonly a: SetMath
      readonly t: SetMath | null
      readonly b: SetMath | null
      /** Above and below it, not beside it. */
      readonly limits: boolean
    }
  | { readonly m: 'accent'; readonly a: SetMath; readonly v: string }
  | { readonly m: 'overbrace' | 'underbrace'; readonly a: SetMath }
  /** Em. */
  | { readonly m: 'space'; readonly v: number }
  | { readonly m: 'table'; readonly rows: readonly Row[]; readonly align: 'left' | 'center' }
  /** Equations whose cells stand below each other in turns. */
  | { readonly m: 'aligned'; readonly rows: readonly Row[] }

type Row = readonly SetMath[]

/** What sets a formula; undefined if it cannot be read, or a sign of it is in no font. */
export type MathSetter = (tex: string, isBlock: boolean) => SetMath | undefined

/** What sets formulas that were read, in these fonts. */
export function mathSetter(read: FormulaReader, math: Font, text: Font): MathSetter {
  return (tex, isBlock) => {
    const part = read(tex, isBlock)
    if (part === undefined || !isKnown(part, math, text)) return undefined
    return rowOf(part.children, isBlock)
  }
}

function isKnown({ name, text: said, children }: MathPart, math: Font, text: Font): boolean {
  const hasAll = Array.from(said).every((character) => {
    const code = character.codePointAt(0) ?? 0
    return invisible.test(character) || math.has(code) || (name === 'mtext' && text.has(code))
  })
  return hasAll && children.every((child) => isKnown(child, math, text))
}

const invisible = /[\u2061-\u2064\u00a0]/

function rowOf(parts: readonly MathPart[], isTop = false): SetMath {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return partOf(only, isTop)
  const c = parts
    .filter((part, i) => !isSpaceOfName(part, parts[i - 1]))
    .map((part) => partOf(part))
  return { m: isFenced(parts) ? 'fenced' : 'row', c }
}

/** Brackets that are as high as what they hold; one of them may be missing. */
function isFenced(parts: readonly MathPart[]): boolean {
  return [parts[0], parts.at(-1)].some((part) => {
    const { fence, stretchy, minsize } = part?.attributes ?? {}
    return part?.name === 'mo' && fence === 'true' && stretchy !== 'false' && minsize === undefined
  })
}

// the typesetter knows what stands beside the name of a function
function isSpaceOfName({ name }: MathPart, before: MathPart | undefined): boolean {
  return name === 'mspace' && before?.text === '\u2061'
}

function partOf(part: MathPart, isTop = false): SetMath {
  const { name, children, attributes } = part
  switch (name) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
    case 'ms':
      return leafOf(part)
    case 'mspace':
      return { m: 'space', v: emOf(attributes.width) }
    case 'mfrac': {
      const m = attributes.linethickness === undefined ? 'frac' : 'binom'
      return { m, a: childOf(part, 0), b: childOf(part, 1) }
    }
    case 'mroot':
      return { m: 'nth', a: childOf(part, 0), b: childOf(part, 1) }
    case 'msqrt':
      return { m: 'root', c: [rowOf(children)] }
    case 'menclose':
      return { m: enclosures[attributes.notation ?? ''] ?? 'box', c: [rowOf(children.slice(0, 1))] }
    case 'mphantom':
      return { m: 'space', v: 1 }
    case 'mtable':
      return tableOf(part, isTop)
    default:
      return name.length > 3 && /^m(?:sub|sup|under|over)/.test(name)
        ? scriptsOf(part)
        : rowOf(children, isTop)
  }
}

function childOf({ children }: MathPart, at: number): SetMath {
  const child = children[at]
  return child === undefined ? { m: 'row', c: [] } : partOf(child)
}

const enclosures: Readonly<Record<string, 'over' | 'under' | 'cancel' | 'box'>> = {
  top: 'over',
  bottom: 'under',
  updiagonalstrike: 'cancel',
  downdiagonalstrike: 'cancel',
  horizontalstrike: 'cancel',
}

const limits = /^(?:lim|max|min|sup|inf|det|gcd|Pr|limsup|liminf|arg\s?max|arg\s?min)$/

function leafOf({ name, text, attributes }: MathPart): SetMath {
  const v = text.replace(/[\u2061-\u2064]/g, '')
  if (name === 'mtext' || name === 'ms') return { m: 'text', v: v.replaceAll('\u00a0', ' ') }
  if (/^\p{L}{2,}/u.test(v)) return { m: 'name', v, limits: limits.test(v) }
  const isUpright = name === 'mn' || attributes.mathvariant === 'normal'
  return { m: isUpright ? 'upright' : 'sign', v }
}

function emOf(width = ''): number {
  const [, size = '0', unit] = /^(-?[\d.]+)(em|pt|px|mu)?/.exec(width) ?? []
  const em = unit === 'em' ? Number(size) : Number(size) / (unit === 'mu' ? 18 : 10)
  return Math.min(4, Math.max(-1, em))
}

function scriptsOf(part: MathPart): SetMath {
  const { name, children } = part
  const [base, first] = children
  const accent = name === 'mover' && first?.name === 'mo' ? accents.get(first.text) : undefined
  const a = childOf(part, 0)
  if (accent !== undefined) return { m: 'accent', a, v: accent }
  if (/[⏞⏟]/.test(first?.text ?? '')) {
    return { m: first?.text === '⏞' ? 'overbrace' : 'underbrace', a }
  }
  const isHigh = /^m(?:sup|over)$/.test(name)
  const [b, t] = isHigh ? [null, childOf(part, 1)] : [childOf(part, 1), null]
  const both = children.length > 2 ? childOf(part, 2) : t
  // a name takes its own to where they belong
  const isOwn = base?.name === 'mi' && (base.text.length > 1 || a.m === 'name')
  return { m: 'scripts', a, b, t: both, limits: /under|over/.test(name) && !isOwn }
}

function tableOf({ children }: MathPart, isTop: boolean): SetMath {
  const sides = children.flatMap((row) => row.children.map(({ side }) => side))
  const rows = children.map((row) => row.children.map((cell) => rowOf(cell.children)))
  if (isTop && sides.includes('right')) return { m: 'aligned', rows }
  return { m: 'table', rows, align: sides.includes('left') ? 'left' : 'center' }
}
