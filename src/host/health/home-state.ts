import { accessSync, constants, lstatSync, type Stats, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileReport } from '../../archive/examination.ts'
import { reasonOf } from '../../errors.ts'
import { knownDevice } from '../store/device.ts'
import { type AllFolders, filesIn, ownFolders, placeOf } from '../store/home-files.ts'

/** A state that keeps us from reading or saving, and where. */
export type Ailment = {
  readonly report: Extract<FileReport, { readonly kind: 'broken' | 'unwritable' | 'foreign' }>
  /** Absolute. */
  readonly place: string
  /** What may be done about it: to be put aside, or opened to its owner. */
  readonly mend: 'aside' | 'open' | undefined
}

type Place = {
  readonly path: string
  readonly place: string
  readonly kind: 'folder' | 'file'
  readonly isWritten: boolean
}

/** Looks at every place of ours, what is there and who may read and write it. Changes nothing. */
export function ailmentsOf(home: AllFolders): readonly Ailment[] {
  const owner = ownerOf(home.data)
  return [
    ...[...new Set([home.data, home.settings])].flatMap((place) => rootAilments(place, place)),
    ...rootAilments('cache', home.cache),
    ...placesIn(home).flatMap((one) => ailmentAt(one, owner) ?? []),
  ]
}

const folders = ['journal', 'registry', 'notes', 'interviews', 'backups', 'damaged', 'editing']
const mayBeRead = constants.R_OK
const mayBeWritten = constants.W_OK

function placesIn(home: AllFolders): readonly Place[] {
  const folder = (path: string): Place => {
    return { path, place: join(home.data, path), kind: 'folder', isWritten: true }
  }
  const mine = orElse(() => knownDevice(home.data), undefined)
  const members = ownFolders.flatMap((name) => orElse(() => filesIn(home, name), []))
  const own = ['settings.json', `journal/${mine}.jsonl`, `registry/${mine}.jsonl`]
  const files = [...new Set(['settings.json', 'glossary.txt', ...members])].map((path): Place => {
    return { path, place: placeOf(home, path), kind: 'file', isWritten: own.includes(path) }
  })
  const device = { path: 'device', place: join(home.data, 'device') } as const
  return [...folders.map(folder), { ...device, kind: 'file', isWritten: false }, ...files]
}

/** The home may not be there yet; then what it would be made in counts. */
function rootAilments(path: string, place: string): readonly Ailment[] {
  const found = lookAt(place)
  const at = found === undefined ? firstAbove(place) : place
  const one = ailmentAt({ path, place: at, kind: 'folder', isWritten: true }, undefined)
  // what is not ours is not mended
  return one === undefined ? [] : [found === undefined ? { ...one, mend: undefined } : one]
}

function firstAbove(place: string): string {
  const above = dirname(place)
  return above === place || lookAt(above) !== undefined ? above : firstAbove(above)
}

function ailmentAt(one: Place, owner: number | undefined): Ailment | undefined {
  const { path, place, kind } = one
  const found = lookAt(place)
  if (found === undefined) return undefined
  const { stat, isLink } = found
  const broken = (reason: string, mend?: 'aside'): Ailment => {
    return { report: { kind: 'broken', path, reason }, place, mend: isLink ? undefined : mend }
  }
  if (typeof stat === 'string') return broken(stat)
  if (kind === 'folder' && !stat.isDirectory()) return broken('ENOTDIR', 'aside')
  if (kind === 'file' && stat.isDirectory()) return broken('EISDIR', 'aside')
  if (kind === 'file' && !stat.isFile()) return broken('not a file', 'aside')
  const closed = closedAt(one, stat, owner)
  return isLink && closed !== undefined ? { ...closed, mend: undefined } : closed
}

function closedAt(
  { path, place, kind, isWritten }: Place,
  { uid }: Stats,
  owner: number | undefined,
): Ailment | undefined {
  const unread = refusal(place, mayBeRead | (kind === 'folder' ? constants.X_OK : 0))
  const reason = unread ?? (isWritten ? refusal(place, mayBeWritten) : undefined)
  const me = process.getuid?.()
  const isOurs = me === undefined || me === uid
  // root may do anything, and what it made among another's files would be closed to them
  const isStranger = me === 0 && owner !== undefined && uid !== owner
  if (isStranger || (!isOurs && reason !== undefined)) {
    return { report: { kind: 'foreign', path, owner: uid }, place, mend: undefined }
  }
  if (reason === undefined) return undefined
  const mend = isOurs && reason === 'EACCES' ? 'open' : undefined
  const what = unread === undefined ? 'unwritable' : 'broken'
  return { report: { kind: what, path, reason }, place, mend }
}

function refusal(place: string, mode: number): string | undefined {
  try {
    accessSync(place, mode)
    return undefined
  } catch (error) {
    return reasonOf(error)
  }
}

/** What is at a place, or why that cannot be said; undefined if there is nothing. */
function lookAt(
  place: string,
): { readonly isLink: boolean; readonly stat: Stats | string } | undefined {
  try {
    const isLink = lstatSync(place).isSymbolicLink()
    // one that leads nowhere may lead to a disk that is not there today
    return { isLink, stat: orReason(() => statSync(place)) }
  } catch (error) {
    const reason = reasonOf(error)
    return ['ENOENT', 'ENOTDIR'].includes(reason) ? undefined : { isLink: false, stat: reason }
  }
}

function orReason<Value>(look: () => Value): Value | string {
  try {
    return look()
  } catch (error) {
    return reasonOf(error)
  }
}

function orElse<Value>(look: () => Value, instead: Value): Value {
  try {
    return look()
  } catch {
    return instead
  }
}

function ownerOf(home: string): number | undefined {
  return orElse(() => statSync(home).uid, undefined)
}
