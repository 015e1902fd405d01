import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { reasonOf } from '../../errors.ts'

/** Folders whose names this process has had on disk. */
const synced = new Set<string>()

/** A file that is only ever appended to, open for as many pieces as come. */
export type Appending = {
  /** Appends whole lines, each with its line end. They are on disk after `sync`. */
  readonly write: (lines: Uint8Array) => void
  /** Returns when all of it is on disk; throws if it may not be. */
  readonly sync: () => void
  readonly close: () => void
}

/**
 * Appends whole lines (each with its line end) to a file that is only ever appended to, made with
 * its folders if need be; returns when they are on disk, throws if they may not be. On a Mac that is more
 * than the disk's own cache: there libuv makes both of Node's syncs `fcntl(F_FULLFSYNC)`, and where a file
 * system knows none, a barrier, then `fsync` (`uv__fs_fsync` in src/unix/fs.c, v1.46.0, which Node 20.17
 * brings); on Windows both are `FlushFileBuffers`.
 */
export function appendLines(path: string, lines: string): void {
  const file = openAppending(path)
  try {
    file.write(Buffer.from(lines))
    file.sync()
  } finally {
    file.close()
  }
}

/** The same in pieces, for what is too much to be held. */
export function openAppending(path: string): Appending {
  const folder = dirname(path)
  makeFolder(folder)
  const fd = openSync(path, 'a+', 0o600)
  let isNew = false
  return {
    write: (lines) => {
      const { size } = fstatSync(fd)
      isNew ||= size === 0
      const bytes = size > 0 && !endsWithNewline(fd, size) ? Buffer.concat([lineEnd, lines]) : lines
      // One write on an O_APPEND descriptor: lines of several processes never mix. After a short
      // write the piece is left where it is, and reading skips it.
      const written = writeSync(fd, bytes)
      if (written !== bytes.length) throw new Error(`only ${written} of ${bytes.length} bytes`)
    },
    sync: () => {
      fdatasyncSync(fd)
      // another process may have made the file a moment ago, and not had its name on disk yet
      if (isNew || !synced.has(folder)) syncFolder(folder)
      synced.add(folder)
    },
    close: () => closeSync(fd),
  }
}

const lineEnd = Buffer.from('\n')

function endsWithNewline(fd: number, size: number): boolean {
  const last = Buffer.alloc(1)
  readSync(fd, last, 0, 1, size - 1)
  return last[0] === 0x0a
}

/**
 * Makes a folder that only the person may enter, and those above it, to stay. Node's own way of making
 * all of them never ends where a folder is there and none can be made in it, as in `/proc`.
 */
export function makeFolder(folder: string): void {
  const path = resolve(folder)
  const above = dirname(path)
  try {
    mkdirSync(path, 0o700)
  } catch (error) {
    if (isFolder(path)) return
    if (reasonOf(error) !== 'ENOENT' || isFolder(above) || above === path) throw error
    makeFolder(above)
    makeFolder(path)
    return
  }
  // a new name is on disk once the folder above it is
  syncFolder(above)
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Has a new name in a folder on disk. Windows cannot open a folder; there the file's sync must do. */
export function syncFolder(folder: string): void {
  let fd: number
  try {
    fd = openSync(folder, 'r')
  } catch {
    return
  }
  try {
    fsyncSync(fd)
  } catch (error) {
    if (!['EPERM', 'EINVAL', 'ENOTSUP'].includes(reasonOf(error))) throw error
  } finally {
    closeSync(fd)
  }
}
