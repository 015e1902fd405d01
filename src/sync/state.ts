import type { RemoteDamage } from '../archive/examination.ts'
import { isInstant } from '../log/dates.ts'
import { type SharedLibrary, sharedLibraryIn } from './addresses.ts'
import { isObject, objectIn } from './object-in.ts'

/** What a device remembers of its remotes. */
export type SyncState = {
  /** Of the history that is shared; undefined before it met any remote. */
  readonly id: string | undefined
  /** The first is the usual one. */
  readonly remotes: readonly RemoteState[]
}

export type RemoteState = {
  readonly url: string
  /** When both last met, in ms; undefined before they did. */
  readonly at: number | undefined
  /** The commit that stood there then. */
  readonly commit: string | undefined
  /** What both had then. */
  readonly met: Met
  /** What was on its way there when this was written, and may have come. */
  readonly pending: Met | undefined
  /** The devices whose files stand there, and the addresses of their libraries. */
  readonly devices: readonly DeviceSaid[]
  /** What of it makes no sense and was not taken. */
  readonly damage: readonly NotTaken[]
}

/** What two sides had in common: ids of texts by path, settings as JSON by name. */
export type Met = {
  readonly texts: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<string, string>>
  /** The id of the file of settings. */
  readonly settingsId: string | undefined
}

/** What a device says of itself: the addresses that its libraries come from. */
export type DeviceSaid = {
  readonly device: string
  /** The id of its file. */
  readonly id: string
  readonly libraries: readonly SharedLibrary[]
}

/** A piece of a file that was not taken. */
export type NotTaken = Omit<RemoteDamage, 'remote'>

export const nothingMet: Met = { texts: {}, settings: {}, settingsId: undefined }
export const noState: SyncState = { id: undefined, remotes: [] }

/** A remote that was never met. */
export function newRemote(url: string): RemoteState {
  const never = { at: undefined, commit: undefined, pending: undefined }
  return { url, ...never, met: nothingMet, devices: [], damage: [] }
}

/** The state with what is now known of a remote, in its place or behind the others. */
export function withRemote(state: SyncState, remote: RemoteState): SyncState {
  const isThere = state.remotes.some(({ url }) => url === remote.url)
  const remotes = isThere
    ? state.remotes.map((one) => (one.url === remote.url ? remote : one))
    : [...state.remotes, remote]
  return { ...state, remotes }
}

/** The state with a remote as the usual one. */
export function withUsual(state: SyncState, url: string): SyncState {
  const remote = state.remotes.find((one) => one.url === url) ?? newRemote(url)
  return { ...state, remotes: [remote, ...state.remotes.filter((one) => one.url !== url)] }
}

/** The file of a state. */
export function stateText(state: SyncState): string {
  return `${JSON.stringify({ v: 1, ...state }, undefined, 2)}\n`
}

/** Reads it; whatever of it makes no sense is as if it had never been. Never throws. */
export function stateIn(text: string): SyncState {
  const { id, remotes } = objectIn(text)
  return {
    id: textIn(id),
    remotes: listIn(remotes).flatMap((one) => remoteIn(one) ?? []),
  }
}

function remoteIn(raw: Readonly<Record<string, unknown>>): RemoteState | undefined {
  if (typeof raw.url !== 'string') return undefined
  return {
    url: raw.url,
    at: isInstant(raw.at) ? raw.at : undefined,
    commit: textIn(raw.commit),
    met: metIn(raw.met) ?? nothingMet,
    pending: metIn(raw.pending),
    devices: listIn(raw.devices).map(({ device, id, libraries }) => ({
      device: String(device),
      id: String(id),
      libraries: listIn(libraries).flatMap((one) => sharedLibraryIn(one) ?? []),
    })),
    damage: listIn(raw.damage).flatMap((one) => notTakenIn(one) ?? []),
  }
}

const reasons: readonly NotTaken['why'][] = [
  'not-a-record',
  'checksum',
  'json',
  'fields',
  'time',
  'not-utf8',
  'size',
]

function notTakenIn(raw: Readonly<Record<string, unknown>>): NotTaken | undefined {
  const why = reasons.find((one) => one === raw.why)
  if (why === undefined || typeof raw.path !== 'string') return undefined
  const [line, start, end] = [Number(raw.line), Number(raw.start), Number(raw.end)]
  return { path: raw.path, line, start, end, why }
}

function metIn(value: unknown): Met | undefined {
  if (!isObject(value)) return undefined
  const { texts, settings, settingsId } = value
  return { texts: textsIn(texts), settings: textsIn(settings), settingsId: textIn(settingsId) }
}

function textsIn(value: unknown): Readonly<Record<string, string>> {
  const all = isObject(value) ? Object.entries(value) : []
  return Object.fromEntries(
    all.flatMap(([key, one]) => (typeof one === 'string' ? [[key, one]] : [])),
  )
}

function listIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
