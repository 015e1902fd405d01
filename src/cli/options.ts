import { InvalidArgumentError, Option } from 'commander'
import type { Messages } from '../i18n/en/en.ts'
import type { Kind } from '../options/kinds.ts'
import { flagOf, type OptionRow } from '../options/row.ts'

/** A row as commander wants it. */
export function optionFor(name: string, row: OptionRow, say: Messages): Option {
  const flags = row.short === undefined ? flagOf(name, row) : `${row.short}, ${flagOf(name, row)}`
  const whole = row.takes === undefined ? flags : `${flags} ${row.takes}`
  const usual = row.usual === undefined ? '' : ` ${say.usage.usual(row.usual)}`
  const option = new Option(whole, say.options[row.says] + usual)
  if (row.conflicts !== undefined) option.conflicts([...row.conflicts])
  return row.kind.said === 'with-value' ? option.argParser(parserFor(row.kind)) : option
}

/** What reads a value of a kind; given again, lists grow. */
export function parserFor(kind: Kind<unknown>): (text: string, before: unknown) => unknown {
  return (text, before) => {
    const value = kind.parse(text)
    if (value === undefined) throw new InvalidArgumentError(kind.allowed)
    return Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value
  }
}
