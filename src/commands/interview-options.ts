import { type Preset, presetKeys } from '../host/presets.ts'
import type { LibraryOptions } from './library-options.ts'

/** Of `viva interview`. */
export type Options = LibraryOptions &
  Preset & {
    readonly seed?: string
    /** The name of a preset to use, or to keep these options under. */
    readonly preset?: string
    readonly savePreset?: string
    readonly dryRun?: boolean
    /** The plan as JSON, which asks nothing either. */
    readonly json?: boolean
    readonly resume?: boolean
    readonly save?: string
    /** Whether the report may take the place of a file. */
    readonly force?: boolean
  }

/** Whether there is nothing left to ask the person before it begins. */
export function isSaid(options: Options): boolean {
  const { questions, seconds, card, preset } = options
  return [questions, seconds, card, preset].some((one) => one !== undefined)
}

/** What was said of all that a preset can hold; what says nothing is left out. */
export function saidOf(options: Options): Preset {
  const { followUps, ...others } = options
  const said = presetKeys.flatMap((key) => {
    const value = key === 'followUps' ? undefined : others[key]
    return value === undefined || value === false ? [] : [[key, value] as const]
  })
  // without --no-follow-ups the command line has it true
  return { ...Object.fromEntries(said), ...(followUps === false ? { followUps } : {}) }
}

const short: Partial<Readonly<Record<keyof Preset, string>>> = {
  questions: '-n',
  minutes: '-m',
  followUps: '--no-follow-ups',
}

/** Options as they are typed: `--topic Redis -n 5`. */
export function typed(preset: Preset): string {
  const words = presetKeys.flatMap((key) => {
    const value = preset[key]
    const name = short[key] ?? `--${key}`
    if (value === undefined) return []
    if (typeof value === 'boolean') return [name]
    const values = Array.isArray(value) ? value : [value]
    return values.map((one) => `${name} ${quoted(String(one))}`)
  })
  return words.join(' ')
}

function quoted(word: string): string {
  return /^[^\s'"\\$`&|;<>()*?#!~]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
