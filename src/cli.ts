import { Command, InvalidArgumentError, Option } from 'commander'
import pkg from '../package.json' with { type: 'json' }
import type { Host } from './host/host.ts'
import type { Messages } from './i18n/en.ts'
import { width } from './text/text.ts'
import { wrap } from './text/wrap.ts'

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
    .addOption(new Option('--lang <language>', say.options.lang).argParser(oneOf('en', 'zh')))
    .option('--plain', say.options.plain)
    .option('--color', say.options.colour)
    .option('--no-color', say.options.noColour)

  const interview = viva
    .command('interview')
    .alias('mock')
    .description(say.commands.interview)
    .option('-n, --questions <count>', say.options.questions, whole(1, 1000))
    .option('-m, --minutes <minutes>', say.options.minutes, number(0.1, 1440))
    .option('--seconds <seconds>', say.options.seconds, number(1, 86_400))
    .addOption(new Option('--mode <mode>', say.options.mode).argParser(oneOf('type', 'think')))
    .option('--seed <text>', say.options.seed)
    .addOption(from(say))
  narrowed(interview, say).action(async (options) =>
    (await import('./commands/interview.ts')).run(host, options),
  )

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
    .command('log')
    .description(say.commands.log)
    .addOption(library(say))
    .option('--json', say.options.json)
    .action(async (options) => (await import('./commands/log.ts')).run(host, options))

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
  return viva
}

/** The options that narrow a library down; they mean the same everywhere. */
function narrowed(command: Command, say: Messages): Command {
  return command
    .addOption(topic(say))
    .addOption(tag(say))
    .addOption(level(say))
    .addOption(library(say))
}

function library(say: Messages): Option {
  return new Option('--library <path>', say.options.library).argParser(collected)
}

function from(say: Messages): Option {
  return new Option('--from <words>', say.options.from)
}

function topic(say: Messages): Option {
  return new Option('--topic <word>', say.options.topic).argParser(collected)
}

function tag(say: Messages): Option {
  return new Option('--tag <tag>', say.options.tag).argParser(collected)
}

function level(say: Messages): Option {
  const parse = oneOf('junior', 'mid', 'senior')
  return new Option('--level <level>', say.options.level).argParser(
    (value, before: readonly string[] | undefined) => collected(parse(value), before),
  )
}

function oneOf(...values: readonly string[]): (text: string) => string {
  return (text) => {
    if (!values.includes(text)) throw new InvalidArgumentError(values.join(' | '))
    return text
  }
}

function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

function whole(least: number, most: number): (text: string) => number {
  const parse = number(least, most)
  return (text) => {
    const value = parse(text)
    if (!Number.isInteger(value)) throw new InvalidArgumentError(`${least}–${most}`)
    return value
  }
}

function number(least: number, most: number): (text: string) => number {
  return (text) => {
    const plain = text.normalize('NFKC').trim()
    const value = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
    if (!(value >= least && value <= most)) throw new InvalidArgumentError(`${least}–${most}`)
    return value
  }
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
