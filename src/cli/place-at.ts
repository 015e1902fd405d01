import type { Messages } from '../i18n/en/en.ts'
import type { CompletionPlace } from '../options/completion-place.ts'
import type { Kind } from '../options/kinds.ts'
import { flagOf, type OptionRow, type Rows } from '../options/row.ts'
import type { Argument, Declared } from './command.ts'

/** How far a line has come. */
type Line = {
  /** The options that may be said, in the order of help. */
  readonly rows: Rows
  /** The commands that may come next. */
  readonly commands: readonly Declared[]
  readonly args: readonly Argument[]
  readonly operands: readonly string[]
  /** The option whose value comes next. */
  readonly waiting: OptionRow | undefined
  readonly libraries: readonly string[]
  /** Whether `--` was said. */
  readonly isPlain: boolean
}

/** What may stand in the last of these words, by the tables that the command line is read by. */
export function placeAt(
  words: readonly string[],
  commands: readonly Declared[],
  rows: Rows,
  say: Messages,
): CompletionPlace {
  const begun: Line = {
    rows,
    commands,
    args: [],
    operands: [],
    waiting: undefined,
    libraries: [],
    isPlain: false,
  }
  const line = words.slice(0, -1).reduce(after, begun)
  const last = words.at(-1) ?? ''
  const { libraries, waiting, operands } = line
  const nothing = { typed: last, flag: '', words: [], of: undefined, libraries }
  const place: CompletionPlace = { ...nothing, before: operands.at(-1) }
  if (waiting !== undefined) return { ...place, ...valuesOf(waiting.kind) }
  if (line.isPlain || !last.startsWith('-')) return { ...place, ...operandAt(line, say) }
  const [, flag = '', typed = ''] = /^(--[^=]+=)(.*)$/s.exec(last) ?? []
  if (flag === '') return { ...place, words: flagsOf(line.rows, say) }
  const row = rowOf(line.rows, flag.slice(0, -1))
  return row === undefined ? place : { ...place, flag, typed, ...valuesOf(row.kind) }
}

function after(line: Line, word: string): Line {
  const { rows, waiting, commands, operands, isPlain } = line
  if (waiting !== undefined)
    return { ...line, waiting: undefined, ...libraryOf(line, waiting, word) }
  if (word === '--' && !isPlain) return { ...line, isPlain: true }
  if (word.startsWith('-') && !isPlain) return afterFlag(line, word)
  const found =
    operands.length > 0
      ? undefined
      : commands.find(({ name, alias }) => name === word || alias === word)
  if (found === undefined) return { ...line, operands: [...operands, word] }
  const { options, parts = [], args } = found
  return { ...line, rows: Object.assign({}, options, rows), commands: parts, args }
}

function afterFlag(line: Line, word: string): Line {
  const [flag = '', value] = word.split(/=(.*)/s)
  const row = rowOf(line.rows, flag)
  if (row === undefined) return line
  if (value !== undefined) return { ...line, ...libraryOf(line, row, value) }
  return row.takes?.startsWith('<') === true ? { ...line, waiting: row } : line
}

// what --library names is where cards are looked for
function libraryOf({ libraries }: Line, row: OptionRow, value: string): Pick<Line, 'libraries'> {
  return { libraries: row.says === 'library' ? [...libraries, value] : libraries }
}

function operandAt({ commands, args, operands }: Line, say: Messages): Partial<CompletionPlace> {
  const arg = args[operands.length] ?? args.findLast(({ name }) => name.includes('...'))
  const names =
    operands.length > 0 ? [] : commands.map(({ name, says }) => [name, say.commands[says]] as const)
  if (arg === undefined) return { words: names }
  const { words, of } = valuesOf(arg.kind ?? {})
  return { words: [...names, ...words], of: arg.of ?? of }
}

function valuesOf({
  words = [],
  of,
}: Partial<Kind<unknown>>): Pick<CompletionPlace, 'words' | 'of'> {
  return { words: words.map((word) => [word, ''] as const), of }
}

function flagsOf(rows: Rows, say: Messages): CompletionPlace['words'] {
  return Object.entries(rows).map(([name, row]) => [flagOf(name, row), say.options[row.says]])
}

function rowOf(rows: Rows, flag: string): OptionRow | undefined {
  return Object.entries(rows).find(
    ([name, row]) => flagOf(name, row) === flag || row.short === flag,
  )?.[1]
}
