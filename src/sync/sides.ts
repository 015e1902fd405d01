import type { Member } from '../archive/archive.ts'
import type { SharedLibrary } from './addresses.ts'
import type { SharedSettings } from './shared-settings.ts'
import type { Met, RemoteState } from './state.ts'
import type { SharedEntry } from './tree.ts'

/** What is here. */
export type Here = {
  readonly files: readonly Member[]
  readonly settings: SharedSettings
  readonly device: string
  /** Its libraries that others may have too. */
  readonly libraries: readonly SharedLibrary[]
}

/** What is there, and what both had when they last met; nothing where that no longer holds. */
export type There = {
  readonly entries: ReadonlyMap<string, SharedEntry>
  readonly met: Met
  readonly pending: Met | undefined
  readonly devices: RemoteState['devices']
}
