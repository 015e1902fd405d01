import { type Command, Option } from 'commander'
import { collected, from, narrowed, number, oneOf, place, whole } from './cli-options.ts'
import { formats } from './export/formats.ts'
import type { Host } from './host/host.ts'
import type { Messages } from './i18n/en.ts'

/** `viva export`: what is to be written, in which order, and how it is to look. */
export function addExport(viva: Command, host: Host, say: Messages): void {
  const choice = (flags: string, text: string, ...values: readonly string[]) =>
    new Option(flags, text).argParser(oneOf(...values))
  narrowed(viva.command('export'), say)
    .description(say.commands.export)
    .argument('<file>', say.options.exportFile)
    .addOption(from(say))
    .option('--due', say.options.due)
    .option('--weak', say.options.weak)
    .option('--unanswered', say.options.unanswered)
    .addOption(new Option('--interview <number>', say.options.exportInterview).argParser(place))
    .addOption(choice('--format <format>', say.options.format, ...formats))
    .addOption(choice('--order <order>', say.options.order, 'topic', 'due', 'weak'))
    .option('--title <text>', say.options.title)
    .addOption(choice('--layout <layout>', say.options.layout, 'notes', 'quiz', 'summary'))
    .addOption(choice('--answers <place>', say.options.answers, 'none', 'end', 'inline'))
    .option('--no-code', say.options.noCode)
    .addOption(choice('--paper <size>', say.options.paper, 'a4', 'a5', 'letter'))
    .option('--columns <count>', say.options.columns, whole(1, 3))
    .option('--font-size <points>', say.options.fontSize, number(6, 36))
    .option('--large-print', say.options.largePrint)
    .addOption(new Option('--font <file>', say.options.font).argParser(collected))
    .option('--force', say.options.force)
    .addHelpText('after', `\n${say.usage.examples}\n${examples(say)}`)
    .action(async (file, options) =>
      (await import('./commands/export.ts')).run(host, file, options),
    )
}

function examples({ exporting }: Messages): string {
  const widest = Math.max(...exporting.examples.map(([line]) => line.length))
  return exporting.examples.map(([line, what]) => `  ${line.padEnd(widest)}  ${what}`).join('\n')
}
