import { join } from 'node:path'
import type { RemoteDamage } from '../../archive/examination.ts'
import { reasonOf, UserError } from '../../errors.ts'
import { noState, type SyncState, stateIn, stateText } from '../../sync/state.ts'
import { mostOwn, readNamed } from '../files/read-file.ts'
import { makeFolder } from '../store/append.ts'
import { saving } from '../store/own-files.ts'
import { writeWhole } from '../store/whole-file.ts'
import { remoteName } from './remote-name.ts'

/** The folder of what a device remembers of its remotes. */
export function syncFolder(data: string): string {
  return join(data, 'sync')
}

/** What is remembered of remotes; nothing before the first was met. Throws the fault `own-not-readable`. */
export function readState(data: string): SyncState {
  const path = join(syncFolder(data), 'state.json')
  try {
    return stateIn(readNamed(path, { most: mostOwn }).toString())
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === 'ENOENT') return noState
    throw new UserError({ code: 'own-not-readable', path, reason }, { cause: error })
  }
}

/** Has it on disk when it returns. Throws the fault `not-saved`. */
export function writeState(data: string, state: SyncState): void {
  const path = join(syncFolder(data), 'state.json')
  saving(path, () => {
    makeFolder(syncFolder(data))
    writeWhole(path, stateText(state), 0o600)
  })
}

/** The same where nobody has asked for it: what cannot be read is as if there were none. Never throws. */
export function rememberedState(data: string): SyncState {
  try {
    return readState(data)
  } catch {
    return noState
  }
}

/** What of the remotes was not taken when this device last met them. Never throws. */
export function notTakenFrom(data: string): readonly RemoteDamage[] {
  return rememberedState(data).remotes.flatMap(({ url, damage }) =>
    damage.map((piece) => ({ ...piece, remote: remoteName(url) })),
  )
}
