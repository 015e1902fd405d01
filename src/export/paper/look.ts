/** How a document on paper is to look. */
export type PaperOptions = {
  readonly layout: Layout
  readonly paper: Paper
  /** Of a page: 1 to 3. */
  readonly columns: number
  /** In points. */
  readonly fontSize: number
  /** Large letters with strong contrast, one column; the font size is then at least 18. */
  readonly largePrint: boolean
  /** Whether blocks of code are printed. */
  readonly code: boolean
  readonly answers: AnswerPlace
}

export type Layout = 'notes' | 'quiz' | 'summary'
export type Paper = 'a4' | 'a5' | 'letter'
/** Where answers stand; `end` is behind all questions, with page references both ways. */
export type AnswerPlace = 'none' | 'end' | 'inline'

/** What a layout looks like unless somebody asks for something else. */
export function usualOptions(layout: Layout): PaperOptions {
  return {
    layout,
    paper: 'a4',
    columns: layout === 'summary' ? 2 : 1,
    fontSize: layout === 'summary' ? 9 : 10,
    largePrint: false,
    code: true,
    answers: layout === 'quiz' ? 'end' : 'inline',
  }
}

/** The measures of a document; lengths in points, or as a part of the font size where they say so. */
export type PaperLook = {
  readonly layout: Layout
  readonly answers: AnswerPlace
  /** As Typst calls it. */
  readonly paper: string
  readonly size: number
  /** Of heads and feet, as a part of the size. */
  readonly small: number
  readonly large: boolean
  /** Whether two panels fit beside each other. */
  readonly wide: boolean
  readonly columns: number
  readonly gutter: number
  readonly margin: { readonly x: number; readonly top: number; readonly bottom: number }
  /** Of one column. */
  readonly width: number
  readonly height: number
  /** Parts of the size. */
  readonly indent: {
    readonly mark: number
    readonly gap: number
    readonly quote: number
    readonly panel: number
  }
  readonly code: { readonly size: number; readonly inset: number }
  /** From one ruled line to the next. */
  readonly ruled: number
}

/** A paper's width, height, margin at the sides, at the top and at the bottom, in points. */
const papers = {
  a4: { name: 'a4', width: 595.28, height: 841.89, margin: { x: 57, top: 64, bottom: 60 } },
  a5: { name: 'a5', width: 419.53, height: 595.28, margin: { x: 40, top: 50, bottom: 46 } },
  letter: { name: 'us-letter', width: 612, height: 792, margin: { x: 60, top: 64, bottom: 60 } },
} as const

const largeSize = 18
/** Of a column, in parts of the font size. */
const leastColumn = 12

/** The measures that go with what was asked for. */
export function paperLook(options: PaperOptions): PaperLook {
  const { largePrint: large, layout, answers } = options
  const { name, width, height, margin } = papers[options.paper]
  const size = large ? Math.max(largeSize, options.fontSize) : options.fontSize
  const line = width - 2 * margin.x
  const gutter = size * 2
  // narrower columns could not be read
  const most = Math.max(1, Math.floor((line + gutter) / (leastColumn * size + gutter)))
  const columns = large ? 1 : Math.min(options.columns, most)
  const column = (line - (columns - 1) * gutter) / columns
  return {
    layout,
    answers,
    paper: name,
    size,
    small: large ? 0.75 : 0.8,
    large,
    wide: column / size > 36,
    columns,
    gutter,
    margin,
    width: column,
    height: height - margin.top - margin.bottom,
    indent: { mark: 0.3, gap: 0.55, quote: 0.9, panel: 0.75 },
    code: { size: large ? 0.9 : 0.96, inset: 0.8 },
    ruled: Math.max(22, size * 2),
  }
}
