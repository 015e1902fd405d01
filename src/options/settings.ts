import { type AddedLibrary, cardLanguages } from '../cards/card.ts'
import { tongues } from '../i18n/messages.ts'
import type { Practice } from '../schedule/practice.ts'
import { dayStartOf, dayStartText, defaultRules, parametersOf } from '../schedule/rules.ts'
import { cloneIn } from './git-address.ts'
import { mode } from './interview.ts'
import { date, type Kind, number, oneOf, textAs, whole } from './kinds.ts'
import { type Presets, presetsIn } from './presets.ts'

type SettingRow<Value> = {
  readonly kind: Kind<NonNullable<Value>>
  /** What holds where nothing was set; undefined where nothing does. */
  readonly usual: Value
}

function setting<Value extends string | number>(
  kind: Kind<Value>,
  usual: NoInfer<Value>,
): SettingRow<Value> {
  return { kind, usual }
}

/** One without which something else decides. */
function choice<Value extends string | number>(kind: Kind<Value>): SettingRow<Value | undefined> {
  return { kind, usual: undefined }
}

const dayStart = textAs('0:00–23:59', (text) => {
  const plain = text.replace('：', ':')
  return dayStartOf(plain) === undefined ? undefined : plain
})

const share = number(0.7, 0.97)
const retention: Kind<number> = {
  ...share,
  parse: (text) => {
    const value = /^0?\.\d{1,4}$/.test(text) ? Number(text) : undefined
    return share.is(value) ? value : undefined
  },
}

const parameters = textAs('0.212, 1.2931, … (21 × FSRS-6)', (text) =>
  parametersOf(text)?.join(', '),
)

/** What is set with `config set`, what it may be and what it is where nothing was set. */
export const settingRows = {
  language: choice(oneOf(...tongues)),
  // the language in which cards are asked that have both; without it, that of the program
  'practice-language': choice(oneOf<Practice>(...cardLanguages, 'mixed')),
  questions: setting(whole(1, 200), 10),
  // without it each card has its own time
  seconds: choice(whole(5, 3600)),
  mode: setting(mode, 'type'),
  // what the end of a line in a paragraph of the notes means
  newlines: setting(oneOf('keep', 'join'), 'keep'),
  // whether words count next time that the person ticked a key point for
  learn: setting(oneOf('on', 'off'), 'on'),
  // whether machines meet after a sitting, in the background
  autosync: setting(oneOf('off', 'on'), 'off'),
  // the day of the interview
  date: choice(date),
  // whether what is reviewed before that day follows a plan
  plan: setting(oneOf('on', 'off'), 'on'),
  // a day, for the plan
  minutes: setting(whole(1, 1440), 30),
  // when a study day begins
  dayStart: setting(dayStart, dayStartText(defaultRules.dayStartMs)),
  // cards a day
  new: setting(whole(0, 1000), 10),
  // cards a day that are not new
  reviews: setting(whole(0, 10_000), 10_000),
  // the recall at which a card is due
  retention: setting(retention, defaultRules.retention),
  // without them those that were fitted hold, if any were
  parameters: choice(parameters),
}

export type PlainKey = keyof typeof settingRows

export const plainKeys = Object.keys(settingRows) as readonly PlainKey[]

/** Small choices of the person's, and what is usual where none was made. */
export type Settings = {
  readonly [Key in PlainKey]: (typeof settingRows)[Key]['usual']
} & {
  /** Where cards come from; without any, the bundled bank. */
  readonly libraries: readonly AddedLibrary[]
  /** Options of interviews kept under names. */
  readonly presets: Presets
}

/** What a person chose themselves. */
export type OwnSettings = { readonly [Key in keyof Settings]?: Exclude<Settings[Key], undefined> }

/** The choices a person made, with the usual ones where they made none. */
export function wholeSettings(own: OwnSettings): Settings {
  const usual = plainKeys.map((key) => [key, settingRows[key].usual] as const)
  const plain = Object.fromEntries(usual) as Pick<Settings, PlainKey>
  return { ...plain, libraries: [], presets: {}, ...own }
}

/** The choices in a settings file, and what in it is none. */
export function settingsIn(raw: Readonly<Record<string, unknown>>): {
  readonly own: OwnSettings
  readonly broken: readonly string[]
} {
  const broken: string[] = []
  const plain = plainKeys.flatMap((key) => {
    if (raw[key] === undefined) return []
    const { parse, allowed } = settingRows[key].kind
    const value = parse(String(raw[key]))
    if (value === undefined) broken.push(`${key}: ${String(raw[key])} (${allowed})`)
    return value === undefined ? [] : [[key, value] as const]
  })
  const libraries = librariesIn(raw.libraries)
  if (libraries === undefined && raw.libraries !== undefined) broken.push('libraries')
  const { presets, broken: odd } = presetsIn(raw.presets)
  const own = {
    ...Object.fromEntries(plain),
    ...(libraries === undefined ? {} : { libraries }),
    ...(Object.keys(presets).length === 0 ? {} : { presets }),
  }
  return { own, broken: [...broken, ...odd] }
}

function librariesIn(value: unknown): readonly AddedLibrary[] | undefined {
  return Array.isArray(value) && value.every(isLibrary) ? value : undefined
}

function isLibrary(value: unknown): value is AddedLibrary {
  if (typeof value !== 'object' || value === null) return false
  const { path, questions, clone } = value as Readonly<Record<string, unknown>>
  const isList = Array.isArray(questions) && questions.every((one) => typeof one === 'string')
  const isWhole = clone === undefined || cloneIn(clone) !== undefined
  return typeof path === 'string' && (questions === undefined || isList) && isWhole
}
