import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf, UserError } from '../../errors.ts'
import {
  type OwnSettings,
  type Settings,
  settingsIn,
  wholeSettings,
} from '../../options/settings.ts'
import { readNamed } from '../files/read-file.ts'

/** In bytes. */
const mostSettings = 4 << 20

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
      await writeSetting(folder, path, key, value)
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
    const raw: unknown = JSON.parse(readNamed(path, { most: mostSettings }).toString())
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
  value: OwnSettings[keyof Settings],
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
