import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Clone } from '../../cards/card.ts'
import { reasonOf } from '../../errors.ts'
import {
  type OwnSettings,
  type Settings,
  settingsIn,
  wholeSettings,
} from '../../options/settings.ts'
import { readNamed } from '../files/read-file.ts'
import { readable } from './own-files.ts'
import { mostSettings, writeSetting } from './write-settings.ts'

export type SettingsStore = {
  /**
   * Whole: what is usual where the person chose nothing. Throws the fault `own-not-readable`: what
   * cannot be read may say anything.
   */
  readonly read: () => Settings
  /** What the person chose. Throws the same fault. */
  readonly own: () => OwnSettings
  /** `undefined` takes the setting back to its default. Throws the fault `settings-not-saved`. */
  readonly write: <Key extends keyof Settings>(
    key: Key,
    value: OwnSettings[Key] | undefined,
  ) => Promise<void>
}

/** Where a clone is, whatever path was kept of it. */
type PathOf = (clone: Clone) => string

/**
 * The settings kept in `folder`. Reading is a plain read, since every command reads and conf costs
 * as much as the rest of a start; conf writes, whole and by rename.
 */
export function openSettings(
  folder: string,
  onBroken: (path: string, reason: string) => void,
  pathOf?: PathOf,
): SettingsStore {
  const path = join(folder, 'settings.json')
  let known: OwnSettings | undefined
  const own = () => {
    known ??= placed(readSettings(path, onBroken), pathOf)
    return known
  }
  return {
    read: () => wholeSettings(own()),
    own,
    write: async (key, value) => {
      await writeSetting(path, key, value)
      known = undefined
    },
  }
}

// a home that was moved has its clones with it
function placed(own: OwnSettings, pathOf: PathOf | undefined): OwnSettings {
  if (own.libraries === undefined || pathOf === undefined) return own
  const libraries = own.libraries.map((library) => {
    const { clone } = library
    return clone === undefined ? library : { ...library, path: pathOf(clone) }
  })
  return { ...own, libraries }
}

function readSettings(path: string, onBroken: (path: string, reason: string) => void): OwnSettings {
  if (!existsSync(path)) return {}
  const raw = readObject(path)
  if (typeof raw === 'string') {
    onBroken(path, raw)
    return {}
  }
  const { own, broken } = settingsIn(raw)
  for (const reason of broken) onBroken(path, reason)
  return own
}

/** The object in the file, or why it is none. Throws the fault `own-not-readable`. */
function readObject(path: string): Readonly<Record<string, unknown>> | string {
  const text = readable(path, () => readNamed(path, { most: mostSettings }).toString())
  try {
    const raw: unknown = JSON.parse(text)
    const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw)
    return isObject ? (raw as Readonly<Record<string, unknown>>) : 'not a JSON object'
  } catch (error) {
    return reasonOf(error)
  }
}
