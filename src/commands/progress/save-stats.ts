import { UserError } from '../../errors.ts'
import { statsBooklet } from '../../export/charts/stats.ts'
import { bytesOf } from '../../export/content.ts'
import type { Host } from '../../host/host.ts'
import type { Stats } from '../../stats/stats.ts'
import { contentOf } from '../export/export-content.ts'

/**
 * Writes the figures with their charts to a file, by its ending; gives its absolute path. Throws the
 * faults `stats-format`, `file-exists` and `not-written`.
 */
export async function saveStats(
  host: Host,
  stats: Stats,
  path: string,
  force: boolean,
): Promise<string> {
  const ending = /\.(html?|pdf)$/i.exec(path)?.[1]?.toLowerCase()
  if (ending === undefined) throw new UserError({ code: 'stats-format', path })
  const target = host.files.absolute(path)
  const exporter = await host.paper.openExporter()
  const { say, tongue } = host.terminal.look()
  const booklet = statsBooklet(stats, { say, language: tongue, at: exporter.made().at })
  const format = ending === 'pdf' ? 'pdf' : 'html'
  const content = await contentOf(format, { booklet, host, exporter, options: {} })
  await exporter.write(target, bytesOf(content), force)
  return target
}
