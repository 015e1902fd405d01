import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CardId } from '../cards/card.ts'
import { reasonOf, UserError } from '../errors.ts'
import { type History, history } from '../journal/history.ts'
import { encode, type JournalRecord } from '../journal/record.ts'
import { appendLines } from './append.ts'
import { deviceOf } from './device.ts'
import type { Journal } from './host.ts'

const suffix = '.jsonl'

type NameOf = (id: CardId) => CardId

/**
 * The reviews kept below `home`; nothing is created before the first append. `names` is asked at
 * each reading what cards are called today.
 */
export function openJournal(home: string, names: () => NameOf = () => (id) => id): Journal {
  const run = randomBytes(4).toString('hex')
  let count = 0
  return {
    nextId: () => `${run}-${count++}`,
    append: (record) => append(home, record),
    read: () => readAll(home, names()),
  }
}

function append(home: string, record: JournalRecord): void {
  const folder = join(home, 'journal')
  try {
    appendLines(join(folder, deviceOf(home) + suffix), encode(record))
  } catch (error) {
    throw new UserError(
      { code: 'not-saved', path: folder, reason: reasonOf(error) },
      { cause: error },
    )
  }
}

function readAll(home: string, nameOf: NameOf): History {
  const folder = join(home, 'journal')
  const names = namesIn(folder).filter((name) => name.endsWith(suffix))
  return history(
    names.sort().map((name) => ({
      device: name.slice(0, -suffix.length),
      text: readJournal(join(folder, name)),
    })),
    nameOf,
  )
}

function readJournal(path: string): string {
  try {
    return readFileSync(path, 'utf8')
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
