import type { Command } from 'commander'
import { library } from './cli-options.ts'
import type { Host } from './host/host.ts'
import type { Messages } from './i18n/en.ts'

/** The commands about what viva keeps: checks, copies, settings. */
export function addKeeping(viva: Command, host: Host, say: Messages): void {
  viva
    .command('doctor')
    .description(say.commands.doctor)
    .option('--repair', say.options.repair)
    .option('--json', say.options.json)
    .action(async (options) => (await import('./commands/doctor.ts')).run(host, options))

  viva
    .command('backup')
    .description(say.commands.backup)
    .argument('[file]')
    .option('--force', say.options.force)
    .action(async (file, options) =>
      (await import('./commands/backup.ts')).run(host, file, options),
    )

  viva
    .command('restore')
    .description(say.commands.restore)
    .argument('<file>')
    .action(async (file) => (await import('./commands/restore.ts')).run(host, file))

  viva
    .command('import')
    .description(say.commands.import)
    .argument('<reviews.jsonl>')
    .addOption(library(say))
    .option('--json', say.options.json)
    .action(async (file, options) =>
      (await import('./commands/import.ts')).run(host, file, options),
    )

  const config = viva
    .command('config')
    .description(say.commands.config)
    .action(async () => (await import('./commands/config.ts')).run(host))
  config
    .command('get')
    .description(say.commands.configGet)
    .argument('<key>')
    .action(async (key) => (await import('./commands/config.ts')).get(host, key))
  config
    .command('set')
    .description(say.commands.configSet)
    .argument('<key>')
    .argument('<value>')
    .action(async (key, value) => (await import('./commands/config.ts')).set(host, key, value))
  config
    .command('tune')
    .description(say.commands.configTune)
    .option('--revert', say.options.revert)
    .option('--force', say.options.forceFit)
    .option('--json', say.options.json)
    .action(async (options) => (await import('./commands/tune.ts')).run(host, options))
}
