import { elementCalled } from './elements.ts'
import type { HtmlToken } from './html.ts'
import { pairsOf } from './html-tree.ts'

/** Some tokens of HTML, or whole lines between them that are Markdown. */
export type HtmlRun =
  | { readonly kind: 'html'; readonly tokens: readonly HtmlToken[] }
  | { readonly kind: 'lines'; readonly markdown: string }

/**
 * Markdown is no Markdown within a block of HTML, but people write it there all the same, without an
 * empty line above: whole lines between the tags that stand on lines of their own.
 */
export function htmlRuns(html: string, tokens: readonly HtmlToken[]): readonly HtmlRun[] {
  const runs: HtmlRun[] = []
  let line: HtmlToken[] = []
  let isCode = false
  const endLine = (to: number) => {
    const [first] = line
    if (first === undefined) return
    const text = html.slice(first.from, to)
    const isFirst = first.from === 0
    if (!isCode && !isFirst && isMarkdown(text, to === html.length) && isWhole(line)) {
      runs.push({ kind: 'lines', markdown: text.replace(/^[ \t]+/gm, dedented(text)) })
    } else runs.push({ kind: 'html', tokens: line })
    line = []
  }
  for (const token of tokens) {
    if (token.kind === 'words' || elementCalled(token.name).block !== true) {
      line.push(token)
      continue
    }
    endLine(token.from)
    runs.push({ kind: 'html', tokens: [token] })
    if (token.name === 'pre') isCode = token.kind === 'open'
  }
  endLine(html.length)
  return runs
}

const marks = /[*_`~#[\]|>$]|^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]/m

function isMarkdown(text: string, isLast: boolean): boolean {
  return marks.test(text) && /^[ \t]*\n/.test(text) && (isLast || /\n[ \t]*$/.test(text))
}

function isWhole(tokens: readonly HtmlToken[]): boolean {
  const pairs = pairsOf(tokens)
  return tokens.every((token, i) => {
    return token.kind === 'words' || elementCalled(token.name).empty === true || pairs.has(i)
  })
}

/** The first line stands at the margin, and the others as far in as they were beside it. */
function dedented(text: string): (white: string) => string {
  const margin = /\n([ \t]*)\S/.exec(text)?.[1]?.length ?? 0
  return (white) => white.slice(margin)
}
