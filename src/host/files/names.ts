import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Path } from './read-file.ts'

/**
 * What stands in a folder: the name that is shown, and where it is. A name is shown as it is typed,
 * whole letters (NFC), though a Mac may have written them in parts.
 */
export type Entry = {
  readonly name: string
  /** Undefined for UTF-8. */
  readonly encoding: string | undefined
  readonly path: Path
  readonly kind: 'folder' | 'file' | 'link' | 'other'
}

/** The entries of a folder in order of their names, which need be no UTF-8. Throws what the system does. */
export function entriesIn(folder: Path): readonly Entry[] {
  const entries = readdirSync(folder, { withFileTypes: true })
  const isPlain =
    typeof folder === 'string' && entries.every(({ name }) => !name.includes('\ufffd'))
  const found = composed(
    isPlain ? entries.map((entry) => plainEntry(folder, entry)) : byBytes(folder),
  )
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Where a file is that is called so below a folder, as `entriesIn` calls it. */
export function placeNamed(folder: string, file: string): Path {
  const plain = join(folder, file)
  if (existsSync(plain)) return plain
  let place: Path = folder
  for (const part of file.split('/')) {
    const entry: Entry | undefined = entryNamed(entriesOrNone(place), part)
    if (entry === undefined) return plain
    place = entry.path
  }
  return place
}

function entryNamed(entries: readonly Entry[], name: string): Entry | undefined {
  const whole = name.normalize('NFC')
  return (
    entries.find((entry) => entry.name === name) ?? entries.find((entry) => entry.name === whole)
  )
}

// of two names that differ in this alone each stays as it is
function composed(entries: readonly Entry[]): Entry[] {
  const names = new Set(entries.map(({ name }) => name))
  return entries.map((entry) => {
    const name = entry.name.normalize('NFC')
    return name === entry.name || names.has(name) ? entry : { ...entry, name }
  })
}

function entriesOrNone(folder: Path): readonly Entry[] {
  try {
    return entriesIn(folder)
  } catch {
    return []
  }
}

function plainEntry(folder: Path, entry: Dirent): Entry {
  const { name } = entry
  return { name, encoding: undefined, path: below(folder, name), kind: kindOf(entry) }
}

// An archive of another system is unpacked with the bytes that names have there.
function byBytes(folder: Path): Entry[] {
  const entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }) as unknown
  const read = (entries as readonly (Kinded & { readonly name: Buffer })[]).map((entry) => {
    return { entry, bytes: entry.name, ...decodedName(entry.name) }
  })
  const plain = new Set(read.flatMap((one) => (one.encoding === undefined ? [one.name] : [])))
  return read.map(({ entry, bytes, name, encoding }) => {
    const kind = kindOf(entry)
    if (encoding === undefined) return { name, encoding, path: below(folder, name), kind }
    // two names may mean the same in two encodings
    const shown = plain.has(name) ? bytes.toString('latin1') : name
    return { name: shown, encoding, path: below(folder, bytes), kind }
  })
}

const encodings = ['utf-8', 'gb18030'] as const

function decodedName(bytes: Buffer): Pick<Entry, 'name' | 'encoding'> {
  for (const encoding of isTwice(bytes) ? encodings.toReversed() : encodings) {
    try {
      const name = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
      return { name, encoding: encoding === 'utf-8' ? undefined : encoding }
    } catch {
      // the next one, then
    }
  }
  return { name: bytes.toString('latin1'), encoding: 'latin1' }
}

function below(folder: Path, name: Path): Path {
  if (typeof folder === 'string' && typeof name === 'string') return join(folder, name)
  return Buffer.concat([
    Buffer.from(folder as string),
    Buffer.from('/'),
    Buffer.from(name as string),
  ])
}

// Some words in GBK happen to be UTF-8 of letters that no Chinese name has: 图 is ͼ.
function isTwice(bytes: Buffer): boolean {
  const text = bytes.toString()
  return /[^\0-\x7f]/.test(text) && !/[^\0-\u07ff]/.test(text)
}

type Kinded = Pick<Dirent, 'isDirectory' | 'isFile' | 'isSymbolicLink'>

function kindOf(entry: Kinded): Entry['kind'] {
  if (entry.isDirectory()) return 'folder'
  if (entry.isSymbolicLink()) return 'link'
  return entry.isFile() ? 'file' : 'other'
}
