import type { Disputed } from './shared-settings.ts'
import type { NotTaken } from './state.ts'

/** What happened to a remote since both last met, beside what is usual. */
export type Upheaval = 'none' | 'new' | 'emptied' | 'rewritten'

/** What a sync came to. */
export type Synced = {
  readonly upheaval: Upheaval
  readonly devices: number
  readonly received: Counts
  /** Records of journals, and files of any kind. */
  readonly given: { readonly records: number; readonly files: number }
  /** Notes that were edited on both sides: the path of ours, and of the other one. */
  readonly beside: readonly (readonly [ours: string, theirs: string])[]
  readonly disputed: readonly Disputed[]
  readonly damage: readonly NotTaken[]
  /** The libraries of other devices that are not here, as they are typed behind `library add`. */
  readonly offered: readonly string[]
}

export type Counts = {
  readonly records: number
  readonly cards: number
  readonly interviews: number
  readonly texts: number
  readonly settings: number
}

/** What is remembered of the usual remote; nobody is asked. */
export type SyncStatus = {
  readonly remote:
    | {
        /** As a person would write it. */
        readonly name: string
        /** When both last met, in ms. */
        readonly at: number | undefined
        readonly devices: number
        readonly damage: number
      }
    | undefined
  /** Records of journals that are here and were not there then. */
  readonly waiting: number
  readonly offered: readonly string[]
}
