import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Messages } from './i18n/en.ts'
import { type Grade, grades } from './schedule/schedule.ts'

/** The options that narrow a library down; they mean the same everywhere. */
export function narrowed(command: Command, say: Messages): Command {
  return command
    .addOption(topic(say))
    .addOption(tag(say))
    .addOption(level(say))
    .addOption(library(say))
}

/** What a search finds, for commands that offer it. */
export function from(say: Messages): Option {
  return new Option('--from <words>', say.options.from)
}

export function library(say: Messages): Option {
  return new Option('--library <path>', say.options.library).argParser(collected)
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

export function oneOf(...values: readonly string[]): (text: string) => string {
  return (text) => {
    if (!values.includes(text)) throw new InvalidArgumentError(values.join(' | '))
    return text
  }
}

export function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

export function whole(least: number, most: number): (text: string) => number {
  const parse = number(least, most)
  return (text) => {
    const value = parse(text)
    if (!Number.isInteger(value)) throw new InvalidArgumentError(`${least}–${most}`)
    return value
  }
}

export function number(least: number, most: number): (text: string) => number {
  return (text) => {
    const plain = text.normalize('NFKC').trim()
    const value = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
    if (!(value >= least && value <= most)) throw new InvalidArgumentError(`${least}–${most}`)
    return value
  }
}

/** A place in a list: from 1, or from its end as `-1` and `last`. */
export function place(text: string): number {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (plain === 'last') return -1
  if (!/^-?[1-9]\d{0,8}$/.test(plain)) throw new InvalidArgumentError('1, 2, … | last')
  return Number(plain)
}

/** A grade by name or by its key, `3` as much as `３`. */
export function grade(text: string): Grade {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  const found = grades.find((name, i) => name === plain || String(i + 1) === plain)
  if (found === undefined) throw new InvalidArgumentError(grades.join(' | '))
  return found
}
