import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf, UserError } from '../../errors.ts'
import type { ForeignFile, ReadMedia } from '../../foreign/file.ts'
import { entriesIn } from '../files/names.ts'
import { mostOwn, type Root, readNamed, rootOf } from '../files/read-file.ts'
import { isDatabase, tablesIn } from './database.ts'
import { longText, mostText, notReadable } from './long-text.ts'
import { packageIn } from './package.ts'
import { TooLarge } from './too-large.ts'
import { zipIn } from './zip.ts'

/**
 * What another program keeps at a path that the person named, told by its bytes. Throws the faults
 * `file-not-readable`, `import-too-large`, `import-damaged`, `import-in-use`, `import-unknown`.
 */
export async function openForeign(path: string): Promise<ForeignFile> {
  const isFolder = existsSync(path) && statSync(path).isDirectory()
  if (isFolder) return { kind: 'texts', texts: textsIn(path) }
  const lines = longText(path, (head) => kindOf(path, head) === undefined)
  if (lines !== undefined) return lines
  const bytes = bytesOf(path)
  try {
    const database = await databaseIn(path, bytes)
    if (database !== undefined) return database
  } catch (error) {
    throw faultOf(path, error)
  }
  const as = kindOf(path, bytes)
  if (as !== undefined) throw new UserError({ code: 'import-broken', path, as })
  return { kind: 'texts', texts: [textOf(path, bytes)] }
}

/** What a file says that it is, by its first bytes or its name. */
function kindOf(path: string, head: Uint8Array): 'package' | 'database' | undefined {
  const first = Buffer.from(head.subarray(0, 6)).toString('latin1')
  if (first.startsWith('PK') || /\.(?:apkg|colpkg)$/i.test(path)) return 'package'
  const isDatabase = first === 'SQLite' || /\.(?:anki2\d?b?|db|sqlite3?)$/i.test(path)
  return isDatabase ? 'database' : undefined
}

function faultOf(path: string, error: unknown): UserError {
  if (error instanceof UserError) return error
  if (error instanceof TooLarge) return new UserError({ code: 'import-too-large', path })
  const fault = { code: 'import-damaged', path, reason: reasonOf(error) } as const
  return new UserError(fault, { cause: error })
}

async function databaseIn(path: string, bytes: Buffer): Promise<ForeignFile | undefined> {
  const failed = (error: unknown) => faultOf(path, error)
  const zip = zipIn(bytes)
  if (zip !== undefined) {
    const found = await packageIn(zip)
    if (found === undefined) throw new UserError({ code: 'import-unknown', path })
    const { database, media } = found
    return { kind: 'database', tables: await tablesIn(database, failed), media, beside: [] }
  }
  if (!isDatabase(bytes)) return undefined
  // what a running program has not yet written into the file itself stands beside it
  const log = `${path}-wal`
  if (existsSync(log) && statSync(log).size > 0)
    throw new UserError({ code: 'import-in-use', path })
  const folder = path.replace(/\.anki2\d?$/i, '.media')
  const isThere = folder !== path && existsSync(folder)
  const beside = () => textsIn(join(path, '..'))
  return {
    kind: 'database',
    tables: await tablesIn(bytes, failed),
    media: isThere ? mediaOf(folder) : () => new Map(),
    get beside() {
      return beside()
    },
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readNamed(path, { most: mostOwn })
  } catch (error) {
    throw notReadable(path, error)
  }
}

type Text = { readonly path: string; readonly text: string }

function textOf(path: string, bytes: Buffer): Text {
  return { path, text: bytes.toString().replace(/^\ufeff/, '') }
}

const mostTexts = 50_000
const deepest = 24

/** The texts below a folder that may hold what another program wrote into them. */
function textsIn(folder: string): readonly Text[] {
  const root = rootOf(folder)
  const texts: Text[] = []
  const look = (at: string, depth: number) => {
    for (const { name, path, kind } of entriesIn(at)) {
      if (texts.length >= mostTexts || typeof path !== 'string') continue
      // .obsidian holds what its plugins keep; other hidden folders are none of the person's notes
      const isHidden = name.startsWith('.') && name !== '.obsidian'
      if (kind === 'folder' && depth < deepest && !isHidden && name !== 'node_modules')
        look(path, depth + 1)
      else if (kind === 'file' && isWanted(path)) texts.push(...readOf(path, root))
    }
  }
  look(folder, 0)
  return texts
}

function isWanted(path: string): boolean {
  return /\.(?:md|markdown|org)$/i.test(path) || /[\\/]\.obsidian[\\/].*[\\/]data\.json$/.test(path)
}

function readOf(path: string, root: Root): readonly Text[] {
  try {
    return [textOf(path, readNamed(path, { most: mostText, root }))]
  } catch {
    return []
  }
}

const mostMedia = 64 << 20

/** Files of a folder; no name leads out of it. */
function mediaOf(folder: string): ReadMedia {
  const root = rootOf(folder)
  return (names) => {
    const found = new Map<string, Uint8Array>()
    for (const name of names) {
      try {
        found.set(name, readNamed(join(folder, name), { most: mostMedia, root }))
      } catch {
        // it is told that it was not there
      }
    }
    return found
  }
}
