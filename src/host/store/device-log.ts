import { closeSync, fstatSync, lstatSync, readSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf } from '../../errors.ts'
import { linePieces } from '../files/line-pieces.ts'
import { FileRefused, mostOwn, openRegular, readNamed } from '../files/read-file.ts'
import { type Appending, appendLines, openAppending } from './append.ts'
import { randomName } from './digest.ts'
import { namesIn, readable, saving } from './own-files.ts'

/**
 * A folder of files that are only ever appended to, line by line, each by one device or about one
 * interview. Whatever of it cannot be read is the fault `own-not-readable`, never an empty history.
 */
export type DeviceLog = {
  /** Without their endings, in order; none before the first append. */
  readonly names: () => readonly string[]
  /** One of them; undefined if there is no such file. */
  readonly file: (name: string) => LogFile | undefined
  /** All of them. */
  readonly files: () => readonly LogFile[]
  /** Returns when whole lines are on disk; throws the fault `not-saved`. */
  readonly append: (name: string, lines: string) => void
  /** One of them, open for many pieces; what it does throws the fault `not-saved`. */
  readonly appending: (name: string) => Appending
  /** An id for the next record, unique over all machines. */
  readonly nextId: () => string
}

export type LogFile = {
  /** Without its ending. */
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** In ms. */
  readonly mtime: number
  /** Its bytes from `from` on. */
  readonly read: (from: number) => Buffer
  /** All of it in pieces of whole lines, the last as it ends; each holds until the next is asked for. */
  readonly pieces: () => Iterable<Buffer>
}

const suffix = '.jsonl'

export function deviceLog(folder: string): DeviceLog {
  const names = () =>
    namesIn(folder)
      .filter((name) => name.endsWith(suffix))
      .map((name) => name.slice(0, -suffix.length))
      .sort()
  const file = (name: string) => logFile(name, join(folder, name + suffix))
  let run: string | undefined
  let count = 0
  return {
    names,
    file,
    files: () => names().flatMap((name) => file(name) ?? []),
    append: (name, lines) => saving(folder, () => appendLines(join(folder, name + suffix), lines)),
    appending: (name) => {
      const file = saving(folder, () => openAppending(join(folder, name + suffix)))
      return {
        write: (lines) => saving(folder, () => file.write(lines)),
        sync: () => saving(folder, file.sync),
        close: file.close,
      }
    },
    nextId: () => {
      run ??= randomName(8)
      return `${run}-${count++}`
    },
  }
}

function logFile(name: string, path: string): LogFile | undefined {
  // one that is no file would be a shorter history, and so it is told
  const stat = readable(path, () => regular(statOf(path)))
  if (stat === undefined) return undefined
  const { size, mtimeMs: mtime } = stat
  return {
    name,
    size,
    mtime,
    read: (from) => readable(path, () => readFrom(path, from)),
    pieces: () => piecesOf(path),
  }
}

const pieceSize = 4 << 20

function* piecesOf(path: string): Iterable<Buffer> {
  const fd = readable(path, () => openRegular(path))
  try {
    yield* linePieces(pieceSize, (into) => readable(path, () => readSync(fd, into)))
  } finally {
    closeSync(fd)
  }
}

function readFrom(path: string, from: number): Buffer {
  if (from === 0) return readNamed(path, { most: mostOwn })
  const fd = openRegular(path)
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(fd).size - from))
    return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, from))
  } finally {
    closeSync(fd)
  }
}

function regular(stat: Stats | undefined): Stats | undefined {
  if (stat === undefined || stat.isFile()) return stat
  throw new FileRefused('no-file', 0, stat.isDirectory() ? 'EISDIR' : undefined)
}

// `throwIfNoEntry: false` of Node 26 also passes over a file that stands where the folder should be.
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch (error) {
    if (reasonOf(error) === 'ENOENT' && !isLink(path)) return undefined
    throw error
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}
