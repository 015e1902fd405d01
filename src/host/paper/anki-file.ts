import { createHash } from 'node:crypto'
import { type Zippable, zipSync } from 'fflate'
import type { AnkiCollection, AnkiDeck, AnkiMedia, AnkiNote } from '../../export/anki/collection.ts'
import { noteType, noteTypeId } from '../../export/anki/note-type.ts'
import type { Messages } from '../../i18n/en/en.ts'
import { type Database, sqlite } from '../sqlite.ts'

/**
 * The package that Anki imports: a zip of a database, which every version still reads in the form of
 * schema 11, and of the pictures. The same collection gives the same bytes.
 */
export async function ankiPackage(
  collection: AnkiCollection,
  media: readonly AnkiMedia[],
  say: Messages,
): Promise<Uint8Array> {
  const { Database } = await sqlite()
  const database = new Database()
  try {
    fill(database, collection, say)
    const names = Object.fromEntries(media.map(({ name }, i) => [i, name]))
    const files: Zippable = {
      'collection.anki2': database.export(),
      media: new TextEncoder().encode(JSON.stringify(names)),
    }
    // pictures are packed already
    for (const [i, { bytes }] of media.entries()) files[i] = [bytes, { level: 0 }]
    // by the local clock, as a zip has it, so it says the same everywhere
    return zipSync(files, { mtime: new Date(1980, 0, 1) })
  } finally {
    database.close()
  }
}

const schema = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL,
  scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL,
  ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,
  dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL,
  sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL,
  ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL,
  queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL,
  reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
  odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,
  ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL,
  time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_notes_csum ON notes (csum);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_revlog_cid ON revlog (cid);
`

function fill(database: Database, collection: AnkiCollection, say: Messages): void {
  const { at, start, language, decks, notes } = collection
  database.run('BEGIN')
  database.run(schema)
  const type = noteTypeId(language)
  const models = { [type]: noteType(language, say, decks[0]?.id ?? 1) }
  const all = [{ id: 1, name: 'Default' }, ...decks].map((deck) => [deck.id, deckRow(deck, at)])
  const rows = [Object.fromEntries(all), { 1: usualOptions }].map((row) => JSON.stringify(row))
  database.run('INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,?)', [
    ...[start?.at ?? at, at * 1000, at * 1000],
    ...[
      JSON.stringify({ ...conf, curModel: type, nextPos: notes.length + 1 }),
      JSON.stringify(models),
    ],
    ...[...rows, '{}'],
  ])
  const note = database.prepare("INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,'')")
  const card = database.prepare('INSERT INTO cards VALUES (?,?,?,0,?,-1,?,?,?,?,?,?,?,0,0,0,0,?)')
  for (const [i, one] of notes.entries()) {
    note.run(noteRow(one, type, at))
    card.run([one.id, one.id, one.deck, at, ...cardRow(one, i + 1, start?.day ?? 0)])
  }
  note.free()
  card.free()
  fillLog(database, notes)
  database.run('COMMIT')
}

/** Type, queue, due, interval, ease, reviews, lapses, and what FSRS knows. */
function cardRow(
  { past }: AnkiNote,
  position: number,
  start: number,
): readonly (number | string)[] {
  const standing = past?.standing
  if (standing === undefined) return [0, 0, position, 0, 0, 0, 0, '']
  const { due, interval, reps, lapses, suspended, memory, lastAt } = standing
  const { stability: s, difficulty: d } = memory
  const data = JSON.stringify({ s: rounded(s), d: rounded(d), lrt: lastAt })
  return [reviewed, suspended ? -1 : reviewed, due - start, interval, 2500, reps, lapses, data]
}

const reviewed = 2

function rounded(number: number): number {
  return Math.round(number * 10_000) / 10_000
}

/** A row has its time for a name, so that no two have the same. */
function fillLog(database: Database, notes: readonly AnkiNote[]): void {
  const row = database.prepare('INSERT INTO revlog VALUES (?,?,-1,?,?,?,?,?,?)')
  const taken = new Set<number>()
  for (const { id: card, past } of notes) {
    for (const { id, ease, interval, lastInterval, factor, tookMs, kind } of past?.reviews ?? []) {
      let own = id
      while (taken.has(own)) own += 1
      taken.add(own)
      row.run([own, card, ease, interval, lastInterval, factor, tookMs, kind])
    }
  }
  row.free()
}

function noteRow({ id, guid, tags, fields }: AnkiNote, type: number, at: number) {
  const sorted = (fields[0] ?? '').replace(/<[^>]*>/g, '')
  const sum = createHash('sha1').update(sorted).digest().readUInt32BE()
  const tagged = tags.length === 0 ? '' : ` ${tags.join(' ')} `
  return [id, guid, type, at, tagged, fields.join('\x1f'), sorted, sum]
}

function deckRow({ id, name }: AnkiDeck, at: number): object {
  const none = [0, 0]
  return {
    id,
    name,
    mod: at,
    usn: -1,
    desc: '',
    dyn: 0,
    conf: 1,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 10,
    extendRev: 50,
    newToday: none,
    revToday: none,
    lrnToday: none,
    timeToday: none,
  }
}

const conf = {
  activeDecks: [1],
  addToCur: true,
  collapseTime: 1200,
  curDeck: 1,
  dueCounts: true,
  estTimes: true,
  newBury: true,
  newSpread: 0,
  // of the first scheduler Anki would take the buttons while learning for three
  schedVer: 2,
  sortBackwards: false,
  sortType: 'noteFld',
  timeLim: 0,
}

const usualOptions = {
  id: 1,
  name: 'Default',
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  dyn: false,
  new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20 },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36_500, perDay: 200 },
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
}
