import type { Format } from './formats.ts'
import type { Maker } from './maker.ts'

/** What makes each kind of file; loaded only where one is made. */
export const makers: Readonly<Record<Format, () => Promise<Maker>>> = {
  pdf: async () => (await import('./paper/pdf.ts')).pdfFile,
  md: async () => (await import('./markdown.ts')).markdownFile,
  html: async () => (await import('./html/file.ts')).htmlFile,
  csv: async () => (await import('./csv.ts')).csvFile,
  apkg: async () => (await import('./anki/package.ts')).ankiPackage,
}
