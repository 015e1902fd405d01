import { putAscii, putBytes, putSeal, putWhole, sealRoom, wholeRoom } from '../log/line-bytes.ts'
import { grades, type Review, reviewSources } from '../schedule/schedule.ts'
import { encode, type JournalRecord } from './record.ts'

/**
 * A review whose id is a token and a count, `run-count`. Apart they are written, and looked up, far
 * faster than as a text of their own for each of a million.
 */
export type CountedReview = Omit<Review, 'device' | 'id' | 'comparison'> & {
  /** Letters and digits. */
  readonly run: string
  readonly count: number
}

/** A record of a history that comes from elsewhere. */
export type HistoryRecord = JournalRecord | CountedReview

/** Makes lines of records, as `encode` does, and hands them over in large pieces. */
export type RecordLines = {
  readonly add: (record: HistoryRecord) => void
  /** Hands over what is left. */
  readonly end: () => void
}

/** So many bytes are handed over at once. */
const pieceSize = 4 << 20

/** A piece holds until the next record is added. */
export function recordLines(onPiece: (piece: Uint8Array) => void): RecordLines {
  let buffer = new Uint8Array(pieceSize + (1 << 16))
  let length = 0
  const room = (wanted: number) => {
    if (length + wanted > pieceSize) end()
    if (wanted > buffer.length) buffer = new Uint8Array(wanted)
  }
  const end = () => {
    if (length > 0) onPiece(buffer.subarray(0, length))
    length = 0
  }
  const cardPart = encodedOnce((card) => `,"c":${JSON.stringify(card)},"g":`)
  return {
    add: (record) => {
      if ('run' in record) {
        const card = cardPart(record.card)
        room(mostBeside + card.length + record.run.length)
        length = putReview(buffer, length, record, card)
      } else {
        const line = bytesOf(encode(record))
        room(line.length)
        length = putBytes(buffer, length, line)
      }
    },
    end,
  }
}

const encoder = new TextEncoder()
const bytesOf = (text: string) => encoder.encode(text)
const idPart = bytesOf('{"v":1,"id":"')
const timePart = bytesOf('","t":')
const zonePart = bytesOf(',"tz":')
const gradeParts = new Map(grades.map((grade, i) => [grade, bytesOf(`${i + 1},"ms":`)]))
const sourceParts = new Map(reviewSources.map((source) => [source, bytesOf(`,"s":"${source}"`)]))
const none = new Uint8Array()
const dash = 0x2d
/** More than all of a line takes but its card and its run. */
const mostBeside = 128 + 4 * wholeRoom + sealRoom

function putReview(
  buffer: Uint8Array,
  start: number,
  { run, count, at, offset, grade, tookMs, source }: CountedReview,
  card: Uint8Array,
): number {
  let next = putAscii(buffer, putBytes(buffer, start, idPart), run)
  buffer[next] = dash
  next = putWhole(buffer, next + 1, count)
  next = putWhole(buffer, putBytes(buffer, next, timePart), at)
  next = putWhole(buffer, putBytes(buffer, next, zonePart), offset)
  next = putBytes(buffer, putBytes(buffer, next, card), gradeParts.get(grade) ?? none)
  next = putWhole(buffer, next, Math.round(tookMs))
  next = putBytes(buffer, next, sourceParts.get(source) ?? none)
  return putSeal(buffer, start, next)
}

/** What many records have in common is encoded once. */
function encodedOnce(make: (text: string) => string): (text: string) => Uint8Array {
  const known = new Map<string, Uint8Array>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = bytesOf(make(text))
    known.set(text, made)
    return made
  }
}
