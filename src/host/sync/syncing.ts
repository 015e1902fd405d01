import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { UserError } from '../../errors.ts'
import { offered } from '../../sync/devices.ts'
import type { Synced, SyncStatus } from '../../sync/outcome.ts'
import { planning } from '../../sync/plan.ts'
import type { Here } from '../../sync/sides.ts'
import { nothingMet, type RemoteState, type SyncState, withUsual } from '../../sync/state.ts'
import type { SharedEntry } from '../../sync/tree.ts'
import { makeFolder } from '../store/append.ts'
import { type AllFolders, placeOf } from '../store/home-files.ts'
import { hold, release } from '../store/interviews/hold.ts'
import { saving } from '../store/own-files.ts'
import type { SettingsStore } from '../store/settings.ts'
import { carrierName } from './carrier.ts'
import { discardCarriers } from './folders.ts'
import { idIn, whatIsHere } from './here.ts'
import { CarrierBroken, type Joining, joinOnce, type Round } from './joining.ts'
import { openRemote, type Remote, type RemoteWays } from './remote.ts'
import { remoteName } from './remote-name.ts'
import { madeRemote, remoteUrl } from './remote-place.ts'
import { readState, syncFolder, writeState } from './state-file.ts'

/** One history on several machines. */
export type Syncing = {
  /** What is remembered; quick. Throws the fault `own-not-readable`. */
  readonly state: () => SyncState
  /** The remote that a word names, or the usual one. Throws the faults `address-refused`, `sync-nowhere`. */
  readonly remote: (word: string | undefined) => NamedRemote
  /** Makes a repository where an empty folder was named, or none; says whether it did. */
  readonly make: (url: string) => Promise<boolean>
  /** Makes a remote the usual one. Throws the fault `not-saved`. */
  readonly prefer: (url: string) => void
  readonly status: () => Promise<SyncStatus>
  /**
   * Joins this device with a remote. Throws the faults of git, `sync-busy`, `sync-foreign`,
   * `sync-refused`, `sync-raced`, and those of reading and writing what is ours.
   */
  readonly join: (url: string, ways: RemoteWays) => Promise<Synced>
}

export type NamedRemote = {
  readonly url: string
  /** As a person would write it. */
  readonly name: string
  /** What is remembered of it, if both ever met. */
  readonly known: RemoteState | undefined
}

const mostRounds = 12
const waitMs = 120

type Means = {
  readonly home: AllFolders
  readonly settings: SettingsStore
  readonly now: () => number
  readonly random: () => number
}

export function openSyncing(means: Means): Syncing {
  const { home } = means
  const state = () => readState(home.data)
  return {
    state,
    remote: (word) => {
      const url = word === undefined ? state().remotes[0]?.url : remoteUrl(word)
      if (url === undefined) throw new UserError({ code: 'sync-nowhere' })
      const known = state().remotes.find((one) => one.url === url && one.at !== undefined)
      return { url, name: remoteName(url), known }
    },
    make: madeRemote,
    prefer: (url) => writeState(home.data, withUsual(state(), url)),
    status: () => statusOf(means, state()),
    join: (url, ways) => alone(home.data, () => joined(means, url, ways)),
  }
}

async function alone<Value>(data: string, work: () => Promise<Value>): Promise<Value> {
  const lock = join(syncFolder(data), 'sync.lock')
  if (!hold(lock)) throw new UserError({ code: 'sync-busy' })
  try {
    return await work()
  } finally {
    release(lock)
  }
}

async function joined(means: Means, url: string, ways: RemoteWays): Promise<Synced> {
  const { home, settings, now } = means
  saving(home.cache, () => makeFolder(home.cache))
  const by: Joining = {
    home,
    settings,
    now,
    remote: openRemote(home.cache, url, ways),
    remember: (state) => writeState(home.data, state),
  }
  const rounds: Round[] = []
  while (rounds.length < mostRounds) {
    const round = await withCarrier(home.cache, () => joinOnce(readState(home.data), url, by))
    rounds.push(round)
    if (round.kind === 'raced') {
      await setTimeout(waitMs * (0.5 + means.random()) * rounds.length, undefined, ways)
      continue
    }
    writeState(home.data, round.state)
    return syncedBy(home, rounds, round, url)
  }
  throw new UserError({ code: 'sync-raced', address: remoteName(url) })
}

/** What carries files was made by us and holds nothing of its own: where it is broken, it is made anew. */
async function withCarrier<Value>(cache: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    const isOurs =
      error instanceof UserError &&
      error.fault.code === 'git-failed' &&
      error.fault.address === carrierName &&
      error.fault.why !== 'no-space'
    if (!isOurs && !(error instanceof CarrierBroken)) throw error
    discardCarriers(cache)
    return work()
  }
}

function syncedBy(home: AllFolders, rounds: readonly Round[], last: Round, url: string): Synced {
  const sum = (of: (round: Round) => number) => rounds.reduce((all, one) => all + of(one), 0)
  const remote = last.state.remotes.find((one) => one.url === url)
  const { plan } = last
  const [own] = plan.devices
  return {
    upheaval: rounds[0]?.upheaval ?? last.upheaval,
    devices: plan.devices.length,
    received: {
      records: sum(({ taken }) => taken.restored.records),
      cards: sum(({ taken }) => taken.restored.cards),
      interviews: sum(({ taken }) => taken.restored.interviews),
      texts: sum(({ taken }) => taken.texts),
      settings: sum((round) => round.plan.settings.size),
    },
    given: { records: plan.records, files: plan.given.length },
    beside: rounds.flatMap((round) =>
      round.plan.beside.map(
        ([ours, theirs]) => [placeOf(home, ours), placeOf(home, theirs)] as const,
      ),
    ),
    disputed: rounds.flatMap((round) => round.plan.disputed),
    damage: remote?.damage ?? [],
    offered: offered(plan.devices, own?.device ?? '', own?.libraries ?? []),
  }
}

/** What waits is told from what was carried last, without asking anybody. */
async function statusOf(means: Means, { remotes: [usual] }: SyncState): Promise<SyncStatus> {
  if (usual === undefined) return { remote: undefined, waiting: 0, offered: [] }
  const { url, at, devices, damage } = usual
  const here = whatIsHere(means.home, means.settings)
  return {
    remote: { name: remoteName(url), at, devices: devices.length, damage: damage.length },
    waiting: await waitingRecords(means, usual, here),
    offered: offered(devices, here.device, here.libraries),
  }
}

async function waitingRecords(
  { home }: Means,
  { url, commit }: RemoteState,
  here: Here,
): Promise<number> {
  const format = commit?.length === 64 ? 'sha256' : 'sha1'
  const remote = openRemote(home.cache, url, { interactive: false }, format)
  const idOf = idIn(format)
  const entries = await carried(remote, commit)
  const there = { entries, met: nothingMet, pending: undefined, devices: [] }
  const { reads, plan } = planning(here, there, idOf)
  const sizes = new Map([...entries.values()].map(({ id, size }) => [id, size]))
  const blobs = await remote.blobs(reads, sizes)
  return plan((id) => blobs.get(id) ?? Buffer.alloc(0)).records
}

async function carried(
  remote: Remote,
  commit: string | undefined,
): Promise<ReadonlyMap<string, SharedEntry>> {
  const isHere = commit !== undefined && (await remote.holds(commit, commit))
  return isHere ? remote.entries(commit) : new Map()
}
