import { join } from 'node:path'
import type { Examination, FileReport, Leftovers } from '../../archive/examination.ts'
import { reasonOf } from '../../errors.ts'
import { decodeRegistry } from '../../identity/record.ts'
import { decodeStep } from '../../interview/record.ts'
import { toCome } from '../../journal/history.ts'
import { decode, type JournalEntry } from '../../journal/record.ts'
import { type Damage, examined } from '../../log/examine.ts'
import type { Decode } from '../../log/lines.ts'
import type { Day } from '../../schedule/day.ts'
import { mostOwn, readNamed } from '../files/read-file.ts'
import { ailmentsOf } from '../health/home-state.ts'
import { notTakenFrom } from '../sync/state-file.ts'
import { makeFolder } from './append.ts'
import { copyDays, copyPath } from './backups.ts'
import { discard } from './discard.ts'
import { filesIn, type HomeFolders, ownFolders, placeOf } from './home-files.ts'
import { readBackup } from './keeping/unpack.ts'
import { namesIn, saving } from './own-files.ts'
import { writeWhole } from './whole-file.ts'

/**
 * Reads everything of ours, every line and every checksum. Changes nothing. `now` (ms) tells what
 * was made while a clock was ahead.
 */
export async function examine(
  home: HomeFolders,
  cache: string,
  now: number,
  leftovers: Leftovers,
): Promise<Examination> {
  const coming: JournalEntry[] = []
  const broken: FileReport[] = []
  const listed = <One>(path: string, list: () => readonly One[]): readonly One[] => {
    try {
      return list()
    } catch (error) {
      // a folder that may not be read is no reason not to look at the rest
      broken.push({ kind: 'broken', path, reason: reasonOf(error) })
      return []
    }
  }
  const paths = ownFolders.flatMap((folder) => listed(folder, () => filesIn(home, folder)))
  const files = paths.sort().map((path) => fileReport(home, path, logsNoting(coming, now)))
  const copies = listed('backups', () => copyDays(home))
  const kept: FileReport[] = []
  for (const day of copies) kept.push(...(await copyReport(home, day)))
  const caches = listed('cache', () => cachesIn(cache)).length
  const ahead = toCome(coming, now)
  // what keeps us from a file says more than what came of reading it
  const states = ailmentsOf({ ...home, cache }).map(({ report }) => report)
  const told = new Set(states.map(({ path }) => path))
  const others = [...broken, ...files, ...kept].filter(
    ({ kind, path }) => kind === 'lines' || !told.has(path),
  )
  const remote = notTakenFrom(home.data)
  return { files: [...states, ...others], caches, copies, ahead, leftovers, remote }
}

type Logs = Readonly<Record<string, Decode<unknown>>>

/** By folder, what the lines of its files are; what a journal holds of the future is noted. */
function logsNoting(coming: JournalEntry[], now: number): Logs {
  const journal: Decode<JournalEntry> = (text, start, end) => {
    const line = decode(text, start, end)
    if (line.kind === 'record') {
      const { record } = line
      if (record.at > now || record.kind === 'void') coming.push(record)
    }
    return line
  }
  return { journal, registry: decodeRegistry, interviews: decodeStep }
}

function fileReport(home: HomeFolders, path: string, logs: Logs): FileReport {
  try {
    const bytes = readNamed(placeOf(home, path), { most: mostOwn })
    const decodeLine = path.endsWith('.jsonl') ? logs[path.split('/', 1)[0] ?? ''] : undefined
    if (decodeLine !== undefined) {
      return { kind: 'lines', path, ...examined({ device: '', bytes }, decodeLine) }
    }
    if (path.endsWith('.json')) JSON.parse(bytes.toString())
    return { kind: 'whole', path }
  } catch (error) {
    return { kind: 'broken', path, reason: reasonOf(error) }
  }
}

// Only copies that are broken are worth a line.
async function copyReport(home: HomeFolders, day: Day): Promise<readonly FileReport[]> {
  const path = copyPath(home, day)
  try {
    const { damaged, cutShort } = await readBackup(path, () => {})
    if (damaged === 0 && !cutShort) return []
    return [{ kind: 'broken', path: short(home, path), reason: 'checksum' }]
  } catch (error) {
    return [{ kind: 'broken', path: short(home, path), reason: reasonOf(error) }]
  }
}

function short(home: HomeFolders, path: string): string {
  return path.slice(home.data.length + 1).replaceAll('\\', '/')
}

/** Every cache is thrown away; the next command that needs one makes it anew. Never throws. */
export function clearCaches(cache: string): number {
  try {
    return cachesIn(cache).filter((name) => discard(join(cache, name))).length
  } catch {
    // the doctor named it
    return 0
  }
}

function cachesIn(cache: string): readonly string[] {
  return namesIn(cache).filter((name) => /\.cache(?:\.[0-9a-f]{8})?$/.test(name))
}

/**
 * Copies what is damaged into `damaged/`, a file a piece, where it can be looked at; gives their
 * paths. The file itself stays as it is.
 */
export function setDamagedAside(home: HomeFolders, { files }: Examination): readonly string[] {
  return files.flatMap((file) => {
    if (file.kind !== 'lines') return []
    const pieces = [...file.damage, ...(file.torn === undefined ? [] : [file.torn])]
    const bytes =
      pieces.length === 0 ? Buffer.alloc(0) : readNamed(placeOf(home, file.path), { most: mostOwn })
    return pieces.map((piece) => copyPiece(home, file.path, bytes, piece))
  })
}

function copyPiece(home: HomeFolders, path: string, bytes: Buffer, { start, end }: Damage): string {
  const folder = join(home.data, 'damaged')
  const target = join(folder, `${path.replaceAll('/', '-')}-byte-${start}.txt`)
  saving(target, () => {
    makeFolder(folder)
    writeWhole(target, bytes.subarray(start, end), 0o600)
  })
  return target
}
