import type { CommanderError } from 'commander'
import type { Messages } from '../i18n/en/en.ts'
import type { Declared } from './command.ts'

/** What is wrong with the command line, in the person's language, and where to look. */
export function usageLines(
  error: CommanderError,
  say: Messages,
  commands: readonly Declared[],
): readonly string[] {
  const suggestion = partOf(error, commands) ?? alike.exec(error.message)?.[1]
  return [
    say.error(whatIsWrong(error, say)),
    ...(suggestion === undefined ? [] : [say.usage.didYouMean(suggestion)]),
    say.usage.hint('viva'),
  ]
}

const alike = /\(Did you mean (?:one of )?(.+?)\?\)/

/** What is a part of a command, for whoever left that out: `library update` for `update`. */
function partOf(
  { code, message }: CommanderError,
  commands: readonly Declared[],
): string | undefined {
  if (code !== 'commander.unknownCommand') return undefined
  const word = /'([^']*)'/.exec(message)?.[1]
  const above = commands.find(({ parts = [] }) => parts.some(({ name }) => name === word))
  return above && `${above.name} ${word}`
}

// commander gives codes, and the names only inside its English sentences, between quotes.
function whatIsWrong({ code, message }: CommanderError, { usage }: Messages): string {
  const [first = '', second = ''] = [...message.matchAll(/'([^']*)'/g)].map(
    ([, name]) => name ?? '',
  )
  const isArgument = message.includes('command-argument value')
  switch (code) {
    case 'commander.unknownOption':
      return usage.unknownOption(first)
    case 'commander.unknownCommand':
      return usage.unknownCommand(first)
    case 'commander.missingArgument':
      return usage.missingArgument(first)
    case 'commander.optionMissingArgument':
      return usage.missingValue(first)
    case 'commander.invalidArgument':
      return sentences(
        isArgument ? usage.badValue(first, `<${second}>`) : usage.badValue(second, first),
        usage.allowed(allowedIn(message)),
      )
    case 'commander.conflictingOption':
      return usage.conflictingOptions(bare(first), bare(second))
    case 'commander.excessArguments':
      return usage.tooManyArguments()
    default:
      return message
  }
}

// no space stands behind a Chinese full stop
function sentences(first: string, second: string): string {
  return first.endsWith('。') ? first + second : `${first} ${second}`
}

// `-n, --questions <count>` as it is mostly typed
function bare(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags
}

function allowedIn(message: string): string {
  const listed =
    /is invalid(?: for argument '[^']*')?\. (?:Allowed choices are )?(.+?)\.?$/.exec(
      message,
    )?.[1] ?? ''
  return listed.replaceAll(', ', ' | ')
}
