import { Command, CommanderError, Option } from 'commander'
import pkg from '../package.json' with { type: 'json' }
import { addExport } from './cli-export.ts'
import { addInterview } from './cli-interview.ts'
import { addKeeping } from './cli-keeping.ts'
import { collected, from, grade, library, narrowed, number, oneOf, whole } from './cli-options.ts'
import { addPast } from './cli-past.ts'
import type { Host } from './host/host.ts'
import type { Messages } from './i18n/en.ts'
import { tongues } from './i18n/messages.ts'
import { width } from './text/text.ts'
import { wrap } from './text/wrap.ts'

/** Does what a command line says; without any word it is the home screen. */
export async function obey(host: Host, words: readonly string[]): Promise<void> {
  try {
    await program(host).parseAsync(words, { from: 'user' })
  } catch (error) {
    // help and version were asked for, and are no errors
    if (error instanceof CommanderError && error.exitCode === 0) return
    if (!isBare(error)) throw error
    const { run } = await import('./commands/home.ts')
    await run(host, (more) => obey(host, more))
  }
}

// commander takes a line without a command for a mistake
function isBare(error: unknown): boolean {
  return error instanceof CommanderError && error.code === 'commander.help' && error.exitCode !== 0
}

/** The whole command line; a command's own code is loaded only when it runs. */
export function program(host: Host): Command {
  const look = host.terminal.look()
  const { say } = look
  const viva = new Command('viva')
    .description(say.commands.viva)
    .helpOption('-h, --help', say.options.help)
    .helpCommand('help [command]', say.commands.help)
    .version(pkg.version, '-V, --version', say.options.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.terminal.write(text),
      // said by run.ts, in the person's language
      writeErr: () => {},
      getOutHelpWidth: () => look.columns,
      getOutHasColors: () => false,
    })
    .configureHelp({
      showGlobalOptions: true,
      displayWidth: width,
      boxWrap: (text, columns) => wrap(text, columns).join('\n'),
      styleTitle: (title) => look.paint.strong(titled(title, say)),
    })
    .addOption(new Option('--lang <language>', say.options.lang).argParser(oneOf(...tongues)))
    .option('--plain', say.options.plain)
    .option('--color', say.options.colour)
    .option('--no-color', say.options.noColour)

  addInterview(viva, host, say)

  narrowed(viva.command('review'), say)
    .description(say.commands.review)
    .option('--new <count>', say.options.new, whole(0, 1000))
    .option('--limit <count>', say.options.reviewLimit, whole(1, 10_000))
    .option('-m, --minutes <minutes>', say.options.reviewMinutes, number(0.1, 1440))
    .option('--ahead <days>', say.options.ahead, whole(1, 3650))
    .option('--cram', say.options.cram)
    .addOption(from(say))
    .addOption(
      new Option('--mode <mode>', say.options.reviewMode).argParser(oneOf('type', 'think')),
    )
    .action(async (options) => (await import('./commands/review.ts')).run(host, options))

  narrowed(viva.command('search'), say)
    .description(say.commands.search)
    .argument('[words...]')
    // a word after a minus is one that must not be found
    .allowUnknownOption()
    .option('--limit <count>', say.options.limit, whole(1, 1000))
    .option('--unanswered', say.options.unanswered)
    .option('--json', say.options.json)
    .action(async (words: readonly string[], options, command: Command) => {
      const unknown = words.find((word) => word.startsWith('--'))
      if (unknown !== undefined) {
        command.error(`error: unknown option '${unknown}'`, { code: 'commander.unknownOption' })
      }
      await (await import('./commands/search.ts')).run(host, words, options)
    })

  narrowed(viva.command('list'), say)
    .description(say.commands.list)
    .option('--unanswered', say.options.unanswered)
    .option('--due', say.options.due)
    .option('--weak', say.options.weak)
    .option('--state', say.options.state)
    .option('--json', say.options.json)
    .action(async (options) => (await import('./commands/list.ts')).run(host, options))

  viva
    .command('show')
    .description(say.commands.show)
    .argument('<card...>', say.options.card)
    .addOption(library(say))
    .option('--json', say.options.json)
    .action(async (words, options) =>
      (await import('./commands/show.ts')).run(host, words, options),
    )

  viva
    .command('assess')
    .description(say.commands.assess)
    .argument('<card>', say.options.card)
    .argument('[answer]', say.options.answer)
    .addOption(new Option('--file <path>', say.options.answerFile))
    .addOption(library(say))
    .option('--json', say.options.json)
    .action(async (card, answer, options) =>
      (await import('./commands/assess.ts')).run(host, card, answer, options),
    )

  viva
    .command('rate')
    .description(say.commands.rate)
    .argument('<card>', say.options.card)
    .argument('<grade>', say.options.grade, grade)
    .addOption(library(say))
    .option('--seconds <seconds>', say.options.tookSeconds, number(0, 86_400))
    .option('--json', say.options.json)
    .action(async (card, grade, options) =>
      (await import('./commands/rate.ts')).run(host, card, grade, options),
    )

  viva
    .command('undo')
    .description(say.commands.undo)
    .addOption(library(say))
    .option('--json', say.options.json)
    .action(async (options) => (await import('./commands/undo.ts')).run(host, options))

  for (const kind of ['suspend', 'unsuspend', 'bury'] as const) {
    viva
      .command(kind)
      .description(say.commands[kind])
      .argument('<card...>', say.options.card)
      .addOption(library(say))
      .action(async (words, options) =>
        (await import('./commands/set-aside.ts')).run(host, kind, words, options),
      )
  }

  viva
    .command('note')
    .description(say.commands.note)
    .argument('<card...>', say.options.card)
    .addOption(library(say))
    .action(async (words, options) =>
      (await import('./commands/note.ts')).run(host, words, options),
    )

  addPast(viva, host, say)

  viva
    .command('relink')
    .description(say.commands.relink)
    .addOption(library(say))
    .option('--undo [card]', say.options.undo)
    .option('--json', say.options.json)
    .action(async (options) => (await import('./commands/relink.ts')).run(host, options))

  viva
    .command('check')
    .description(say.commands.check)
    .argument('[path]')
    .addOption(library(say))
    .option('--json', say.options.json)
    .action(async (path, options) => (await import('./commands/check.ts')).run(host, path, options))

  const libraries = viva
    .command('library')
    .description(say.commands.library)
    .option('--json', say.options.json)
    .action(async (options) => (await import('./commands/library.ts')).list(host, options))
  libraries
    .command('add')
    .description(say.commands.libraryAdd)
    .argument('<path...>')
    .addOption(new Option('--questions <shape>', say.options.shape).argParser(collected))
    .action(async (paths, options) =>
      (await import('./commands/library.ts')).add(host, paths, options),
    )
  libraries
    .command('list')
    .description(say.commands.libraryList)
    .option('--json', say.options.json)
    .action(async (options) => (await import('./commands/library.ts')).list(host, options))
  libraries
    .command('remove')
    .description(say.commands.libraryRemove)
    .argument('<path...>')
    .action(async (paths) => (await import('./commands/library.ts')).remove(host, paths))

  addExport(viva, host, say)
  addKeeping(viva, host, say)
  return viva
}

function titled(title: string, { usage }: Messages): string {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': usage.usage,
    'Arguments:': usage.arguments,
    'Options:': usage.options,
    'Global Options:': usage.globalOptions,
    'Commands:': usage.commands,
  }
  return titles[title] ?? title
}
