import type { Booklet } from '../../export/booklet.ts'
import { codeLanguages } from '../../export/code-languages.ts'
import type { HtmlMeans } from '../../export/html/html-cards.ts'
import { wholeLook } from '../../export/option-rules.ts'
import { pagePictures } from '../../export/page-pictures.ts'
import { mediaName } from '../../export/picture-names.ts'
import { readEntry } from '../../export/read-entry.ts'
import { asWrittenWarnings, warningText } from '../../export/warning.ts'
import type { Host } from '../../host/host.ts'
import type { Exporter } from '../../host/paper/exporter.ts'
import type { Format } from '../../options/formats.ts'
import type { LookOptions } from '../../options/look.ts'

/** What a file holds: text, or bytes where it is none. */
export type Content = string | Uint8Array

/** A booklet, and what it is made into a file with. */
export type Task = {
  readonly booklet: Booklet
  readonly host: Host
  readonly exporter: Exporter
  readonly options: LookOptions
}

/** The booklet as a file of a format; what makes it is loaded only for it. */
export async function contentOf(format: Format, task: Task): Promise<Content> {
  const { booklet, host } = task
  const { say } = host.terminal.look()
  switch (format) {
    case 'pdf':
      return pdfOf(task)
    case 'md':
      return (await import('../../export/markdown.ts')).markdownText(booklet, say)
    case 'html':
      return htmlOf(task)
    case 'apkg':
      return packageOf(task)
    case 'csv': {
      const { csvText, longCells } = await import('../../export/csv.ts')
      const long = longCells(booklet)
      if (long > 0) host.terminal.warn([say.exporting.longCells(long)])
      return csvText(booklet)
    }
  }
}

async function pdfOf({ booklet, host, exporter, options }: Task): Promise<Uint8Array> {
  const { terminal } = host
  const { font: fonts = [] } = options
  const made = await exporter.print(booklet, wholeLook(options), { fonts, terminal })
  const { say } = terminal.look()
  terminal.warn(made.warnings.map((warning) => warningText(warning, say)))
  return made.bytes
}

async function htmlOf({ booklet, host, exporter, options }: Task): Promise<string> {
  const { htmlText } = await import('../../export/html/html.ts')
  const { inlined } = await import('../../export/inlined.ts')
  const { layout, code, answers } = wholeLook(options)
  const { entries, pictures, cut } = await readAll({ booklet, host, exporter, options })
  const { say } = host.terminal.look()
  const { picture, warnings } = inlined(pictures.find, say)
  const means = { say, language: booklet.language, cut, picture }
  const page = htmlText(booklet, entries, { layout, answers, code }, means)
  host.terminal.warn(warnings.map((warning) => warningText(warning, say)))
  return page
}

async function packageOf(task: Task): Promise<Uint8Array> {
  const { booklet, exporter } = task
  const { ankiCollection } = await import('../../export/anki/anki.ts')
  const { entries, pictures, cut } = await readAll(task)
  const { say } = task.host.terminal.look()
  const media = new Map<string, Uint8Array>()
  const picture: HtmlMeans['picture'] = (card, src, alt) => {
    const found = pictures.find(card, src, alt)
    if ('instead' in found) return found
    const source = mediaName(found.picture)
    media.set(source, found.picture.bytes)
    return { source, alt: found.alt }
  }
  const collection = ankiCollection(booklet, entries, {
    say,
    language: booklet.language,
    cut,
    picture,
  })
  const files = Array.from(media, ([name, bytes]) => ({ name, bytes }))
  return exporter.pack(collection, files, say)
}

/** Everything that is read for a document, with what it cannot show said on stderr. */
async function readAll({ booklet, host, exporter }: Task) {
  const { codeCutter } = await import('../../markdown/code.ts')
  const { terminal } = host
  const { say } = terminal.look()
  const report = terminal.progressOf(say.exporting.preparing)
  const all = booklet.entries.length
  const entries = booklet.entries.map((entry, i) => {
    report(i, all)
    return readEntry(entry)
  })
  report(all, all)
  const pictures = pagePictures(await exporter.pictures(entries), say)
  const warnings = [...pictures.warnings, ...asWrittenWarnings(entries)]
  terminal.warn(warnings.map((warning) => warningText(warning, say)))
  return { entries, pictures, cut: await codeCutter(codeLanguages(entries)) }
}
