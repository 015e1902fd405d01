import { createHash } from 'node:crypto'
import { sharedLibraries } from '../../sync/addresses.ts'
import { sharedOf } from '../../sync/shared-settings.ts'
import type { Here } from '../../sync/sides.ts'
import { deviceOf } from '../store/device.ts'
import { type HomeFolders, members } from '../store/home-files.ts'
import type { SettingsStore } from '../store/settings.ts'
import type { ObjectFormat } from './carrier.ts'

/** What this device has to share, as it is now. Throws the faults `own-not-readable` and `not-saved`. */
export function whatIsHere(home: HomeFolders, settings: SettingsStore): Here {
  const own = settings.own()
  return {
    files: members(home),
    settings: sharedOf(own),
    device: deviceOf(home.data),
    libraries: sharedLibraries(own.libraries ?? []),
  }
}

/** The id that git gives a content in a repository of a format. */
export function idIn(format: ObjectFormat): (bytes: Uint8Array) => string {
  return (bytes) => createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
