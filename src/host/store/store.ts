import type { Clock } from '../clock.ts'
import type { Store } from '../host.ts'
import type { AllFolders } from './home-files.ts'
import type { Interviews } from './interviews/interviews.ts'
import { openJournal } from './journal.ts'
import { openNotes } from './notes.ts'
import type { RegistryStore } from './registry.ts'
import type { SettingsStore } from './settings.ts'

type Means = {
  readonly home: AllFolders
  readonly clock: Clock
  readonly settings: SettingsStore
  readonly registry: RegistryStore
}

/** What is kept of the person's, each opened once and when it is asked for. */
export function openStore({ home, clock, settings, registry }: Means): Store {
  let journal: ReturnType<typeof openJournal> | undefined
  let interviews: Promise<Interviews> | undefined
  return {
    settings,
    notes: openNotes(home.data, registry.names),
    openRegistry: () => registry,
    openJournal: () => {
      journal ??= openJournal(home.data, home.cache, registry.names, clock.now)
      return journal
    },
    openInterviews: () => {
      interviews ??= import('./interviews/interviews.ts').then((room) =>
        room.openInterviews(home.data),
      )
      return interviews
    },
    openKeeper: async () => {
      const { openKeeper } = await import('./keeper.ts')
      return openKeeper(home, home.cache, { ...clock, settings })
    },
    openSync: async () => {
      const { openSyncing } = await import('../sync/syncing.ts')
      return openSyncing({ home, settings, now: clock.now, random: Math.random })
    },
    synced: async () => {
      const { rememberedState } = await import('../sync/state-file.ts')
      return rememberedState(home.data)
    },
    fitParameters: async (histories) => {
      const { fitParameters } = await import('../fit-parameters.ts')
      return fitParameters(histories)
    },
  }
}
