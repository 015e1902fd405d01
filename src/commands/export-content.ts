import type { Booklet } from '../export/booklet.ts'
import type { Format } from '../export/formats.ts'
import type { Host } from '../host/host.ts'

/** What a file holds: text, or bytes where it is none. */
export type Content = string | Uint8Array

/** The booklet as a file of a format; what makes it is loaded only for it. */
export async function contentOf(format: Format, booklet: Booklet, host: Host): Promise<Content> {
  const { say } = host.terminal.look()
  switch (format) {
    case 'md':
      return (await import('../export/markdown.ts')).markdownText(booklet, say)
    case 'csv': {
      const { csvText, longCells } = await import('../export/csv.ts')
      const long = longCells(booklet)
      if (long > 0) host.terminal.warn([say.exporting.longCells(long)])
      return csvText(booklet)
    }
  }
}
