import type { Host } from '../host/host.ts'
import type { HelpTopic } from '../i18n/en/manual.ts'
import { tongues } from '../i18n/messages.ts'
import { on, oneOf } from '../options/kinds.ts'
import type { Rows } from '../options/row.ts'
import { shell } from '../options/shells.ts'
import { command, type Declared } from './command.ts'

/** Of every command. */
export const globalRows = {
  lang: { kind: oneOf(...tongues), takes: '<language>', says: 'lang' },
  plain: { kind: on, says: 'plain' },
  color: { kind: on, says: 'colour' },
  noColor: { kind: on, says: 'noColour' },
} satisfies Rows

/** What makes viva at home in a shell. */
export const shellCommands = [
  command({
    name: 'completion',
    says: 'completion',
    args: [{ name: '<shell>', says: 'shell', kind: shell }],
    after: (say) => `\n${say.help.completion}`,
    run: async (host, _, name) => (await import('../commands/shell/completion.ts')).run(host, name),
  }),
]

/**
 * `viva complete <shell> [words…]`: what the last word may be, for the function that the shell runs
 * at each Tab. It is no command of a person's, says nothing of what goes wrong, and has no help.
 */
export async function completed(
  host: Host,
  [name = '', ...words]: readonly string[],
  commands: readonly Declared[],
): Promise<void> {
  const asking = shell.parse(name)
  if (asking === undefined) return
  const [{ complete }, { placeAt }] = await Promise.all([
    import('../commands/shell/complete.ts'),
    import('./place-at.ts'),
  ])
  // an empty word would be lost on its way from there
  const given = asking === 'powershell' ? words.with(-1, words.at(-1)?.slice(1) ?? '') : words
  const place = placeAt(
    asking === 'bash' ? unquoted(given) : given,
    [...commands, helpOn(commands)],
    globalRows,
    host.terminal.look().say,
  )
  await complete(host, asking, place).catch(() => {})
}

// bash hands words on as they are typed; of the last one the quote that is open stays
function unquoted(words: readonly string[]): readonly string[] {
  const plain = (word: string) =>
    word.replace(/"([^"]*)"|'([^']*)'|\\(.)/gs, (_, double, single, escaped) =>
      String(double ?? single ?? escaped),
    )
  return words.map(plain)
}

// commander's own, which no table holds
function helpOn(commands: readonly Declared[]): Declared {
  const topics = ['keys', 'notes', 'json', 'environment'] satisfies readonly HelpTopic[]
  const kind = oneOf(...topics, ...commands.map(({ name }) => name))
  return command({
    name: 'help',
    says: 'help',
    args: [{ name: '[command]', kind }],
    run: async () => {},
  })
}
