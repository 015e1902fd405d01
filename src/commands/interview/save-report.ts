import { UserError } from '../../errors.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { Interview } from '../../interview/interview.ts'
import type { historyRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { backgroundOf, cardsOf } from './interview-report.ts'

type SaveOptions = Pick<Said<typeof historyRows>, 'library' | 'force'>

/** Where a report is to be written. */
export type ReportFile = { readonly path: string; readonly force: boolean }

/**
 * Writes the report of an interview to a file, by its ending; gives its absolute path. Throws the
 * faults `report-format`, `file-exists` and `not-written`.
 */
export async function saveReport(
  host: Host,
  interview: Interview,
  path: string,
  options: SaveOptions,
): Promise<string> {
  const format = reportFormat(path)
  const target = host.files.absolute(path)
  const content =
    format === 'md'
      ? await markdownOf(host, interview, options)
      : await documentOf(host, interview, format, options)
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  await (await host.paper.openExporter()).write(target, bytes, options.force === true)
  return target
}

/** Finds out before an interview begins what would keep its report from being written. */
export function checkReportPath(host: HostPart<'files'>, path: string, force: boolean): void {
  reportFormat(path)
  const target = host.files.absolute(path)
  if (!force && host.files.exists(target))
    throw new UserError({ code: 'file-exists', path: target })
  if (!host.files.exists(host.files.absolute(`${path}/..`))) {
    throw new UserError({ code: 'not-written', path: target, reason: 'ENOENT' })
  }
}

type ReportFormat = 'md' | 'html' | 'pdf'

function reportFormat(path: string): ReportFormat {
  const ending = /\.(md|markdown|html?|pdf)$/i.exec(path)?.[1]?.toLowerCase()
  if (ending === undefined) throw new UserError({ code: 'report-format', path })
  if (ending === 'pdf') return 'pdf'
  return ending.startsWith('htm') ? 'html' : 'md'
}

async function markdownOf(host: Host, interview: Interview, options: SaveOptions): Promise<string> {
  const { reportMarkdown } = await import('../../export/report-markdown.ts')
  const cardOf = await cardsOf(host, interview, options)
  const answers = {
    cardOf: (card: NonNullable<Interview['turns'][number]['card']>) => cardOf({ card }),
    noteOf: host.store.notes.read,
  }
  const background = await backgroundOf(host, interview)
  return reportMarkdown(interview, answers, background, host.terminal.look().say)
}

async function documentOf(
  host: Host,
  interview: Interview,
  format: 'html' | 'pdf',
  options: SaveOptions,
): Promise<string | Uint8Array> {
  const { contentOf } = await import('../export/export-content.ts')
  const { interviewBooklet } = await import('../export/interview-booklet.ts')
  const exporter = await host.paper.openExporter()
  const booklet = await interviewBooklet(host, exporter, interview, options)
  return contentOf(format, { booklet, host, exporter, options: {} })
}
