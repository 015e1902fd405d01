import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { reasonOf, UserError } from '../errors.ts'
import { actsWith, fitsIn, history } from '../journal/history.ts'
import type { JournalBytes } from '../journal/lines.ts'
import { encode, type JournalRecord } from '../journal/record.ts'
import type { JournalFile } from './fold-journals.ts'
import type { Journal } from './host.ts'

const suffix = '.jsonl'

/** The reviews kept below `home`; nothing is created before the first append. */
export function openJournal(home: string, cache: string): Journal {
  const run = randomBytes(8).toString('hex')
  let count = 0
  return {
    nextId: () => `${run}-${count++}`,
    append: (record) => append(home, record),
    read: () => history(journalBytes(home)),
    readCards: (cards) => actsWith(journalBytes(home), cards),
    fits: () => fitsIn(journalBytes(home)),
    standings: async (settings) => {
      const { foldJournals } = await import('./fold-journals.ts')
      return foldJournals(journalFiles(home), join(cache, 'schedules.cache'), settings)
    },
  }
}

function append(home: string, record: JournalRecord): void {
  const folder = join(home, 'journal')
  try {
    makeFolder(folder)
    appendLine(join(folder, deviceOf(home) + suffix), encode(record))
  } catch (error) {
    throw new UserError(
      { code: 'not-saved', path: folder, reason: reasonOf(error) },
      { cause: error },
    )
  }
}

function appendLine(path: string, line: string): void {
  const fd = openSync(path, 'a+', 0o600)
  try {
    const { size } = fstatSync(fd)
    const bytes = Buffer.from(size > 0 && !endsWithNewline(fd, size) ? `\n${line}` : line)
    // One write on an O_APPEND descriptor: lines of several processes never mix. After a short
    // write the piece is left where it is, and reading skips it.
    const written = writeSync(fd, bytes)
    if (written !== bytes.length) throw new Error(`only ${written} of ${bytes.length} bytes`)
    fdatasyncSync(fd)
    if (size === 0) syncFolder(dirname(path))
  } finally {
    closeSync(fd)
  }
}

function endsWithNewline(fd: number, size: number): boolean {
  const last = Buffer.alloc(1)
  readSync(fd, last, 0, 1, size - 1)
  return last[0] === 0x0a
}

function makeFolder(folder: string): void {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (made !== undefined) syncFolder(dirname(made))
}

// Windows cannot open a folder; there the file's own sync must do.
function syncFolder(folder: string): void {
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

/**
 * The name of this machine's own journal, made once. It is a file of its own because eight first
 * starts at once must agree, and a settings file that is rewritten whole cannot promise that.
 */
function deviceOf(home: string): string {
  const path = join(home, 'device')
  const known = readDevice(path)
  if (known !== undefined) return known
  const mine = randomBytes(6).toString('hex')
  const draft = `${path}.${mine}`
  try {
    writeFileSync(draft, `${mine}\n`, { mode: 0o600, flush: true })
    publish(draft, path, mine)
  } finally {
    rmSync(draft, { force: true })
  }
  return readDevice(path) ?? mine
}

function publish(draft: string, path: string, name: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    // A file system without links: the small window in which two differ only costs a second file.
    const isTaken = reasonOf(error) === 'EEXIST'
    if (!isTaken) writeFileSync(path, `${name}\n`, { mode: 0o600, flag: 'wx' })
  }
}

function readDevice(path: string): string | undefined {
  try {
    return /^[\w.-]+/.exec(readFileSync(path, 'utf8'))?.[0]
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function journalBytes(home: string): readonly JournalBytes[] {
  return journalFiles(home).map(({ device, read }) => ({ device, bytes: read(0) }))
}

function journalFiles(home: string): readonly JournalFile[] {
  const folder = join(home, 'journal')
  const names = namesIn(folder).filter((name) => name.endsWith(suffix))
  return names.sort().map((name) => journalFile(join(folder, name), name.slice(0, -suffix.length)))
}

function journalFile(path: string, device: string): JournalFile {
  const { size, mtimeMs } = readable(path, () => statSync(path))
  const read = (from: number) => readable(path, () => readFrom(path, from))
  return { device, size, mtime: mtimeMs, read }
}

function readFrom(path: string, from: number): Buffer {
  if (from === 0) return readFileSync(path)
  const fd = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(fd).size - from))
    return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, from))
  } finally {
    closeSync(fd)
  }
}

function readable<Value>(path: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw notReadable(path, error)
  }
}

function notReadable(path: string, error: unknown): UserError {
  const reason = reasonOf(error)
  return new UserError({ code: 'journal-not-readable', path, reason }, { cause: error })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return []
    throw notReadable(folder, error)
  }
}
