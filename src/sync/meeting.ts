import type { Member } from '../archive/archive.ts'
import { decodeRegistry } from '../identity/record.ts'
import { decodeStep } from '../interview/record.ts'
import { decode } from '../journal/record.ts'
import type { Decode } from '../log/lines.ts'
import { logUnion, soundLines } from './logs.ts'
import { grown, piecesOf } from './pieces.ts'
import { besidePath, piecePath } from './places.ts'
import type { NotTaken } from './state.ts'
import { bothLists, type Remembered, type TextId, type TextMove, textMove } from './texts.ts'
import type { GivenFile, SharedEntry } from './tree.ts'

/** The content of a blob that was asked for; an empty one of a blob that is lacking. */
export type ReadBlob = (id: string) => Uint8Array

/** The id that git gives a content. */
export type IdOf = (bytes: Uint8Array) => string

/** Where the two sides of a file meet: what has to be read for it, and what comes of it then. */
export type Meeting = {
  readonly reads: readonly string[]
  readonly settle: (read: ReadBlob) => Outcome
}

/** A text to be put in place here, unless it is edited meanwhile; empty bytes take it away. */
export type TakenText = Member & { readonly instead: TextId }

export type Outcome = {
  /** Lines of logs that are lacking here. */
  readonly lines: readonly Member[]
  readonly texts: readonly TakenText[]
  /** Files that change there. */
  readonly given: readonly GivenFile[]
  /** How many records of journals are given. */
  readonly records: number
  /** Texts by path as both sides have them from now on. */
  readonly met: readonly (readonly [path: string, id: string])[]
  /** Texts that were edited on both sides: where ours stands, and where theirs is kept. */
  readonly beside: readonly (readonly [ours: string, theirs: string])[]
  readonly damage: readonly NotTaken[]
}

const nothing: Outcome = {
  lines: [],
  texts: [],
  given: [],
  records: 0,
  met: [],
  beside: [],
  damage: [],
}

const settled: Meeting = { reads: [], settle: () => nothing }

const decoders: Readonly<Record<string, Decode<unknown>>> = {
  journal: decode,
  registry: decodeRegistry,
  interviews: decodeStep,
}

/** The lines of a log are united; pieces that are equal on both sides are not read. */
export function logMeeting(
  path: string,
  ours: Uint8Array,
  theirs: readonly (SharedEntry & { readonly piece: number })[],
  idOf: IdOf,
): Meeting {
  const pieces = piecesOf(ours)
  const differing = pieces.findIndex((piece, i) => theirs[i]?.id !== idOf(piece))
  const from = differing < 0 ? pieces.length : differing
  const rest = theirs.slice(from)
  if (from === pieces.length && rest.length === 0) return settled
  const first = rest.at(-1)?.piece ?? (theirs.at(-1)?.piece ?? 0) + 1
  return {
    reads: rest.map(({ id }) => id),
    settle: (read) => {
      const here = Buffer.concat(pieces.slice(from))
      const united = unitedLog(path, here, rest, read)
      const last = rest.at(-1)
      const next = grown(last === undefined ? Buffer.alloc(0) : read(last.id), united.give)
      const given =
        united.give.length === 0
          ? []
          : next.map((bytes, i) => ({ path: piecePath(path, first + i), bytes }))
      const records = path.startsWith('journal/') ? united.give.length : 0
      return { ...united.outcome, given, records }
    },
  }
}

/** The steps of an interview are united; ours are given once it is over. */
export function interviewMeeting(
  path: string,
  ours: Uint8Array | undefined,
  theirs: SharedEntry | undefined,
  idOf: IdOf,
): Meeting {
  if (ours !== undefined && idOf(ours) === theirs?.id) return settled
  const isOver = ours !== undefined && Buffer.from(ours).includes('"op":"ended"')
  if (theirs === undefined && !isOver) return settled
  return {
    reads: theirs === undefined ? [] : [theirs.id],
    settle: (read) => {
      const others = theirs === undefined ? [] : [theirs]
      const { give, outcome } = unitedLog(path, ours ?? Buffer.alloc(0), others, read, true)
      if (give.length === 0 || !isOver) return outcome
      const before = theirs === undefined ? Buffer.alloc(0) : read(theirs.id)
      const bytes = Buffer.concat(grown(before, give, Number.MAX_SAFE_INTEGER))
      return { ...outcome, given: [{ path, bytes }] }
    },
  }
}

function unitedLog(
  path: string,
  ours: Uint8Array,
  theirs: readonly SharedEntry[],
  read: ReadBlob,
  repeats = false,
) {
  const decodeLine = decoders[path.split('/', 1)[0] ?? ''] ?? decode
  const found = theirs.map((one) => ({ ...one, ...soundLines(read(one.id), decodeLine) }))
  const { lines } = soundLines(ours, decodeLine)
  const { take, give } = logUnion(
    lines,
    found.flatMap((one) => one.lines),
    repeats,
  )
  const damage = found.flatMap((one) => one.damage.map((piece) => ({ ...piece, path: one.path })))
  // an interview takes what is lacking by itself, and has to see all of it
  const lacking = repeats && take.length > 0 ? found.flatMap((one) => one.lines) : take
  const bytes = Buffer.from(lacking.map((line) => `${line}\n`).join(''))
  const outcome = { ...nothing, damage, lines: lacking.length === 0 ? [] : [{ path, bytes }] }
  return { give, outcome }
}

/** A text of the person's own. */
export function textMeeting(
  path: string,
  ours: Uint8Array | undefined,
  theirs: SharedEntry | undefined,
  known: Remembered<string>,
  idOf: IdOf,
): Meeting {
  const mine: TextId =
    ours === undefined || ours.length === 0
      ? known.met.length + known.sent.length > 0
        ? ''
        : undefined
      : idOf(ours)
  const other: TextId = theirs === undefined ? undefined : theirs.size === 0 ? '' : theirs.id
  const move = textMove(mine, other, known)
  const bytes = ours ?? Buffer.alloc(0)
  const side = { path, bytes, mine, other }
  const reads = theirs === undefined || (move !== 'take' && move !== 'both') ? [] : [theirs.id]
  return { reads, settle: (read) => movedText(move, side, () => read(theirs?.id ?? ''), idOf) }
}

type TextSides = {
  readonly path: string
  readonly bytes: Uint8Array
  readonly mine: TextId
  readonly other: TextId
}

function movedText(
  move: TextMove,
  { path, bytes, mine, other }: TextSides,
  read: () => Uint8Array,
  idOf: IdOf,
): Outcome {
  const theirs = () => (other === '' ? Buffer.alloc(0) : read())
  switch (move) {
    case 'same':
      return { ...nothing, met: mine === undefined ? [] : [[path, mine]] }
    case 'give':
      return { ...nothing, given: [{ path, bytes }], met: [[path, mine ?? '']] }
    case 'take':
      return {
        ...nothing,
        texts: [{ path, bytes: theirs(), instead: mine }],
        met: [[path, other ?? '']],
      }
    case 'both':
      if (path.startsWith('notes/')) return besideOurs({ path, bytes, mine, other }, theirs())
      return listOfBoth(path, bytes, theirs(), mine, idOf)
  }
}

function besideOurs({ path, bytes, mine, other }: TextSides, theirs: Uint8Array): Outcome {
  const beside = besidePath(path, other ?? '')
  return {
    ...nothing,
    texts: [{ path: beside, bytes: theirs, instead: undefined }],
    given: [
      { path, bytes },
      { path: beside, bytes: theirs },
    ],
    met: [
      [path, mine ?? ''],
      [beside, other ?? ''],
    ],
    beside: [[path, beside]],
  }
}

function listOfBoth(
  path: string,
  ours: Uint8Array,
  theirs: Uint8Array,
  instead: TextId,
  idOf: IdOf,
): Outcome {
  const text = bothLists(Buffer.from(ours).toString(), Buffer.from(theirs).toString())
  const bytes = Buffer.from(text)
  return {
    ...nothing,
    texts: [{ path, bytes, instead }],
    given: [{ path, bytes }],
    met: [[path, idOf(bytes)]],
  }
}
