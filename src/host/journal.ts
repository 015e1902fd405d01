import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { reasonOf, UserError } from '../errors.ts'
import { actsWith, called, fitsIn, history, pieceOf } from '../journal/history.ts'
import type { JournalBytes } from '../journal/lines.ts'
import { encode, type JournalRecord } from '../journal/record.ts'
import type { Act } from '../schedule/schedule.ts'
import { appendLines } from './append.ts'
import { deviceOf, knownDevice } from './device.ts'
import { randomName } from './digest.ts'
import type { JournalFile } from './fold-journals.ts'
import type { Journal } from './host.ts'
import { type Names, noNames } from './names.ts'

const suffix = '.jsonl'

/**
 * The reviews kept below `home`; nothing is created before the first append. `names` is asked at
 * each reading what cards are called today.
 */
export function openJournal(
  home: string,
  cache: string,
  names: () => Names = () => noNames,
): Journal {
  let run: string | undefined
  let count = 0
  let hasAppended = false
  const appendAll = (records: readonly JournalRecord[]) => {
    append(home, records)
    hasAppended = true
  }
  return {
    nextId: () => {
      run ??= randomName(8)
      return `${run}-${count++}`
    },
    append: (record) => appendAll([record]),
    appendAll,
    hasAppended: () => hasAppended,
    read: () => history(journalBytes(home), names().nameOf),
    ids: () =>
      new Set(journalBytes(home).flatMap((one) => pieceOf(one).entries.map(({ id }) => id))),
    lastAct: () => {
      const journals = journalBytes(home)
      const { acts } = history(journals, names().nameOf)
      return lastOn(journals, acts, knownDevice(home)) ?? acts.at(-1)
    },
    readCards: (cards) => {
      const { nameOf, idsOf } = names()
      return [...called(actsWith(journalBytes(home), cards.flatMap(idsOf)), nameOf)]
    },
    fits: () => fitsIn(journalBytes(home)),
    standings: async (settings) => {
      const { foldJournals } = await import('./fold-journals.ts')
      return foldJournals(journalFiles(home), {
        cache: join(cache, 'schedules.cache'),
        settings,
        names: names(),
      })
    },
  }
}

function append(home: string, records: readonly JournalRecord[]): void {
  const folder = join(home, 'journal')
  try {
    appendLines(join(folder, deviceOf(home) + suffix), records.map(encode).join(''))
  } catch (error) {
    throw new UserError(
      { code: 'not-saved', path: folder, reason: reasonOf(error) },
      { cause: error },
    )
  }
}

// In the order in which it was written: a clock that was set back changes nothing about that.
function lastOn(
  journals: readonly JournalBytes[],
  acts: readonly Act[],
  device: string | undefined,
): Act | undefined {
  const own = journals.find((journal) => journal.device === device)
  if (own === undefined) return undefined
  const standing = new Map(acts.map((act) => [act.id, act]))
  const last = pieceOf(own).entries.findLast(({ id }) => standing.has(id))
  return last === undefined ? undefined : standing.get(last.id)
}

function journalBytes(home: string): readonly JournalBytes[] {
  return journalFiles(home).map(({ device, read }) => ({ device, bytes: read(0) }))
}

function journalFiles(home: string): readonly JournalFile[] {
  const folder = join(home, 'journal')
  const names = namesIn(folder).filter((name) => name.endsWith(suffix))
  return names.sort().flatMap((name) => {
    const path = join(folder, name)
    // a folder or a link to nothing is no journal, whatever it is called
    const stat = readable(path, () => statSync(path, { throwIfNoEntry: false }))
    if (!stat?.isFile()) return []
    const { size, mtimeMs: mtime } = stat
    const read = (from: number) => readable(path, () => readFrom(path, from))
    return [{ device: name.slice(0, -suffix.length), size, mtime, read }]
  })
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
