/** A part of a formula as MathML names it; the text of one that holds others is empty. */
export type MathPart = {
  readonly name: string
  readonly text: string
  readonly children: readonly MathPart[]
  readonly attributes: Readonly<Record<string, string>>
  /** On which side a cell of a table stands. */
  readonly side: 'left' | 'right' | undefined
}

/** A formula read; undefined if it cannot be, or must not: then it is shown as it is written. */
export type FormulaReader = (tex: string, isBlock: boolean) => MathPart | undefined

/** What reads formulas. Loads the library that does only if there are any. */
export async function formulaReader(isNeeded: boolean): Promise<FormulaReader> {
  if (!isNeeded) return () => undefined
  const temml = ((await import('temml')) as unknown as Temml).default
  const read = (tex: string, isBlock: boolean) => {
    try {
      const tree = temml.__renderToMathMLTree(tex, { ...bounds, displayMode: isBlock })
      return partOf(tree, { left: mostParts })
    } catch {
      // not LaTeX, or more of it than is known; whatever it throws, the source stands for it
      return undefined
    }
  }
  const known = new Map<string, MathPart | undefined>()
  return (tex, isBlock) => {
    if (tex.length > longest || forbidden.test(tex)) return undefined
    const key = `${isBlock ? '$$' : '$'}${tex}`
    if (!known.has(key)) known.set(key, read(withPercents(tex), isBlock))
    return known.get(key)
  }
}

const bounds = {
  throwOnError: true,
  strict: false,
  trust: false,
  maxExpand: 100,
  maxSize: [10, 20],
} as const
const longest = 3000
const mostParts = 3000
const deepest = 60

// What defines, includes or links; and boxes as high as one likes.
const forbidden =
  /\\(?:[egx]?def|let|futurelet|global|long|(?:re)?newcommand|providecommand|DeclareMathOperator|input|include\w*|require|usepackage|href|url|html\w*|class|cssId|id|style|data|csname|catcode|write\w*|open\w*|read|special|immediate|loop|rule|raisebox|unicode|char|verb|label|ref|eqref|cite)(?![A-Za-z])/

/** LaTeX as it is meant: a sign of percent is no comment. */
export function withPercents(tex: string): string {
  return tex.replace(/(?<!\\)((?:\\\\)*)%/g, '$1\\%')
}

/** What it exports, which its types have under another name. */
type Temml = {
  readonly default: {
    readonly __renderToMathMLTree: (tex: string, settings: object) => TemmlNode
  }
}

type TemmlNode = {
  readonly type?: string
  readonly text?: string
  readonly children?: readonly TemmlNode[]
  readonly attributes?: Readonly<Record<string, unknown>>
  readonly classes?: readonly string[]
}

function partOf(node: TemmlNode, budget: { left: number }, depth = 0): MathPart {
  budget.left -= 1
  if (budget.left < 0 || depth > deepest) throw new RangeError('formula')
  const all = node.children ?? []
  const texts = all.filter(({ type, text }) => type === undefined && text !== undefined)
  const inner = all.filter((child) => !texts.includes(child))
  const { classes = [] } = node
  const side = classes.includes('tml-left')
    ? 'left'
    : classes.includes('tml-right')
      ? 'right'
      : undefined
  return {
    // a fragment of a document holds a row
    name: node.type ?? 'mrow',
    text: texts.map(({ text }) => text ?? '').join(''),
    children: inner.map((child) => partOf(child, budget, depth + 1)),
    attributes: Object.fromEntries(
      Object.entries(node.attributes ?? {}).map(([name, value]) => [name, String(value)]),
    ),
    side,
  }
}
