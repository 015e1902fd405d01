import { join } from 'node:path'
import type { Clone, GitAddress } from '../../cards/card.ts'
import { mostOwn, readNamed } from '../files/read-file.ts'
import { saving } from '../store/own-files.ts'
import { writeWhole } from '../store/whole-file.ts'
import { clonesFolder } from './notes-path.ts'

/** What all that is done with clones needs of the machine. */
export type CloneMeans = {
  /** The data home. */
  readonly data: string
  readonly now: () => number
  /** Whether a person sits there who can be asked for a password. */
  readonly interactive: boolean
}

/** Where what belongs to a clone is: one folder, so that one rename puts it in place. */
export type ClonePlace = {
  readonly folder: string
  /** Git's own files; the notes hold no `.git`. */
  readonly gitDir: string
  readonly notes: string
  readonly record: string
  readonly lock: string
}

export function placeIn(folder: string): ClonePlace {
  return {
    folder,
    gitDir: join(folder, 'git'),
    notes: join(folder, 'notes'),
    record: join(folder, 'clone.json'),
    lock: join(folder, 'busy.lock'),
  }
}

export function placeOf(data: string, { name }: Pick<Clone, 'name'>): ClonePlace {
  return placeIn(join(clonesFolder(data), name))
}

/** What is kept of a clone; times in ms since 1970. */
export type CloneRecord = GitAddress & {
  readonly commit: string
  /** When the commit was made, as its author's clock said. */
  readonly made: number
  /** When the other end was last asked. */
  readonly asked: number
  readonly format?: 'sha1' | 'sha256'
  readonly partial?: boolean
  /** The whole history is here, since the other end gives no less. */
  readonly deep?: boolean
  /** The commit that files were being changed to; they may be of either, unless it is done. */
  readonly turning?: { readonly to: string; readonly isEdited: boolean }
}

/** The record of a clone; undefined where there is none that can be read. */
export function recordAt(place: ClonePlace): CloneRecord | undefined {
  try {
    const value: unknown = JSON.parse(readNamed(place.record, { most: mostOwn }).toString())
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is CloneRecord {
  if (typeof value !== 'object' || value === null) return false
  const { url, commit, made, asked } = value as Readonly<Record<string, unknown>>
  return (
    typeof url === 'string' &&
    /^[0-9a-f]{40,64}$/.test(String(commit)) &&
    Number.isFinite(made) &&
    Number.isFinite(asked)
  )
}

/** Throws the fault `not-saved`. */
export function writeRecord(place: ClonePlace, record: CloneRecord): void {
  const text = `${JSON.stringify(record, undefined, 2)}\n`
  saving(place.record, () => writeWhole(place.record, text, 0o600))
}
