import type { Messages } from '../i18n/en/en.ts'
import type { Manual } from '../i18n/en/manual.ts'
import { flagOf, type OptionRow, type Rows } from '../options/row.ts'
import type { Argument, Declared } from './command.ts'

/** What a manual page is made of. */
export type ManSource = {
  readonly version: string
  readonly say: Messages
  readonly manual: Manual
  readonly commands: readonly Declared[]
  /** Options of every command. */
  readonly rows: Rows
}

/** The manual page, in roff, of the same tables and texts as the help. */
export function manPage({ version, say, manual, commands, rows }: ManSource): string {
  const topics = Object.values(manual.topics).flatMap((text) => {
    const [title = '', , ...lines] = text.split('\n')
    return [`.SH ${title.toUpperCase()}`, '.nf', ...lines.map(escaped), '.fi']
  })
  const lines = [
    `.TH VIVA 1 "" "viva ${version}"`,
    '.SH NAME',
    `viva \\- ${escaped(say.commands.viva)}`,
    '.SH SYNOPSIS',
    '.B viva',
    '[options] [command]',
    '.SH OPTIONS',
    ...optionLines(rows, say),
    '.SH COMMANDS',
    ...commands.flatMap((one) => commandLines(one, ['viva'], say, manual)),
    '.SH EXIT STATUS',
    escaped(manual.exitCodes),
    ...topics,
  ]
  return `${lines.join('\n')}\n`
}

function commandLines(
  { name, args, says, options, parts = [] }: Declared,
  above: readonly string[],
  say: Messages,
  manual: Manual,
): readonly string[] {
  const path = [...above, name]
  const examples = Object.entries(manual.examples)
    .find(([key]) => key === says)?.[1]
    .split('\n')
  return [
    `.SS ${escaped([...path, ...args.map((one) => one.name)].join(' '))}`,
    escaped(say.commands[says]),
    ...args.flatMap((one) => argumentLines(one, say)),
    ...optionLines(options, say),
    ...(examples === undefined ? [] : ['.PP', '.nf', ...examples.map(escaped), '.fi']),
    ...parts.flatMap((part) => commandLines(part, path, say, manual)),
  ]
}

function argumentLines({ name, says }: Argument, say: Messages): readonly string[] {
  return says === undefined ? [] : ['.TP', `.I ${escaped(name)}`, escaped(say.options[says])]
}

function optionLines(rows: Rows, say: Messages): readonly string[] {
  return Object.entries(rows).flatMap(([name, row]) => [
    '.TP',
    `.B ${escaped(flagsOf(name, row))}`,
    escaped([say.options[row.says], ...usualOf(row, say)].join(' ')),
  ])
}

function flagsOf(name: string, row: OptionRow): string {
  const flags = row.short === undefined ? flagOf(name, row) : `${row.short}, ${flagOf(name, row)}`
  return row.takes === undefined ? flags : `${flags} ${row.takes}`
}

function usualOf({ usual }: OptionRow, { usage }: Messages): readonly string[] {
  return usual === undefined ? [] : [usage.usual(usual)]
}

/** Text as roff prints it: no escape of its own, no request at the start of a line. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&')
}
