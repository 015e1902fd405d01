import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { AddedLibrary } from '../cards/card.ts'
import { reasonOf, UserError } from '../errors.ts'
import type { Tongue } from '../i18n/messages.ts'
import type { Practice } from '../schedule/practice.ts'
import { type Presets, presetsIn } from './presets.ts'
import { settingRules } from './setting-rules.ts'

/** Small choices of the person's; absent means the default. */
export type Settings = {
  readonly language?: Tongue
  /** The language in which cards are asked that have both; without it, that of the program. */
  readonly 'practice-language'?: Practice
  readonly questions?: number
  readonly seconds?: number
  readonly mode?: 'type' | 'think'
  /** The day of the interview, `2026-12-01`. */
  readonly date?: string
  /** When a study day begins, `4:00`. */
  readonly dayStart?: string
  /** New cards a day. */
  readonly new?: number
  /** Cards a day that are not new. */
  readonly reviews?: number
  /** The recall at which a card is due. */
  readonly retention?: number
  /** The 21 parameters of FSRS-6, between commas. */
  readonly parameters?: string
  /** Where cards come from; without any, the bundled bank. */
  readonly libraries?: readonly AddedLibrary[]
  /** Options of interviews kept under names. */
  readonly presets?: Presets
}

export type SettingValue = string | number | readonly AddedLibrary[] | Presets

/** What is set with `config set`; libraries and presets come from commands of their own. */
export type PlainKey = Exclude<keyof Settings, 'libraries' | 'presets'>

export type SettingsStore = {
  readonly read: () => Settings
  /** `undefined` takes the setting back to its default. Throws the fault `settings-not-saved`. */
  readonly write: (key: keyof Settings, value: SettingValue | undefined) => Promise<void>
}

/**
 * The settings kept in `folder`. Reading is a plain read, since every command reads and conf costs
 * as much as the rest of a start; conf writes, whole and by rename.
 */
export function openSettings(
  folder: string,
  onBroken: (path: string, reason: string) => void,
): SettingsStore {
  const path = join(folder, 'settings.json')
  let known: Settings | undefined
  return {
    read: () => {
      known ??= readSettings(path, onBroken)
      return known
    },
    write: async (key, value) => {
      await writeSetting(folder, path, key, value)
      known = undefined
    },
  }
}

function readSettings(path: string, onBroken: (path: string, reason: string) => void): Settings {
  if (!existsSync(path)) return {}
  const raw = readObject(path)
  if (typeof raw === 'string') {
    onBroken(path, raw)
    return {}
  }
  const valid = Object.entries(settingRules).flatMap(([key, rule]) => {
    if (raw[key] === undefined) return []
    const value = rule.parse(String(raw[key]))
    if (value === undefined) onBroken(path, `${key}: ${String(raw[key])} (${rule.allowed})`)
    return value === undefined ? [] : [[key, value] as const]
  })
  const libraries = librariesIn(raw.libraries)
  if (libraries === undefined && raw.libraries !== undefined) onBroken(path, 'libraries')
  const { presets, broken } = presetsIn(raw.presets)
  for (const name of broken) onBroken(path, name)
  return {
    ...Object.fromEntries(valid),
    ...(libraries === undefined ? {} : { libraries }),
    ...(Object.keys(presets).length === 0 ? {} : { presets }),
  }
}

/** The libraries in a settings file; undefined if they are not a list of libraries. */
export function librariesIn(value: unknown): readonly AddedLibrary[] | undefined {
  return Array.isArray(value) && value.every(isLibrary) ? value : undefined
}

function isLibrary(value: unknown): value is AddedLibrary {
  if (typeof value !== 'object' || value === null) return false
  const { path, questions } = value as Readonly<Record<string, unknown>>
  const isList = Array.isArray(questions) && questions.every((one) => typeof one === 'string')
  return typeof path === 'string' && (questions === undefined || isList)
}

/** The object in the file, or why there is none. */
function readObject(path: string): Readonly<Record<string, unknown>> | string {
  try {
    const raw: unknown = JSON.parse(readFileSync(path, 'utf8'))
    const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw)
    return isObject ? (raw as Readonly<Record<string, unknown>>) : 'not a JSON object'
  } catch (error) {
    return reasonOf(error)
  }
}

async function writeSetting(
  folder: string,
  path: string,
  key: keyof Settings,
  value: SettingValue | undefined,
): Promise<void> {
  // conf would wipe or refuse a broken file; set aside, it can still be mended by hand
  if (existsSync(path) && typeof readObject(path) === 'string') {
    renameSync(path, `${path}.bad-${Date.now()}`)
  }
  try {
    const { default: Conf } = await import('conf')
    const conf = new Conf({
      cwd: folder,
      configName: 'settings',
      projectName: 'viva',
      accessPropertiesByDotNotation: false,
      configFileMode: 0o600,
    })
    if (value === undefined) conf.delete(key)
    else conf.set(key, value)
  } catch (error) {
    throw new UserError(
      { code: 'settings-not-saved', path, reason: reasonOf(error) },
      { cause: error },
    )
  }
  // on a full disk conf cuts the file short without an error
  const after = readObject(path)
  if (typeof after === 'string' || JSON.stringify(after[key]) !== JSON.stringify(value)) {
    throw new UserError({ code: 'settings-not-saved', path, reason: 'ESHORT' })
  }
}
