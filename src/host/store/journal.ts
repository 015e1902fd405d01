import { join } from 'node:path'
import {
  actsWith,
  called,
  calledBy,
  fitsIn,
  history,
  isAct,
  journalPiece,
  made,
} from '../../journal/history.ts'
import { encode, type JournalRecord } from '../../journal/record.ts'
import { recordLines } from '../../journal/writing.ts'
import type { LogBytes } from '../../log/lines.ts'
import type { Act } from '../../schedule/schedule.ts'
import type { Journal } from '../host.ts'
import type { Appending } from './append.ts'
import { deviceOf, knownDevice } from './device.ts'
import { type DeviceLog, deviceLog } from './device-log.ts'
import { type Names, noNames } from './names.ts'

/**
 * The reviews kept below `home`; nothing is created before the first append. `names` is asked at
 * each reading what cards are called today; what is later than `now` (ms) does not count yet.
 */
export function openJournal(
  home: string,
  cache: string,
  names: () => Names = () => noNames,
  now: () => number = () => Number.POSITIVE_INFINITY,
): Journal {
  const log = deviceLog(join(home, 'journal'))
  let hasAppended = false
  const appendAll = (records: readonly JournalRecord[]) => {
    log.append(deviceOf(home), records.map(encode).join(''))
    hasAppended = true
  }
  const journals = (): readonly LogBytes[] =>
    log.files().map(({ name, read }) => ({ device: name, bytes: read(0) }))
  return {
    nextId: log.nextId,
    append: (record) => appendAll([record]),
    appendAll,
    appendHistory: (give) => {
      if (appendedHistory(log, home, give)) hasAppended = true
    },
    hasAppended: () => hasAppended,
    read: () => history(journals(), names().nameOf),
    each: (onRecord) => {
      const { nameOf } = names()
      for (const { name, pieces } of log.files()) {
        for (const bytes of pieces()) {
          const { records } = journalPiece({ device: name, bytes })
          for (const record of records) onRecord(isAct(record) ? calledBy(record, nameOf) : record)
        }
      }
    },
    ids: () => new Set(journals().flatMap((one) => journalPiece(one).records.map(({ id }) => id))),
    lastAct: () => {
      const all = journals()
      const { acts } = history(all, names().nameOf)
      return lastOn(all, acts, knownDevice(home)) ?? acts.at(-1)
    },
    readCards: (cards) => {
      const { nameOf, idsOf } = names()
      return [...called(actsWith(journals(), cards.flatMap(idsOf)), nameOf)]
    },
    fits: () => made(fitsIn(journals()), now()),
    standings: async (settings) => {
      const { foldJournals } = await import('./fold-journals.ts')
      const kept = join(cache, 'schedules.cache')
      const wish = { cache: kept, settings, names: names(), now: now() }
      return foldJournals(log.files(), wish)
    },
  }
}

type Give = Parameters<Journal['appendHistory']>[0]

/** Whether there was anything to append. */
function appendedHistory(log: DeviceLog, home: string, give: Give): boolean {
  let file: Appending | undefined
  const lines = recordLines((piece) => {
    file ??= log.appending(deviceOf(home))
    file.write(piece)
  })
  try {
    give(lines.add)
    lines.end()
    file?.sync()
  } finally {
    file?.close()
  }
  return file !== undefined
}

// In the order in which it was written: a clock that was set back changes nothing about that.
function lastOn(
  journals: readonly LogBytes[],
  acts: readonly Act[],
  device: string | undefined,
): Act | undefined {
  const own = journals.find((journal) => journal.device === device)
  if (own === undefined) return undefined
  const standing = new Map(acts.map((act) => [act.id, act]))
  const last = journalPiece(own).records.findLast(({ id }) => standing.has(id))
  return last === undefined ? undefined : standing.get(last.id)
}
