import { accents } from './accents.ts'
import { formulaReader, type MathPart } from './tree.ts'

/** What spells formulas in letters, as far as letters show them. Loads what reads them if it is needed. */
export async function formulaSpeller(
  isNeeded: boolean,
): Promise<(tex: string, isBlock: boolean) => string | undefined> {
  const read = await formulaReader(isNeeded)
  return (tex, isBlock) => {
    const part = read(tex, isBlock)
    const line = part && formulaLine(part)
    // in a line there is no room for a second
    return isBlock ? line : line?.replace(/ ?\n ?/g, '; ')
  }
}

/**
 * A formula in letters, `x² ≤ √(a + b)`; where it has rows of its own, a line each. Undefined where
 * letters would not show what it says, as a matrix.
 */
function formulaLine(part: MathPart): string | undefined {
  const said = partLine(part)
    ?.replace(/ {2,}/g, ' ')
    .replace(/^ +| +$/gm, '')
  return said === undefined || said === '' || said.length > longest ? undefined : said
}

const longest = 200

function partLine(part: MathPart): string | undefined {
  const { name, text, children, attributes } = part
  const [first, second, third] = children
  switch (name) {
    case 'mi':
    case 'mn':
    case 'mtext':
    case 'ms':
      return text.normalize('NFC').replace(styled, (letter) => letter.normalize('NFKC'))
    case 'mo':
      return text.replace(/[\u2061-\u2064]/g, '')
    case 'mspace':
      return spaceOf(attributes.width)
    case 'math':
    case 'mrow':
    case 'mstyle':
    case 'mpadded':
      return rowLine(children)
    case 'mfrac':
      return attributes.linethickness === undefined ? fraction(first, second) : undefined
    case 'msqrt':
      return withRoot('√', rowLine(children))
    case 'mroot':
      return withRoot(rootSign(lineOf(second)), lineOf(first))
    case 'msub':
    case 'munder':
      return scripts(first, second, undefined)
    case 'msup':
      return scripts(first, undefined, second)
    case 'mover':
      return (
        accented(first, second) ?? (isLarge(first) ? scripts(first, undefined, second) : undefined)
      )
    case 'msubsup':
    case 'munderover':
      return scripts(first, second, third)
    case 'menclose':
      return attributes.notation === 'top' ? withMark(lineOf(first), '\u0304') : undefined
    case 'mtable':
      return table(children)
    default:
      return undefined
  }
}

/** Letters of another style, which few terminals have: 𝐖. */
const styled = /[\u{1d400}-\u{1d7ff}]/gu

function lineOf(part: MathPart | undefined): string | undefined {
  return part && partLine(part)
}

function spaceOf(width = ''): string {
  const [, size = '0', unit] = /^(-?[\d.]+)(em|pt|px)?/.exec(width) ?? []
  return Number(size) >= (unit === 'em' ? 0.15 : 3) ? ' ' : ''
}

const relation = /^(?:[=<>≤≥≠≈≡∼≃≅∝∈∉∋⊂⊆⊃⊇→←↔⇒⇐⇔⟹⟸⟺⟶⟵↦∣≪≫≺≻⪯⪰⊢⊨∥⊥≔≜⩽⩾]|:=|mod)$/
const binary = /^[+−±∓×⋅·∗*÷∘⊕⊗⊙∪∩∧∨∖]$/
const opening = /[([{⟨⌊⌈=<>≤≥≠≈→⇒,;+−±×⋅∗|]\s*$/

function rowLine(parts: readonly MathPart[]): string | undefined {
  let said = ''
  for (const [i, part] of parts.entries()) {
    const line = partLine(part)
    if (line === undefined) return undefined
    said += between(said, part, parts[i - 1], line) + signed(said, part, line)
  }
  return said
}

/** A space where two words would run into one. */
function between(said: string, part: MathPart, before: MathPart | undefined, line: string): string {
  if (said === '' || line === '' || /\s$/.test(said)) return ''
  const leaf = firstLeaf(part)
  const isWord = leaf.name === 'mi' && /^\p{L}{2,}/u.test(leaf.text)
  if (isWord && /[\p{L}\p{N})]$/u.test(said)) return ' '
  if (/[_^][\p{L}\p{N}]+$/u.test(said) && /^[\p{L}\p{N}]/u.test(line)) return ' '
  const isBehindLarge = isLarge(before) || before?.name === 'mfrac'
  return isBehindLarge && /^[\p{L}\p{N}(√∑∏∫]/u.test(line) ? ' ' : ''
}

function firstLeaf(part: MathPart): MathPart {
  const [first] = part.children
  return first === undefined ? part : firstLeaf(first)
}

function signed(said: string, { name, attributes }: MathPart, line: string): string {
  if (name !== 'mo') return line
  if (/^[,;]$/.test(line)) return `${line} `
  if (relation.test(line) || Number.parseFloat(attributes.lspace ?? '0') > 0.2) return ` ${line} `
  const isBetween = binary.test(line) && said.trim() !== '' && !opening.test(said)
  return isBetween ? ` ${line} ` : line
}

const large = /^(?:[∑∏∐∫∬∮⋃⋂]|lim|max|min|sup|inf|arg\s?max|arg\s?min)$/

/** A sign that what follows is summed up by, with its bounds or without. */
function isLarge(part: MathPart | undefined): boolean {
  if (part === undefined) return false
  if (part.text !== '') return large.test(part.text)
  const [only, second] = part.children
  if (part.name === 'mrow') return second === undefined && isLarge(only)
  return /^m(?:sub|sup|subsup|under|over|underover)$/.test(part.name) && isLarge(only)
}

/** Whether a text needs no brackets to be seen as one. */
function isOne(said: string): boolean {
  return ones.test(said) || /^.$/u.test(said) || /^\p{L}*\([^()]*\)$/u.test(said)
}

// a number, a name, a letter with what is raised or below it; with a sign in front
const ones = /^[∂∇√∛Δ]?(?:[\d.]+|\p{Script=Han}+|[a-z]{2,}|\p{L}\p{M}*[\p{Lm}\p{No}′]*)$/iu

function grouped(said: string): string {
  return isOne(said) ? said : `(${said.trim()})`
}

function fraction(top: MathPart | undefined, bottom: MathPart | undefined): string | undefined {
  const [above, below] = [lineOf(top), lineOf(bottom)]
  if (above === undefined || below === undefined) return undefined
  return `${wrappedTop(above)}/${grouped(below)}`
}

// x²/2 needs no brackets, a + b does
function wrappedTop(said: string): string {
  const outside = said.replace(/\([^()]*\)/g, '').trim()
  return /[\s/=+−]/.test(outside) ? `(${said.trim()})` : said
}

function withRoot(sign: string | undefined, said: string | undefined): string | undefined {
  return sign === undefined || said === undefined ? undefined : sign + grouped(said)
}

function rootSign(index: string | undefined): string | undefined {
  if (index === '3') return '∛'
  if (index === '4') return '∜'
  const raised = index && spelled(index, superscripts)
  return raised ? `${raised}√` : undefined
}

function accented(base: MathPart | undefined, over: MathPart | undefined): string | undefined {
  const mark = over?.name === 'mo' ? accents.get(over.text) : undefined
  return mark === undefined ? undefined : withMark(lineOf(base), mark)
}

function withMark(said: string | undefined, mark: string): string | undefined {
  return said !== undefined && /^\p{L}$/u.test(said) ? (said + mark).normalize('NFC') : undefined
}

function scripts(
  base: MathPart | undefined,
  below: MathPart | undefined,
  above: MathPart | undefined,
): string | undefined {
  const said = base && isBrace(base) ? undefined : lineOf(base)
  const low = below === undefined ? '' : script(lineOf(below), '_', subscripts)
  const high = above === undefined ? '' : script(lineOf(above), '^', superscripts)
  if (said === undefined || low === undefined || high === undefined) return undefined
  // of a word below, the end has to be seen
  const isBare = /^_[^(]*\p{L}$/u.test(low) && high !== '' && /^\p{L}/u.test(high)
  return said + low + (isBare ? ` ${high}` : high)
}

/** What a brace is drawn at, and says so above or below. */
function isBrace({ name, children }: MathPart): boolean {
  return /^m(?:under|over)$/.test(name) && /[⏞⏟⎴⎵]/.test(children[1]?.text ?? '')
}

function script(
  said: string | undefined,
  mark: string,
  letters: ReadonlyMap<string, string>,
): string | undefined {
  const bare = said?.replaceAll(' ', '')
  if (bare === undefined || bare === '') return bare
  if (/^[′″‴]+$/.test(bare)) return bare
  return spelled(bare, letters) ?? mark + grouped(bare.length < 12 ? bare : (said ?? ''))
}

function spelled(said: string, letters: ReadonlyMap<string, string>): string | undefined {
  const found = Array.from(said, (letter) => letters.get(letter))
  return found.every((letter) => letter !== undefined) ? found.join('') : undefined
}

const superscripts = pairs(
  '0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθ',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿ',
)
const subscripts = pairs(
  '0123456789+−-=()aehijklmnoprstuvxβγρφχ',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ',
)

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const letters = Array.from(to)
  return new Map(Array.from(from, (letter, i) => [letter, letters[i] ?? letter]))
}

/** Equations below each other; a table within brackets is drawn, and cannot be said. */
function table(rows: readonly MathPart[]): string | undefined {
  const isAligned = rows.every(({ children }) => children.every(({ side }, i) => isSide(side, i)))
  const lines = rows.map(({ children }) =>
    rowLine(children.map((cell) => ({ ...cell, name: 'mrow' }))),
  )
  if (!isAligned || lines.includes(undefined)) return undefined
  return lines.join('\n')
}

function isSide(side: MathPart['side'], i: number): boolean {
  return side === undefined ? i === 0 : side === (i % 2 === 0 ? 'right' : 'left')
}
