import { UserError } from '../../errors.ts'
import type { ForeignFile, ForeignLines } from '../../foreign/file.ts'
import { foreignIn } from '../../foreign/read.ts'
import type { Host } from '../../host/host.ts'
import type { ImportOptions } from '../../options/commands.ts'
import type { Instant } from '../../schedule/schedule.ts'

/** `viva import <file>`: what was done with cards in another program. Importing again adds nothing. */
export async function run(host: Host, path: string, options: ImportOptions): Promise<void> {
  const file = await host.files.openForeign(path)
  const foreign = await foreignIn(file, (at) => host.clock.offsetAt(at as Instant))
  if (foreign !== undefined) {
    const { importForeign } = await import('./import-foreign.ts')
    const media = file.kind === 'database' ? file.media : () => new Map<string, Uint8Array>()
    return importForeign(host, { foreign, media }, options)
  }
  const { importLines } = await import('./import-lines.ts')
  return importLines(host, linesOf(file, path), options)
}

function linesOf(file: ForeignFile, path: string): ForeignLines {
  if (file.kind === 'lines') return file
  const [found, another] = file.kind === 'texts' ? file.texts : []
  if (found === undefined || another !== undefined)
    throw new UserError({ code: 'import-unknown', path })
  return { path: found.path, lines: () => found.text.replace(/^\ufeff/, '').split(/\r?\n/) }
}
