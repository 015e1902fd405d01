import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { dirname, sep } from 'node:path'

/** A path; as bytes where its name is no UTF-8. */
export type Path = string | Buffer

/** The real place of a folder, as bytes that compare; made by `rootOf`. */
export type Root = string & { readonly __brand: 'Root' }

/** What a file may be that is read. */
export type FileBound = {
  /** One with more bytes is refused, whatever size it says it has. */
  readonly most: number
  /** It must lie below this folder, wherever links lead. */
  readonly root?: Root | undefined
}

/** Nothing of ours grows so large, in bytes; more could not be a text. */
export const mostOwn = 400 << 20

type Why = 'no-file' | 'outside' | 'large' | 'changing'

const codes: Readonly<Record<Why, string>> = {
  'no-file': 'not a file',
  outside: 'outside',
  large: 'EFBIG',
  changing: 'EBUSY',
}

/** A file that is not read for what it is; the system's own errors are thrown as they come. */
export class FileRefused extends Error {
  readonly why: Why
  readonly code: string
  /** As far as they are known. */
  readonly bytes: number
  constructor(why: Why, bytes = 0, code = codes[why]) {
    super(code)
    this.why = why
    this.code = code
    this.bytes = bytes
  }
}

/** The folder that files of a library lie in: it, or the one around the file that it is. */
export function rootOf(path: string): Root {
  const real = realpathSync.native(path)
  return comparable(statSync(real).isDirectory() ? real : dirname(real)) as Root
}

/**
 * The bytes of a file that a person, a note or a folder names: only of a regular one, never more than
 * `most`, and never from outside its root. Waits for no pipe. Throws `FileRefused` and what the system
 * throws.
 */
export function readNamed(path: Path, { most, root }: FileBound): Buffer {
  const file = openRegular(path, root)
  try {
    return bytesIn(file, most)
  } finally {
    closeSync(file)
  }
}

const tries = 3

/** The same of a file that others may be writing: as it stood at one time. */
export function readSteady(path: Path, { most, root }: FileBound): Buffer {
  const file = openRegular(path, root)
  try {
    for (let left = tries; left > 0; left -= 1) {
      const before = fstatSync(file)
      const bytes = bytesIn(file, most)
      const after = fstatSync(file)
      const isSame = before.size === after.size && before.mtimeMs === after.mtimeMs
      if (isSame && bytes.length === before.size) return bytes
    }
    throw new FileRefused('changing')
  } finally {
    closeSync(file)
  }
}

/** Opens a regular file for reading. Throws as `readNamed` does. */
export function openRegular(path: Path, root?: Root): number {
  const file = openSync(placeOf(path, root), openingFlags)
  try {
    const stat = fstatSync(file)
    if (stat.isFile()) return file
    throw new FileRefused('no-file', 0, stat.isDirectory() ? 'EISDIR' : undefined)
  } catch (error) {
    closeSync(file)
    throw error
  }
}

// a pipe would have us wait for its other end; a terminal would become ours
const openingFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0)

function placeOf(path: Path, root: Root | undefined): Path {
  if (root === undefined) return path
  const real = realPlace(path)
  if (!liesIn(real, root)) throw new FileRefused('outside')
  // only of a string does Node make a path that may be longer than 260; no name there is other bytes
  return process.platform === 'win32' ? real.toString() : real
}

/** Whether a path leads into a folder, wherever links lead. Throws what the system throws. */
export function isInside(path: Path, root: Root): boolean {
  return liesIn(realPlace(path), root)
}

function realPlace(path: Path): Buffer {
  return realpathSync.native(path, { encoding: 'buffer' })
}

function liesIn(real: Buffer, root: Root): boolean {
  return comparable(real).startsWith(root.endsWith(sep) ? root : root + sep)
}

function comparable(path: Path): string {
  return Buffer.from(path as string).toString('latin1')
}

function bytesIn(file: number, most: number): Buffer {
  const { size } = fstatSync(file)
  if (size > most) throw new FileRefused('large', size)
  // one more, so that its end is seen; some files say that they are empty and never end
  let bytes = Buffer.allocUnsafe(size + 1)
  let length = 0
  for (;;) {
    const read = readSync(file, bytes, length, bytes.length - length, length)
    if (read === 0) return bytes.subarray(0, length)
    length += read
    if (length > most) throw new FileRefused('large', length)
    if (length === bytes.length) {
      bytes = Buffer.concat([bytes], Math.min(most + 1, Math.max(2 * length, 4096)))
    }
  }
}
