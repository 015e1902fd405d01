import { UserError } from '../../errors.ts'
import { type Mark, markIn, markText } from '../../sync/mark.ts'
import type { Upheaval } from '../../sync/outcome.ts'
import { markPath } from '../../sync/places.ts'
import { type Joined, planning } from '../../sync/plan.ts'
import type { There } from '../../sync/sides.ts'
import {
  newRemote,
  nothingMet,
  type RemoteState,
  type SyncState,
  withRemote,
} from '../../sync/state.ts'
import type { SharedEntry } from '../../sync/tree.ts'
import { randomName } from '../store/digest.ts'
import type { HomeFolders } from '../store/home-files.ts'
import type { SettingsStore } from '../store/settings.ts'
import { idIn, whatIsHere } from './here.ts'
import type { Heads, Remote } from './remote.ts'
import { remoteName } from './remote-name.ts'
import { type Taken, takeIn } from './taking.ts'

export type Joining = {
  readonly home: HomeFolders
  readonly settings: SettingsStore
  readonly remote: Remote
  /** Must be on disk when it returns. */
  readonly remember: (state: SyncState) => void
  /** In ms. */
  readonly now: () => number
}

/** One meeting of both sides: what it came to, or that somebody else was faster. */
export type Round = {
  readonly kind: 'done' | 'raced'
  readonly state: SyncState
  readonly plan: Joined
  readonly taken: Taken
  readonly upheaval: Upheaval
}

/**
 * Joins this device with a remote, once: what comes from there is on disk here before ours is pushed,
 * so a kill at any moment costs nothing. Throws the faults of git, `sync-foreign`, `sync-refused`.
 */
export async function joinOnce(state: SyncState, url: string, by: Joining): Promise<Round> {
  const heads = await by.remote.heads()
  const before = state.remotes.find((one) => one.url === url) ?? newRemote(url)
  if (heads.tip === undefined && heads.others) throw foreign(url, 'project')
  const { tip, upheaval } = await latest(heads, before, by.remote)
  const entries = tip === undefined ? new Map<string, SharedEntry>() : await by.remote.entries(tip)
  const idOf = idIn(heads.format)
  const here = whatIsHere(by.home, by.settings)
  const { reads, plan: planned } = planning(here, since(before, entries, upheaval), idOf)
  const mark = entries.get(markPath)
  const isKnown = tip !== undefined && tip === before.commit
  const marked = mark === undefined || isKnown ? [] : [mark.id]
  const blobs = await read(by.remote, entries, [...reads, ...marked])
  const id = isKnown ? state.id : historyOf(state, url, tip, mark && blobs(mark.id))
  const plan = planned(blobs)
  const taken = await takeIn(by.home, by.settings, plan, idOf)
  const marks = mark === undefined && id !== undefined ? [markGiven(id)] : []
  const given = [...marks, ...plan.given]
  const met = { ...plan.met, texts: metTexts(plan, before, taken) }
  const now = { ...before, devices: plan.devices, damage: plan.damage }
  const finished = (commit: string | undefined): Round => {
    const remote: RemoteState = { ...now, at: by.now(), commit, met, pending: undefined }
    return { kind: 'done', state: withRemote({ ...state, id }, remote), plan, taken, upheaval }
  }
  if (given.length === 0) return finished(tip)
  // a push that is cut off may have come all the same
  const pending = withRemote(state, { ...before, pending: met })
  by.remember(pending)
  const message = `${here.device}: ${plan.records}`
  const pushed = await by.remote.push({ onto: tip, given, message, at: by.now() })
  if (pushed.kind === 'raced') return { kind: 'raced', state: pending, plan, taken, upheaval }
  return finished(pushed.commit)
}

async function latest(
  { tip }: Heads,
  before: RemoteState,
  remote: Remote,
): Promise<{ readonly tip: string | undefined; readonly upheaval: Upheaval }> {
  if (tip === undefined) {
    return { tip, upheaval: before.commit === undefined ? 'new' : 'emptied' }
  }
  if (tip === before.commit && (await remote.holds(tip, tip))) return { tip, upheaval: 'none' }
  const fetched = await remote.fetch()
  if (before.commit === undefined) return { tip: fetched, upheaval: 'new' }
  const isHeld = await remote.holds(fetched, before.commit)
  return { tip: fetched, upheaval: isHeld ? 'none' : 'rewritten' }
}

/** What is remembered holds only for a history that goes on. */
function since(
  { met, pending, devices }: RemoteState,
  entries: There['entries'],
  upheaval: Upheaval,
): There {
  return upheaval === 'rewritten' || upheaval === 'emptied'
    ? { entries, met: nothingMet, pending: undefined, devices }
    : { entries, met, pending, devices }
}

async function read(
  remote: Remote,
  entries: There['entries'],
  ids: readonly string[],
): Promise<(id: string) => Uint8Array> {
  const sizes = new Map([...entries.values()].map(({ id, size }) => [id, size]))
  const blobs = await remote.blobs(ids, sizes)
  return (id) => {
    const bytes = blobs.get(id)
    if (bytes === undefined) throw new CarrierBroken()
    return bytes
  }
}

/** What carries files to the remote and back lacks some; made anew, it has them. */
export class CarrierBroken extends Error {}

/** The history that stands there; a new one where nothing does. Throws the fault `sync-foreign`. */
function historyOf(
  { id }: SyncState,
  url: string,
  tip: string | undefined,
  bytes: Uint8Array | undefined,
): string {
  if (tip === undefined) return id ?? randomName(8)
  const mark: Mark = bytes === undefined ? { kind: 'foreign' } : markIn(bytes)
  if (mark.kind === 'foreign') throw foreign(url, 'project')
  if (mark.kind === 'newer') throw foreign(url, 'newer')
  if (id !== undefined && id !== mark.id) throw foreign(url, 'history')
  return mark.id
}

function foreign(url: string, why: 'project' | 'history' | 'newer'): UserError {
  return new UserError({ code: 'sync-foreign', address: remoteName(url), why })
}

function markGiven(id: string) {
  return { path: markPath, bytes: Buffer.from(markText(id)) }
}

/** A text that was edited while both met has met only its former one. */
function metTexts(
  { met }: Joined,
  before: RemoteState,
  { kept }: Taken,
): Readonly<Record<string, string>> {
  const all = Object.entries(met.texts).flatMap(([path, id]) => {
    const last = kept.has(path) ? before.met.texts[path] : id
    return last === undefined ? [] : [[path, last] as const]
  })
  return Object.fromEntries(all)
}
