import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf } from '../../errors.ts'
import {
  type OwnSettings,
  type Settings,
  settingsIn,
  wholeSettings,
} from '../../options/settings.ts'
import { writeSetting } from './write-settings.ts'

export type SettingsStore = {
  /** Whole: what is usual where the person chose nothing. */
  readonly read: () => Settings
  /** What the person chose. */
  readonly own: () => OwnSettings
  /** `undefined` takes the setting back to its default. Throws the fault `settings-not-saved`. */
  readonly write: <Key extends keyof Settings>(
    key: Key,
    value: OwnSettings[Key] | undefined,
  ) => Promise<void>
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
  let known: OwnSettings | undefined
  const own = () => {
    known ??= readSettings(path, onBroken)
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
