import type { Command } from 'commander'
import type { Host } from '../host/host.ts'
import type { Messages } from '../i18n/en/en.ts'
import type { Manual } from '../i18n/en/manual.ts'
import type { Kind, Thing } from '../options/kinds.ts'
import { type Rows, type Said, saidIn } from '../options/row.ts'
import { pad, width } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { optionFor, parserFor } from './options.ts'

/** What stands behind a command without a flag; any text, unless its kind says otherwise. */
export type Argument = {
  readonly name: `<${string}>` | `[${string}]`
  /** The key of what help says of it. */
  readonly says?: keyof Messages['options']
  readonly kind?: Kind<unknown>
  /** What it names, where its kind does not say. */
  readonly of?: Thing
}

type Single<One> = One extends { readonly kind: Kind<infer Value> } ? Value : string

// `<card...>` is said once or more, `[file]` once or not at all
type ValueOf<One extends Argument> = One['name'] extends `${string}...${string}`
  ? readonly Single<One>[]
  : One['name'] extends `[${string}`
    ? Single<One> | undefined
    : Single<One>

type ValuesOf<Arguments extends readonly Argument[]> = {
  readonly [At in keyof Arguments]: ValueOf<Arguments[At]>
}

type About = {
  readonly name: string
  readonly alias?: string
  /** The key of what help says of it. */
  readonly says: keyof Messages['commands']
  /** What help says below its options. */
  readonly after?: (say: Messages) => string
  /** Whether a word behind one minus is a word and no option. */
  readonly takesMinus?: boolean
  readonly parts?: readonly Declared[]
}

/** A command as it stands in the program, whatever its options. */
export type Declared = About & {
  readonly args: readonly Argument[]
  readonly options: Rows
  readonly act: (host: Host, given: readonly unknown[]) => Promise<void>
}

/**
 * A command: what it takes, and what it does with that. Its own code is to be loaded only when it
 * runs, and is given just what was declared.
 */
export function command<
  const Arguments extends readonly Argument[] = [],
  Table extends Rows = Readonly<Record<never, never>>,
>(
  declaration: About & {
    readonly args?: Arguments
    readonly options?: Table
    readonly run: (host: Host, options: Said<Table>, ...args: ValuesOf<Arguments>) => Promise<void>
  },
): Declared {
  const { run, args = [], options = {}, ...about } = declaration
  const act = (host: Host, given: readonly unknown[]) => {
    // the one place where what commander gives without types is checked in
    const said = saidIn(options, Object(given[args.length])) as Said<Table>
    return run(host, said, ...(args.map((one, i) => checked(one, given[i])) as ValuesOf<Arguments>))
  }
  return { ...about, args, options, act }
}

function checked({ name, kind }: Argument, value: unknown): unknown {
  const is = kind?.is ?? ((one: unknown) => typeof one === 'string')
  const values: readonly unknown[] = name.includes('...') && Array.isArray(value) ? value : [value]
  if (values.every((one) => is(one) || (one === undefined && name.startsWith('[')))) return value
  throw new Error(`${name}: ${String(value)}`)
}

/** Puts a command under another, or under the program. */
export function add(declared: Declared, above: Command, host: Host, help: HelpTexts): void {
  const { say, manual } = help
  const { name, alias, says, args, options, takesMinus = false, after, parts = [], act } = declared
  const under = above.command(name).description(say.commands[says])
  if (alias !== undefined) under.alias(alias)
  for (const one of args) {
    const text = one.says === undefined ? '' : say.options[one.says]
    if (one.kind === undefined) under.argument(one.name, text)
    else under.argument(one.name, text, parserFor(one.kind))
  }
  for (const [option, row] of Object.entries(options)) {
    under.addOption(optionFor(option, row, say))
  }
  if (after !== undefined) under.addHelpText('after', wrapped(after(say), host))
  if (manual !== undefined) {
    under.addHelpText('after', wrapped(manualText(says, say, manual), host))
  }
  if (takesMinus) under.allowUnknownOption()
  under.action(async (...given: readonly unknown[]) => {
    if (takesMinus) refuseFlags(under)
    // an option that a part shares with the command above is taken for that one's
    const options = { ...above.opts(), ...Object(given[args.length]) }
    await act(host, given.with(args.length, options))
  })
  for (const part of parts) add(part, under, host, help)
}

/**
 * Puts a command into the list of help only: what it takes is not set up, which of all commands takes
 * longer than the rest of a start.
 */
export function addListed(declared: Declared, above: Command, say: Messages): void {
  const { name, alias, says, args, options } = declared
  const under = above.command(name).description(say.commands[says])
  if (alias !== undefined) under.alias(alias)
  for (const one of args) under.argument(one.name)
  // the list says that there are some
  if (Object.keys(options).length > 0) under.option('--any')
}

/** What help is made of; the manual is there only where somebody reads it. */
export type HelpTexts = { readonly say: Messages; readonly manual: Manual | undefined }

function manualText(says: Declared['says'], { usage }: Messages, manual: Manual): string {
  const lines = Object.entries(manual.examples).find(([name]) => name === says)?.[1] ?? ''
  const rows = lines.split('\n').map((line) => line.split('  '))
  const widest = Math.max(...rows.map(([line = '']) => width(line)))
  const examples = rows.map(([line = '', what = '']) => `  ${pad(line, widest)}  ${what}`)
  const shown = lines === '' ? [] : [usage.examples, ...examples, '']
  return ['', ...shown, manual.exitCodes].join('\n')
}

function refuseFlags(command: Command): void {
  const unknown = command.args.find((word) => word.startsWith('--'))
  if (unknown === undefined) return
  command.error(`error: unknown option '${unknown}'`, { code: 'commander.unknownOption' })
}

/** Lines that are not wider than the terminal; what is indented stays so. */
export function wrapped(text: string, { terminal }: Host): string {
  const { columns } = terminal.look()
  return text
    .split('\n')
    .flatMap((line) => {
      const indent = /^ */.exec(line)?.[0] ?? ''
      return wrap(line.trimStart(), Math.max(20, columns - indent.length)).map(
        (row) => indent + row,
      )
    })
    .join('\n')
}
