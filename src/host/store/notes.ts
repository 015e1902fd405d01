import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CardId } from '../../cards/card.ts'
import { writtenNote } from '../../cards/own-note.ts'
import { type OwnWays, ownWaysIn, withOwnWay, withoutOwnWays } from '../../cards/own-ways.ts'
import { reasonOf, UserError } from '../../errors.ts'
import { readNamed } from '../files/read-file.ts'
import { makeFolder, syncFolder } from './append.ts'
import { digestOf } from './digest.ts'
import { discard } from './discard.ts'
import { type Names, noNames } from './names.ts'
import { namesOrNone, saving } from './own-files.ts'
import { writeWhole } from './whole-file.ts'

/** The person's own answers, one Markdown file a card. */
export type Notes = {
  /** As it counts, without what an outline left open; undefined if there is none. */
  readonly read: (card: CardId) => string | undefined
  /** All of it, as it is edited; undefined if there is none. */
  readonly whole: (card: CardId) => string | undefined
  /** Writes it whole; an empty text removes it. Throws the fault `not-saved`. */
  readonly write: (card: CardId, text: string) => void
  /** The ways of saying its key points that stand in it. */
  readonly ways: (card: CardId) => OwnWays
  /** Adds one. Throws the fault `not-saved`. */
  readonly learn: (card: CardId, point: string, words: string) => void
  readonly path: (card: CardId) => string
  /** The paths of its other texts, which were written elsewhere and kept beside it. */
  readonly others: (card: CardId) => readonly string[]
  /** The path of the file in which it is edited. */
  readonly editing: (card: CardId) => string
}

const longestName = 120
/** As large as a file of a library may be, in bytes. */
const mostNote = 8 << 20

/** `names` says which ids a card had, for its note stands under the one of its time. */
export function openNotes(home: string, names: () => Names = () => noNames): Notes {
  const folder = join(home, 'notes')
  const path = (card: CardId) => join(folder, `${nameOf(card)}.md`)
  const former = (card: CardId) =>
    names()
      .idsOf(card)
      .filter((id) => id !== card)
  const whole = (card: CardId) => {
    const texts = [card, ...former(card)].flatMap((id) => readNote(path(id)) ?? [])
    return texts.length === 0 ? undefined : [...new Set(texts)].join('\n')
  }
  return {
    path,
    others: (card) => {
      const names = [card, ...former(card)].map(nameOf)
      return namesOrNone(folder).flatMap((file) => {
        const of = /^(.+)\.(?:other-[0-9a-f]{8}|restored-[\d-]+)\.md$/.exec(file)?.[1]
        return of !== undefined && names.includes(of) ? [join(folder, file)] : []
      })
    },
    editing: (card) => join(home, 'editing', `note-${nameOf(card)}.md`),
    whole,
    read: (card) => writtenNote(withoutOwnWays(whole(card) ?? '')) || undefined,
    ways: (card) => ownWaysIn(whole(card) ?? ''),
    learn: (card, point, words) => {
      write(folder, path(card), withOwnWay(whole(card) ?? '', point, words))
      for (const id of former(card)) rmSync(path(id), { force: true })
    },
    write: (card, text) => {
      saving(path(card), () => write(folder, path(card), text))
      // what stood under former ids was part of what was edited
      for (const id of former(card)) discard(path(id))
    },
  }
}

function readNote(path: string): string | undefined {
  try {
    const text = readNamed(path, { most: mostNote }).toString()
    return text.trim() === '' ? undefined : text
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === 'ENOENT') return undefined
    throw new UserError({ code: 'note-not-readable', path, reason }, { cause: error })
  }
}

function write(folder: string, path: string, text: string): void {
  if (text.trim() === '') {
    rmSync(path, { force: true })
    syncFolder(folder)
    return
  }
  makeFolder(folder)
  writeWhole(path, text, 0o600)
}

// An id may hold what a file name may not, and `A` and `a` are one file on some systems. On Windows
// `con.md` is no file, but the console.
function nameOf(card: CardId): string {
  const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(card)
  const plain = card.replace(device ? /^./ : /[^a-z0-9_-]/gu, (unit) =>
    Array.from(Buffer.from(unit), (byte) => `%${byte.toString(16)}`).join(''),
  )
  if (plain.length <= longestName) return plain
  const hash = digestOf(card, 'hex').slice(0, 16)
  return `${plain.slice(0, longestName - 17)}-${hash}`
}
