/** Options of an interview kept under a name; absent ones were not given. */
export type Preset = {
  readonly library?: readonly string[]
  readonly topic?: readonly string[]
  readonly tag?: readonly string[]
  readonly level?: readonly string[]
  readonly card?: readonly string[]
  readonly from?: string
  readonly weak?: boolean
  readonly due?: boolean
  readonly questions?: number
  readonly minutes?: number
  readonly seconds?: number
  readonly mode?: 'type' | 'think'
  readonly exam?: boolean
  readonly soft?: boolean
  readonly breaks?: boolean
  readonly followUps?: boolean
}

/** By name. */
export type Presets = Readonly<Record<string, Preset>>

type Check = (value: unknown) => boolean

const texts: Check = (value) => Array.isArray(value) && value.every(isText)
const flag: Check = (value) => typeof value === 'boolean'

function between(least: number, most: number): Check {
  return (value) => typeof value === 'number' && value >= least && value <= most
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

/** Every option that a preset may hold, in the order in which they are shown. */
const checks: Readonly<Record<keyof Preset, Check>> = {
  card: texts,
  topic: texts,
  tag: texts,
  level: texts,
  from: isText,
  weak: flag,
  due: flag,
  questions: (value) => Number.isInteger(value) && between(1, 1000)(value),
  minutes: between(0.1, 1440),
  seconds: between(1, 86_400),
  mode: (value) => value === 'type' || value === 'think',
  exam: flag,
  soft: flag,
  breaks: flag,
  followUps: flag,
  library: texts,
}

export const presetKeys = Object.keys(checks) as readonly (keyof Preset)[]

/** The presets in a settings file, and the names of those that are none. */
export function presetsIn(value: unknown): {
  readonly presets: Presets
  readonly broken: readonly string[]
} {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { presets: {}, broken: value === undefined ? [] : ['presets'] }
  }
  const all = Object.entries(value)
  const isWhole = ([name, preset]: readonly [string, unknown]) =>
    presetName(name) === name && isPreset(preset)
  return {
    presets: Object.fromEntries(all.filter(isWhole)),
    broken: all.filter((one) => !isWhole(one)).map(([name]) => `presets: ${name}`),
  }
}

function isPreset(value: unknown): value is Preset {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  // an option of a later version is left alone
  return Object.entries(value).every(([key, one]) => checks[key as keyof Preset]?.(one) ?? true)
}

const longestName = 60

/** A name as presets have it; undefined if it cannot be one. Names may be in any script. */
export function presetName(text: string): string | undefined {
  const name = text.normalize('NFC').trim()
  const isPlain = /^[^\p{C}\p{Z}-][^\p{C}\p{Zl}\p{Zp}]*$/u.test(name)
  return isPlain && name.length <= longestName && name !== '__proto__' ? name : undefined
}
