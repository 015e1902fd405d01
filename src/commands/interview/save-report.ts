import { UserError } from '../../errors.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { Interview } from '../../interview/interview.ts'
import type { historyRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'

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
  const { bytesOf } = await import('../../export/content.ts')
  const { contentOf } = await import('../export/export-content.ts')
  const { reportBooklet } = await import('../export/report-booklet.ts')
  const exporter = await host.paper.openExporter()
  const booklet = await reportBooklet(host, exporter, interview, options)
  const content = await contentOf(format, { booklet, host, exporter, options: {} })
  await exporter.write(target, bytesOf(content), options.force === true)
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
