import type { Command } from 'commander'
import { library, place } from './cli-options.ts'
import type { Host } from './host/host.ts'
import type { Messages } from './i18n/en.ts'

/** The commands about what was done: past reviews, past interviews. */
export function addPast(viva: Command, host: Host, say: Messages): void {
  viva
    .command('log')
    .description(say.commands.log)
    .addOption(library(say))
    .option('--json', say.options.json)
    .action(async (options) => (await import('./commands/log.ts')).run(host, options))

  viva
    .command('history')
    .description(say.commands.history)
    .argument('[number]', say.options.interviewNumber, place)
    .addOption(library(say))
    .option('--save <file>', say.options.saveReport)
    .option('--force', say.options.force)
    .option('--json', say.options.json)
    .action(async (n, options) => (await import('./commands/history.ts')).run(host, n, options))
}
