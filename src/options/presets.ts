import { presetRows } from './interview.ts'
import { flagOf, namesOf, type OptionRow, type Rows, type Said, saidIn } from './row.ts'

/** Options of an interview kept under a name; absent ones were not given. */
export type Preset = Said<typeof presetRows>

/** By name. */
export type Presets = Readonly<Record<string, Preset>>

const rows: Rows = presetRows
const narrowing = namesOf(presetRows, ({ narrows }) => narrows === true)
const others = namesOf(presetRows, ({ narrows }) => narrows !== true)

/** The presets in a settings file, and the names of those that are none. */
export function presetsIn(value: unknown): {
  readonly presets: Presets
  readonly broken: readonly string[]
} {
  if (!isObject(value)) {
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
  if (!isObject(value)) return false
  // an option of a later version is left alone
  return Object.entries(value).every(
    ([name, one]) => !Object.hasOwn(rows, name) || rows[name]?.kind.is(one) === true,
  )
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const longestName = 60

/** A name as presets have it; undefined if it cannot be one. Names may be in any script. */
export function presetName(text: string): string | undefined {
  const name = text.normalize('NFC').trim()
  const isPlain = /^[^\p{C}\p{Z}-][^\p{C}\p{Zl}\p{Zp}]*$/u.test(name)
  return isPlain && name.length <= longestName && name !== '__proto__' ? name : undefined
}

/** What was said of all that a preset can hold; what says nothing is left out. */
export function presetOf(options: Preset): Preset {
  return saidIn(presetRows, options)
}

/** What cards were narrowed by. */
export function narrowingOf(preset: Preset): Preset {
  return without(preset, others)
}

/** What is left of a preset beside what was said: named cards and a narrowing leave each other no room. */
export function withoutRivals(preset: Preset, said: Preset): Preset {
  if (said.card !== undefined) return without(preset, narrowing)
  return Object.keys(narrowingOf(said)).length > 0 ? without(preset, ['card']) : preset
}

function without(preset: Preset, names: readonly string[]): Preset {
  return Object.fromEntries(Object.entries(preset).filter(([name]) => !names.includes(name)))
}

/** Options as they are typed, first on what and then how: `--topic Redis -n 5`. */
export function typed(preset: Preset): string {
  const said: Readonly<Record<string, unknown>> = preset
  const words = [...narrowing, ...others].flatMap((name) => wordsOf(name, rows[name], said[name]))
  return words.join(' ')
}

function wordsOf(name: string, row: OptionRow | undefined, value: unknown): readonly string[] {
  if (row === undefined || value === undefined) return []
  const flag = row.short ?? flagOf(name, row)
  if (typeof value === 'boolean') return [flag]
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.map((one) => `${flag} ${quoted(String(one))}`)
}

function quoted(word: string): string {
  return /^[^\s'"\\$`&|;<>()*?#!~]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
