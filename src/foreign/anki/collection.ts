import { memoryOfSm2 } from '../../schedule/fsrs.ts'
import {
  type ForeignAnchor,
  type ForeignCard,
  type ForeignCollection,
  type OddKind,
  oddCounter,
} from '../foreign.ts'
import { numberIn, type Tables, textIn } from '../tables.ts'
import { ankiText, type Note } from './card-text.ts'
import { logsIn } from './log.ts'
import { type Model, modelOf } from './model.ts'
import { reviewsIn } from './revlog.ts'

/** Whether this is a collection of Anki, of any version since 2.0. */
export function isAnki(tables: Tables): boolean {
  return ['col', 'notes', 'cards', 'revlog'].every((name) => tables.columns(name).length > 0)
}

/** The cards of a collection with all that was done with them. */
export function ankiCollection(tables: Tables): ForeignCollection {
  const { odd, add } = oddCounter()
  const model = modelOf(tables)
  const notes = notesIn(tables)
  const logs = logsIn(tables)
  const cards: ForeignCard[] = []
  for (const row of tables.rows('cards', cardColumns)) {
    const numbers = row.map((cell) => numberIn(cell))
    const [id, nid, did, ord] = numbers
    const note = notes.get(nid ?? 0)
    if (note === undefined) continue
    const places = logs.take(id ?? 0)
    const { reviews, doCount } = reviewsIn(logs.log, places, model.isFirstScheduler, add)
    const anchor = doCount ? undefined : anchorOf(numbers, textIn(row.at(-1)), model)
    cards.push({
      key: `${note.guid}:${ord}`,
      ids: [],
      text: ankiText(note, ord ?? 0, model, did ?? 0),
      reviews,
      anchor,
      suspended: suspendedAt(numbers, add),
    })
  }
  add('no-card', logs.left())
  return { program: 'anki', cards, odd }
}

const cardColumns = [
  'id',
  'nid',
  'did',
  'ord',
  'type',
  'due',
  'ivl',
  'factor',
  'odue',
  'odid',
  'queue',
  'mod',
  'data',
]

function notesIn(tables: Tables): ReadonlyMap<number, Note> {
  const notes = new Map<number, Note>()
  for (const [id, guid, mid, tags, flds] of tables.rows('notes', [
    'id',
    'guid',
    'mid',
    'tags',
    'flds',
  ])) {
    const all = textIn(tags)
      .split(/[ \u3000]+/)
      .filter((tag) => tag !== '')
    const fields = textIn(flds).split('\x1f')
    notes.set(numberIn(id), { guid: textIn(guid), type: numberIn(mid), tags: all, fields })
  }
  return notes
}

const suspended = -1

/** When a card was kept out for good; those that are back the next day are counted. */
function suspendedAt(
  row: readonly number[],
  add: (kind: OddKind, n?: number) => void,
): number | undefined {
  const [queue = 0, changed = 0] = row.slice(-3)
  if (queue < suspended) add('buried')
  return queue === suspended ? changed * 1000 : undefined
}

const daySeconds = 86_400
/** Days are counted from their beginning; a review was given some hours later. */
const laterMs = 8 * 3_600_000

/** A card that is reviewed although no review is left: as its interval and its ease have it. */
function anchorOf(
  row: readonly number[],
  data: string,
  { created }: Model,
): ForeignAnchor | undefined {
  const [, , , , type = 0, due = 0, ivl = 0, factor = 0, odue = 0, odid = 0] = row
  // 2 is reviewed, 3 learnt again
  if ((type !== 2 && type !== 3) || ivl <= 0) return undefined
  const day = (odid === 0 ? due : odue) - ivl
  const at = (created + day * daySeconds) * 1000 + laterMs
  const memory = stateIn(data) ?? memoryOfSm2(ivl, factor / 1000)
  return at > 0 && Number.isSafeInteger(at) ? { at, ...memory } : undefined
}

/** What FSRS in Anki knew of the card. */
function stateIn(data: string): Pick<ForeignAnchor, 'stability' | 'difficulty'> | undefined {
  const found = /"s":\s*(\d+(?:\.\d+)?).*?"d":\s*(\d+(?:\.\d+)?)/.exec(data)
  if (found === null) return undefined
  const [stability, difficulty] = [Number(found[1]), Number(found[2])]
  return stability > 0
    ? { stability, difficulty: Math.min(10, Math.max(1, difficulty)) }
    : undefined
}
