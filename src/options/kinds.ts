import { dayOf, dayText } from '../schedule/day.ts'
import { type Grade, grades } from '../schedule/schedule.ts'

/** What a value may be: read from what a person types, and checked where it comes from elsewhere. */
export type Kind<Value> = {
  /** Behind its flag; by the flag alone; or by a flag that takes away what else holds. */
  readonly said: 'with-value' | 'alone' | 'as-no'
  /** For whoever typed something else. */
  readonly allowed: string
  /** The words it may be, where they are few. */
  readonly words?: readonly string[]
  /** What its words name, where there are many. */
  readonly of?: Thing
  /** The value that a text stands for; undefined if it stands for none. */
  readonly parse: (text: string) => Value | undefined
  readonly is: (value: unknown) => value is Value
}

/** What a word of a command line may name. */
export type Thing =
  | 'card'
  | 'topic'
  | 'tag'
  | 'preset'
  | 'file'
  | 'setting'
  | 'setting-value'
  | 'added-library'
  | 'shape'

/** Said by `--flag` alone. */
export const on: Kind<boolean> = aSwitch('alone')

/** Taken away by `--no-flag`. */
export const off: Kind<boolean> = aSwitch('as-no')

function aSwitch(said: 'alone' | 'as-no'): Kind<boolean> {
  return {
    said,
    allowed: '',
    parse: () => undefined,
    is: (value) => typeof value === 'boolean',
  }
}

/** A kind of text, by what it is read as. */
export function textAs(allowed: string, parse: (text: string) => string | undefined): Kind<string> {
  return { said: 'with-value', allowed, parse, is: isText }
}

/** Any text. */
export const text: Kind<string> = textAs('', (text) => text)

/** A date, also as `2026/12/1` and `2026年12月1日`; gives it as `2026-12-01`. */
export const date: Kind<string> = textAs('YYYY-MM-DD', (text) => {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').trim()) ?? []
  const found = dayOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return found === undefined ? undefined : dayText(found)
})

/** Any text; mostly the name of one of these. */
export function naming(of: Thing): Kind<string> {
  return { ...text, of }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** One of a few words. */
export function oneOf<const Value extends string>(...values: readonly Value[]): Kind<Value> {
  return {
    said: 'with-value',
    allowed: values.join(' | '),
    words: values,
    parse: (text) => values.find((value) => value === text),
    is: (value): value is Value => values.some((one) => one === value),
  }
}

/** A number, in whichever width its digits were typed. */
export function number(least: number, most: number): Kind<number> {
  const is = (value: unknown): value is number =>
    typeof value === 'number' && value >= least && value <= most
  return {
    said: 'with-value',
    allowed: `${least}–${most}`,
    parse: (text) => {
      const plain = text.normalize('NFKC').trim()
      const value = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
      return is(value) ? value : undefined
    },
    is,
  }
}

/** The same without a fraction. */
export function whole(least: number, most: number): Kind<number> {
  const any = number(least, most)
  const is = (value: unknown): value is number => any.is(value) && Number.isInteger(value)
  return {
    ...any,
    parse: (text) => {
      const value = any.parse(text)
      return is(value) ? value : undefined
    },
    is,
  }
}

/** A place in a list: from 1, or from its end as `-1` and `last`. */
export const place: Kind<number> = {
  said: 'with-value',
  allowed: '1, 2, … | last',
  words: ['last'],
  parse: (text) => {
    const plain = text.normalize('NFKC').trim().toLowerCase()
    if (plain === 'last') return -1
    return /^-?[1-9]\d{0,8}$/.test(plain) ? Number(plain) : undefined
  },
  is: (value): value is number => Number.isInteger(value) && value !== 0,
}

/** A grade by name or by its key, `3` as much as `３`. */
export const grade: Kind<Grade> = {
  ...oneOf(...grades),
  allowed: [...grades, '1–4'].join(' | '),
  parse: (text) => {
    const plain = text.normalize('NFKC').trim().toLowerCase()
    return grades.find((name, i) => name === plain || String(i + 1) === plain)
  },
}

/** Said again and again. */
export function many<Value>(one: Kind<Value>): Kind<readonly Value[]> {
  return {
    ...one,
    parse: (text) => {
      const value = one.parse(text)
      return value === undefined ? undefined : [value]
    },
    is: (value): value is readonly Value[] => Array.isArray(value) && value.every(one.is),
  }
}

/** With a value behind its flag or, as `true`, without. */
export function orAlone<Value>(one: Kind<Value>): Kind<Value | true> {
  return { ...one, is: (value): value is Value | true => value === true || one.is(value) }
}
