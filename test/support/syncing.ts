import { UserError } from '../../src/errors.ts'
import type { Syncing } from '../../src/host/sync/syncing.ts'
import type { Synced, SyncStatus } from '../../src/sync/outcome.ts'
import { newRemote, noState, type RemoteState, type SyncState } from '../../src/sync/state.ts'

const now = Date.parse('2026-11-22T20:00:00+08:00')
/** The remote that was met three hours ago. */
export const url = 'git@example.org:me/viva.git'
const devices = ['a', 'b'].map((device) => ({ device, id: '', libraries: [] }))
/** What is remembered of it. */
export const met: RemoteState = { ...newRemote(url), at: now - 3 * 3_600_000, commit: 'c', devices }

const quiet: Synced = {
  upheaval: 'none',
  devices: 2,
  received: { records: 0, cards: 0, interviews: 0, texts: 0, settings: 0 },
  given: { records: 0, files: 0 },
  beside: [],
  disputed: [],
  damage: [],
  offered: [],
}

/** A sync that comes to this, and what it was asked for. */
export function syncing(done: Partial<Synced> = {}, remembered: RemoteState | 'never' = met) {
  const known = remembered === 'never' ? undefined : remembered
  const asked: string[] = []
  const state: SyncState = known === undefined ? noState : { id: 'h', remotes: [known] }
  const status: SyncStatus = {
    remote: known && { name: url, at: known.at, devices: 2, damage: 1 },
    waiting: 3,
    offered: ['https://example.org/notes.git'],
  }
  const sync: Syncing = {
    state: () => state,
    remote: (word) => {
      if (word === undefined && known === undefined) throw new UserError({ code: 'sync-nowhere' })
      return { url: word ?? url, name: word ?? url, known }
    },
    make: async (one) => one.startsWith('/'),
    prefer: (one) => void asked.push(`prefer ${one}`),
    status: async () => status,
    join: async (one) => {
      asked.push(`join ${one}`)
      return { ...quiet, ...done }
    },
  }
  return { sync, asked }
}
