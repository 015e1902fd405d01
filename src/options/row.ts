import type { Messages } from '../i18n/en/en.ts'
import type { Kind } from './kinds.ts'

/** All that is to be known of an option; its name, as programs write it, is the key of its row. */
export type OptionRow = {
  readonly kind: Kind<unknown>
  /** The key of what help says of it. */
  readonly says: keyof Messages['options']
  /** What help writes behind its flag. */
  readonly takes?: `<${string}>` | `[${string}]`
  readonly short?: `-${string}`
  /** What holds where it is not said, as it would be typed. */
  readonly usual?: string
  /** It chooses among the cards of the libraries. */
  readonly narrows?: true
  /** It says how long an interview is to be. */
  readonly measures?: true
  /** With it an interview begins without asking anything more. */
  readonly suffices?: true
  /** It cannot be said beside these. */
  readonly conflicts?: readonly string[]
  /** What it decides alone, so that these would be said beside it in vain. */
  readonly decides?: readonly string[]
  /** One of its values as a person reads it. */
  readonly told?: (word: string, say: Messages) => string
}

export type Rows = Readonly<Record<string, OptionRow>>

/** What was said of the options in a table; a name that is not in it does not compile. */
export type Said<Table extends Rows> = {
  readonly [Name in keyof Table]?: ValueOf<Table[Name]['kind']>
}

type ValueOf<One> = One extends Kind<infer Value> ? Value : never

/**
 * What was said of these options, whoever it comes from; where nothing was said there is no key.
 * A value that is none of its option's is a bug: the command line was read by the same table.
 */
export function saidIn<Table extends Rows>(rows: Table, given: object): Said<Table> {
  const values = new Map<string, unknown>(Object.entries(given))
  const said = Object.entries(rows).flatMap(([name, row]) => {
    const value = values.get(name)
    if (saysNothing(row, value)) return []
    if (!row.kind.is(value)) throw new Error(`${flagOf(name, row)}: ${String(value)}`)
    return [[name, value] as const]
  })
  return Object.fromEntries(said) as Said<Table>
}

// what `--no-code` takes away is there unless it is said
function saysNothing({ kind }: OptionRow, value: unknown): boolean {
  return value === undefined || value === (kind.said === 'as-no')
}

/** The names of the options in a table that a claim holds of, in its order. */
export function namesOf<Table extends Rows>(
  rows: Table,
  holds: (row: OptionRow) => boolean = () => true,
): readonly (keyof Table & string)[] {
  return Object.keys(rows).filter((name) => {
    const row = rows[name]
    return row !== undefined && holds(row)
  })
}

/** `savePreset` as `--save-preset`; what `--no-code` takes away is `code`. */
export function flagOf(name: string, { kind }: Pick<OptionRow, 'kind'>): string {
  const words = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return kind.said === 'as-no' ? `--no-${words}` : `--${words}`
}
