import { cardLanguages } from '../cards/card.ts'
import { tongues } from '../i18n/messages.ts'
import { dayOf, dayText } from '../schedule/day.ts'
import { dayStartOf, defaultRules, parametersOf } from '../schedule/rules.ts'
import type { PlainKey } from './settings.ts'

type Rule = {
  readonly allowed: string
  /** What holds where nothing was set; undefined where nothing does. */
  readonly usual: string | undefined
  /** The value that a text stands for; undefined if it stands for none. */
  readonly parse: (text: string) => string | number | undefined
}

function oneOf(usual: string | undefined, ...values: readonly string[]): Rule {
  return {
    allowed: values.join(' | '),
    usual,
    parse: (text) => values.find((value) => value === text),
  }
}

function whole(from: number, to: number, usual: number | undefined): Rule {
  return {
    allowed: `${from}–${to}`,
    usual: usual?.toString(),
    parse: (text) => {
      const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
      return value >= from && value <= to ? value : undefined
    },
  }
}

const retention: Rule = {
  allowed: '0.7–0.97',
  usual: String(defaultRules.retention),
  parse: (text) => {
    const value = /^(0?\.\d{1,4})$/.test(text) ? Number(text) : Number.NaN
    return value >= 0.7 && value <= 0.97 ? value : undefined
  },
}

const date: Rule = {
  allowed: '2026-12-01',
  usual: undefined,
  parse: (text) => {
    const [, year = '', month = '', day = ''] =
      /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
    const found = dayOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    return found === undefined ? undefined : dayText(found)
  },
}

const dayStart: Rule = {
  allowed: '0:00–23:59',
  usual: '4:00',
  parse: (text) => {
    const plain = text.replace('：', ':')
    return dayStartOf(plain) === undefined ? undefined : plain
  },
}

const parameters: Rule = {
  allowed: '0.212, 1.2931, … (21 × FSRS-6)',
  usual: defaultRules.parameters.join(', '),
  parse: (text) => parametersOf(text)?.join(', '),
}

/** Every setting there is, and what it may be. */
export const settingRules: Readonly<Record<PlainKey, Rule>> = {
  language: oneOf(undefined, ...tongues),
  'practice-language': oneOf(undefined, ...cardLanguages, 'mixed'),
  questions: whole(1, 200, 10),
  // without it each card has its own time
  seconds: whole(5, 3600, undefined),
  mode: oneOf('type', 'type', 'think'),
  date,
  dayStart,
  new: whole(0, 1000, 10),
  reviews: whole(0, 10_000, 10_000),
  retention,
  parameters,
}
