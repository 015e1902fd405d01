import { deep } from '../deep.ts'
import { type Between, isBetweenDollars, looksLikeFormula } from './looks.ts'
import { endOfCode, endOfFence, passed } from './passed.ts'

/** A formula of LaTeX in a text. */
export type Formula = {
  /** To the letter, signs and all. */
  readonly source: string
  /** What stands between the signs. */
  readonly tex: string
  /** It stands on lines of its own. */
  readonly isBlock: boolean
}

/** A text in whose formulas nothing is read as Markdown. */
export type FormulasApart = {
  /** The text with a name, of letters to every reader, in the place of each formula. */
  readonly text: string
  /** A stretch of such a text, cut at its formulas. */
  readonly parts: (text: string) => readonly (string | Formula)[]
  /** The same value with formulas as they are written wherever only a name is left in it. */
  readonly restored: <Value>(value: Value) => Value
}

const mayHold = /\$|\\[([]|\\begin\{/

/**
 * Takes the formulas out of a Markdown text before it is parsed: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`
 * and LaTeX's own `\begin{align}`. What is code, an address or a tag is left alone; what was taken for
 * a formula within them comes back as it was.
 */
export function formulasApart(text: string): FormulasApart {
  if (!mayHold.test(text)) return none(text)
  const formulas: Formula[] = []
  const mark = freeCharacter(text)
  const isSure = /\$[^$\n]*\\[A-Za-z]{2,}[^$]*\$|\\[([][\s\S]*\\[A-Za-z]{2,}/.test(text)
  const light = scanned(text, isSure, (found) => `${mark}${formulas.push(found) - 1}${mark}`)
  if (formulas.length === 0) return none(text)
  const names = new RegExp(`${mark}(\\d+)${mark}`)
  const parts = (some: string): readonly (string | Formula)[] =>
    some.split(names).flatMap((part, i) => {
      const formula = i % 2 === 1 ? formulas[Number(part)] : part
      return formula === undefined || formula === '' ? [] : [formula]
    })
  const written = (some: string) =>
    some.includes(mark)
      ? parts(some)
          .map((part) => (typeof part === 'string' ? part : part.source))
          .join('')
      : some
  return { text: light, parts, restored: (value) => deep(value, written) }
}

function none(text: string): FormulasApart {
  return { text, parts: (some) => (some === '' ? [] : [some]), restored: (value) => value }
}

/** Of those for private use, which parsers take for letters, one that the text has not. */
function freeCharacter(text: string): string {
  for (let code = 0xf000; code < 0xf8ff; code += 1) {
    const character = String.fromCharCode(code)
    if (!text.includes(character)) return character
  }
  return '\uf8ff'
}

type Place = { readonly text: string; readonly at: number; readonly isSure: boolean }
type Taken = { readonly end: number; readonly formula: Formula }

// what may begin a formula, or what none begins in
const interesting = /[$\\`<]|https?:\/\/|www\.|\]\(|^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*~{3}/gim

function scanned(text: string, isSure: boolean, name: (formula: Formula) => string): string {
  let kept = ''
  let from = 0
  interesting.lastIndex = 0
  for (;;) {
    const sign = interesting.exec(text)
    if (sign === null) return kept + text.slice(from)
    const at = sign.index
    const taken = formulaAt({ text, at, isSure })
    if (taken !== undefined) {
      kept += text.slice(from, at) + name(taken.formula)
      from = taken.end
    }
    interesting.lastIndex = Math.max(at + 1, taken?.end ?? pastOthers(text, at, sign[0]))
  }
}

function pastOthers(text: string, at: number, sign: string): number {
  if (sign === '`') return endOfFence(text, at) ?? endOfCode(text, at)
  if (sign.endsWith('~~~')) return endOfFence(text, at + sign.length - 3) ?? at + sign.length
  return passed(text, at, sign)
}

function formulaAt(place: Place): Taken | undefined {
  const { text, at } = place
  if (text[at] === '$') {
    if (text[at + 1] === '`') return codeLike(place)
    return text[at + 1] === '$' ? betweenPairs(place) : betweenDollars(place)
  }
  if (text[at] !== '\\') return undefined
  // two before a bracket are what some sites need for one
  const [sign] = /^\\{1,2}[([]|^\\begin(?=\{)/.exec(text.slice(at, at + 8)) ?? []
  if (sign === '\\begin') return environment(place)
  return sign === undefined ? undefined : betweenBrackets(place, sign)
}

const longestInLine = 1000
const longestBlock = 6000

/** `$…$`: the next dollar ends it, or it is none. */
function betweenDollars({ text, at, isSure }: Place): Taken | undefined {
  const end = closing(text, at + 1, '$', longestInLine)
  if (end === undefined || text[end + 1] === '$') return undefined
  const tex = text.slice(at + 1, end)
  if (/\n[ \t>]*(?:\n|#|[-*+][ \t]|\d+[.)][ \t]|\||`{3}|~{3})/.test(tex)) return undefined
  if (isRow(text, at) && /\s\|\s/.test(tex)) return undefined
  const between: Between = {
    tex,
    before: text[at - 1] ?? '',
    after: text.slice(end + 1, end + 3),
    isSure,
  }
  return isBetweenDollars(between) ? taken(text, at, end + 1, tex, false) : undefined
}

/** `$$…$$`, which may hold empty lines only where its signs stand alone. */
function betweenPairs({ text, at }: Place): Taken | undefined {
  const end = closing(text, at + 2, '$$', longestBlock)
  if (end === undefined) return undefined
  const tex = text.slice(at + 2, end)
  const isOpen = /^[ \t]*\n/.test(tex) && /\n[ \t>]*$/.test(tex)
  if (hasEmptyLine(tex) && !isOpen) return undefined
  if (!looksLikeFormula({ tex, isSure: true })) return undefined
  return taken(text, at, end + 2, tex, true)
}

/** `` $`…`$ ``, as GitHub writes what Markdown must not read. */
function codeLike({ text, at }: Place): Taken | undefined {
  const end = text.indexOf('`$', at + 2)
  if (end < 0 || end - at > longestInLine) return undefined
  const tex = text.slice(at + 2, end)
  if (tex.includes('\n') || !looksLikeFormula({ tex, isSure: true })) return undefined
  return taken(text, at, end + 2, tex, false)
}

/** `\(…\)` and `\[…\]`; a bracket may also be escaped because it is one. */
function betweenBrackets({ text, at }: Place, sign: string): Taken | undefined {
  const isSquare = sign.endsWith('[')
  const closer = sign.slice(0, -1) + (isSquare ? ']' : ')')
  const from = at + sign.length
  const end = text.slice(from, from + longestBlock).indexOf(closer)
  if (end < 0) return undefined
  const tex = text.slice(from, from + end)
  if (hasEmptyLine(tex) || !looksLikeFormula({ tex, isSure: true })) return undefined
  if (isSquare && !/\\[A-Za-z]|[\^_=<>+]/.test(tex)) return undefined
  if (chinesePoint.test(tex) && !/\\[A-Za-z]/.test(tex)) return undefined
  return taken(text, at, from + end + closer.length, tex, isSquare)
}

const chinesePoint = /[，。；：！？、]/

const environments = /^\\begin\{((?:equation|align|gather|multline|alignat)\*?)\}/

/** `\begin{align}…\end{align}` on lines of its own. */
function environment({ text, at }: Place): Taken | undefined {
  const name = environments.exec(text.slice(at, at + 24))?.[1]
  if (name === undefined || !beginsLine(text, at)) return undefined
  const last = `\\end{${name}}`
  const end = text.slice(at, at + longestBlock).indexOf(last)
  if (end < 0) return undefined
  const to = at + end + last.length
  return taken(text, at, to, text.slice(at, to), true)
}

/** Where the next such sign stands that is not escaped. */
function closing(text: string, from: number, sign: string, most: number): number | undefined {
  for (let at = text.indexOf(sign, from); at >= 0; at = text.indexOf(sign, at + 1)) {
    if (at - from > most) return undefined
    const before = /\\*$/.exec(text.slice(Math.max(from, at - 8), at))?.[0] ?? ''
    if (before.length % 2 === 0) return at
  }
  return undefined
}

function hasEmptyLine(tex: string): boolean {
  return /\n[ \t>]*\n/.test(tex)
}

function isRow(text: string, at: number): boolean {
  return /^[ \t>]*\|/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))
}

const lineStart = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/

function beginsLine(text: string, at: number): boolean {
  return lineStart.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))
}

function taken(text: string, at: number, end: number, inner: string, mayStand: boolean): Taken {
  const isAlone = beginsLine(text, at) && /^[ \t]*(?:\r?\n|$)/.test(text.slice(end, end + 200))
  const quotes = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).split('>').length - 1
  const lines = (some: string) => some.replace(unquoted(quotes), '\n')
  // GFM has a bar of a table escaped, also within code
  const tex = isRow(text, at) ? inner.replaceAll('\\|', '|') : inner
  return {
    end,
    formula: {
      source: lines(text.slice(at, end)),
      tex: lines(tex).trim(),
      isBlock: mayStand && isAlone,
    },
  }
}

/** A line end, and what the quotations around it begin the next line with. */
function unquoted(quotes: number): RegExp {
  return quotes === 0 ? /\r?\n/g : new RegExp(`\\r?\\n(?:[ \\t]*>[ \\t]?){0,${quotes}}`, 'g')
}
