import { Command, CommanderError } from 'commander'
import pkg from '../../package.json' with { type: 'json' }
import type { Host } from '../host/host.ts'
import type { Messages } from '../i18n/en/en.ts'
import type { Manual } from '../i18n/en/manual.ts'
import { manualFor } from '../i18n/messages.ts'
import { width } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { add, addListed, type Declared, wrapped } from './command.ts'
import { exporting } from './export.ts'
import { finding } from './finding.ts'
import { grading } from './grading.ts'
import { keeping } from './keeping.ts'
import { libraries } from './libraries.ts'
import { optionFor } from './options.ts'
import { past } from './past.ts'
import { practice } from './practice.ts'
import { completed, globalRows, shellCommands } from './shell.ts'

/** In the order of help. */
const groups = {
  practice,
  finding: [...finding, ...exporting],
  grading,
  past,
  libraries,
  keeping: [...keeping, ...shellCommands],
} satisfies Partial<Record<keyof Messages['usage']['groups'], readonly Declared[]>>

/** Every command, in the order of help. */
export const commands: readonly Declared[] = Object.values(groups).flat()
const groupNames = Object.keys(groups) as readonly (keyof typeof groups)[]

/** Does what a command line says; without any word it is the home screen. */
export async function obey(host: Host, words: readonly string[]): Promise<void> {
  if (words[0] === 'complete') return completed(host, words.slice(1), commands)
  try {
    await parsed(host, words)
  } catch (error) {
    // help and version were asked for, and are no errors
    if (error instanceof CommanderError && error.exitCode === 0) return
    if (!isBare(error)) throw error
    const { run } = await import('../commands/home.ts')
    await run(host, (more) => obey(host, more))
  }
}

// A line that names no command needs their list alone, for help or for one that is spelt alike.
async function parsed(host: Host, words: readonly string[]): Promise<void> {
  const named = commands.filter(({ name, alias }) =>
    words.some((word) => word === name || word === alias),
  )
  const asksHelp = words.some((word) => word === '--help' || word === '-h' || word === 'help')
  const manual = asksHelp ? await manualFor(host.terminal.look().tongue) : undefined
  const topic = words[0] === 'help' ? topicIn(manual, words[1]) : undefined
  if (topic !== undefined) return host.terminal.print(topic.split('\n'))
  if (words[0] === 'help') refuseUnknown(words[1])
  try {
    await program(host, named, manual).parseAsync(words, { from: 'user' })
  } catch (error) {
    const isUnknown = error instanceof CommanderError && error.code === 'commander.unknownCommand'
    if (!isUnknown || named.length === 0) throw error
    await program(host, []).parseAsync(words, { from: 'user' })
  }
}

// commander shows all of help for a name that it does not know, and calls it a line without a command
function refuseUnknown(name = ''): void {
  const isKnown = commands.some((one) => one.name === name || one.alias === name)
  if (isKnown || name === '' || name === 'help' || name.startsWith('-')) return
  throw new CommanderError(2, 'commander.unknownCommand', `error: unknown command '${name}'`)
}

function topicIn(manual: Manual | undefined, name: string | undefined): string | undefined {
  return Object.entries(manual?.topics ?? {}).find(([topic]) => topic === name)?.[1]
}

// commander takes a line without a command for a mistake
function isBare(error: unknown): boolean {
  return error instanceof CommanderError && error.code === 'commander.help' && error.exitCode !== 0
}

/**
 * The command line with these commands, whose own code is loaded only when one runs; without any it
 * lists them all.
 */
export function program(
  host: Host,
  offered: readonly Declared[] = commands,
  manual?: Manual,
): Command {
  const look = host.terminal.look()
  const { say } = look
  const viva = new Command('viva')
    .description(say.commands.viva)
    .helpOption('-h, --help', say.options.help)
    .addHelpCommand(helpWith(say))
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
  for (const [name, row] of Object.entries(globalRows)) viva.addOption(optionFor(name, row, say))
  for (const one of offered) add(one, viva, host, { say, manual })
  if (offered.length === 0) for (const one of commands) addListed(one, viva, say)
  if (manual !== undefined) {
    const names = Object.keys(manual.topics).join(', ')
    const more = ['', say.usage.bare, say.usage.topics(names), manual.exitCodes].join('\n')
    viva.addHelpText('after', wrapped(more, host))
    for (const name of groupNames) grouped(viva, name, say)
  }
  return viva
}

// in the last of the groups, beside what else is about the program itself
function helpWith(say: Messages): Command {
  return new Command('help')
    .argument('[command]')
    .description(say.commands.help)
    .helpOption(false)
    .helpGroup(say.usage.groups.keeping)
}

function grouped(viva: Command, name: keyof typeof groups, { usage }: Messages): void {
  const names: readonly string[] = groups[name].map((one) => one.name)
  for (const command of viva.commands) {
    if (names.includes(command.name())) command.helpGroup(usage.groups[name])
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
