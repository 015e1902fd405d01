import type { Booklet } from '../export/booklet.ts'
import type { Format } from '../export/formats.ts'
import type { HtmlOptions } from '../export/html-cards.ts'
import type { Host } from '../host/host.ts'

/** What a file holds: text, or bytes where it is none. */
export type Content = string | Uint8Array

/** How a document is to look, as far as its format heeds it. */
export type LookOptions = {
  readonly layout?: HtmlOptions['layout']
  readonly answers?: HtmlOptions['answers']
  readonly code?: boolean
}

/** The booklet as a file of a format; what makes it is loaded only for it. */
export async function contentOf(
  format: Format,
  booklet: Booklet,
  host: Host,
  options: LookOptions,
): Promise<Content> {
  const { say } = host.terminal.look()
  switch (format) {
    case 'md':
      return (await import('../export/markdown.ts')).markdownText(booklet, say)
    case 'html':
      return htmlOf(booklet, host, options)
    case 'csv': {
      const { csvText, longCells } = await import('../export/csv.ts')
      const long = longCells(booklet)
      if (long > 0) host.terminal.warn([say.exporting.longCells(long)])
      return csvText(booklet)
    }
  }
}

async function htmlOf(booklet: Booklet, host: Host, options: LookOptions): Promise<string> {
  const { htmlText } = await import('../export/html.ts')
  const { codeCutter } = await import('../markdown/code.ts')
  const { codeLanguages } = await import('../export/code-languages.ts')
  const { layout = 'notes', code = true } = options
  const answers = options.answers ?? (layout === 'quiz' ? 'end' : 'inline')
  const cut = await codeCutter(codeLanguages(booklet))
  const { say } = host.terminal.look()
  return htmlText(booklet, { layout, answers, code }, { say, cut, picture: () => undefined })
}
