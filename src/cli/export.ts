import type { Messages } from '../i18n/en/en.ts'
import { exportRows } from '../options/export.ts'
import { command } from './command.ts'

/** What writes cards to a file. */
export const exporting = [
  command({
    name: 'export',
    says: 'export',
    args: [{ name: '<file>', says: 'exportFile', of: 'file' }],
    options: exportRows,
    after: (say) => `\n${say.usage.examples}\n${examples(say)}\n\n${say.help.exporting}`,
    run: async (host, options, file) =>
      (await import('../commands/export/export.ts')).run(host, file, options),
  }),
]

function examples({ exporting }: Messages): string {
  const widest = Math.max(...exporting.examples.map(([line]) => line.length))
  return exporting.examples.map(([line, what]) => `  ${line.padEnd(widest)}  ${what}`).join('\n')
}
