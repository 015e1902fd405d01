import { UserError } from '../../errors.ts'
import type { Booklet } from '../../export/booklet.ts'
import { bytesOf, whole } from '../../export/content.ts'
import type { Content } from '../../export/maker.ts'
import { checkOptions } from '../../export/option-rules.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { Exporter } from '../../host/paper/exporter.ts'
import type { ExportOptions } from '../../options/export.ts'
import { type Format, formatOf, formats } from '../../options/formats.ts'
import { safe } from '../../text/text.ts'
import { librariesOf } from '../cards/library-options.ts'
import { pastInterview } from '../interview/past-interview.ts'
import { contentOf } from './export-content.ts'
import { libraryBooklet } from './library-booklet.ts'

/** `viva export <file>`: cards as a document. */
export async function run(host: Host, path: string, options: ExportOptions): Promise<void> {
  const { terminal } = host
  const { say } = terminal.look()
  const format = formatOf(path, options.format)
  checkOptions(options, format)
  const isOut = path === '-'
  if (isOut && terminal.isTerminal && formats[format].isBinary) {
    throw new UserError({ code: 'binary-output', format })
  }
  const exporter = await host.paper.openExporter()
  if (!isOut) await exporter.look(path, options.force === true)
  const booklet = await bookletOf(host, exporter, options, format)
  const content = await contentOf(format, { booklet, host, exporter, options })
  if (isOut) return printOut(host, exporter, content)
  // Excel and WPS take a file without the mark for the system's own encoding; pipes want none
  const bytes = bytesOf(format === 'csv' ? `\ufeff${content}` : content)
  await exporter.write(path, bytes, options.force === true)
  if (format === 'md' && 'length' in bytes) warnOf(host, path, bytes.length, options)
  terminal.print([say.exporting.written(booklet.entries.length, path)])
}

async function bookletOf(
  host: Host,
  exporter: Exporter,
  options: ExportOptions,
  format: Format,
): Promise<Booklet> {
  if (options.interview === undefined) return libraryBooklet(host, exporter, options, format)
  const { interviewBooklet } = await import('./interview-booklet.ts')
  const { interview } = await pastInterview(host, options.interview)
  return interviewBooklet(host, exporter, interview, options)
}

async function printOut(
  host: HostPart<'terminal'>,
  exporter: Exporter,
  content: Content,
): Promise<void> {
  const { terminal } = host
  // what a note holds must not steer the terminal of whoever looks at it
  const all = await whole(content)
  const isShown = typeof all === 'string' && terminal.isTerminal
  if (isShown) terminal.print(safe(all).trimEnd().split('\n'))
  else await exporter.writeOut(typeof all === 'string' ? new TextEncoder().encode(all) : all)
}

const mostRead = 8 << 20

function warnOf(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  path: string,
  size: number,
  options: ExportOptions,
): void {
  const { terminal } = host
  const { exporting } = terminal.look().say
  const file = host.files.absolute(path)
  const around = librariesOf(host, options).map((library) => host.files.absolute(library.path))
  const isInside = around.some(
    (root) => file.startsWith(`${root}/`) || file.startsWith(`${root}\\`),
  )
  if (isInside) terminal.warn([exporting.inLibrary(path)])
  if (size > mostRead) terminal.warn([exporting.tooLarge(path)])
}
