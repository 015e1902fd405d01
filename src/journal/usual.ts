import { crc32 } from 'node:zlib'
import type { CardId } from '../cards/card.ts'
import { isInstant, isOffset } from '../log/dates.ts'
import { sealLength } from '../log/envelope.ts'
import type { LogText } from '../log/lines.ts'
import {
  grades,
  type Instant,
  type Review,
  type ReviewSource,
  reviewSources,
} from '../schedule/schedule.ts'

// As `encode` writes a review. Nearly every line is one, and this takes a third of the time of JSON.
const pattern =
  /\{"v":1,"id":"([\w-]+)","t":(\d{1,15}),"tz":(-?\d{1,4}),"c":"([^"\\\0-\x1f]+)","g":([1-4]),"ms":(\d{1,12}),"s":"(\w+)","k":"([0-9a-f]{8})"\}/y

/** Ids and names of cards that JSON writes as they are. */
const plain = /^[^"\\\0-\x1f\ud800-\udfff]+$/

/**
 * A review as `encode` writes it, without its seal; undefined where it is of another form. A long history
 * is written at once when it comes from another program, and JSON takes four times as long.
 */
export function usualBody(review: Omit<Review, 'device'>): string | undefined {
  const { id, at, offset, card, grade, tookMs, source, comparison } = review
  if (comparison !== undefined) return undefined
  if (!plain.test(id) || !plain.test(card)) return undefined
  const g = grades.indexOf(grade) + 1
  const ms = Math.round(tookMs)
  return `{"v":1,"id":"${id}","t":${at},"tz":${offset},"c":"${card}","g":${g},"ms":${ms},"s":"${source}"`
}

const sources = new Map<string, ReviewSource>(reviewSources.map((name) => [name, name]))

/**
 * The review that stands at exactly these offsets of a journal; undefined if it is not written as
 * usual, or its checksum does not fit.
 */
export function usualReview(
  { bytes, latin, ascii, device }: LogText,
  start: number,
  end: number,
): Review | undefined {
  pattern.lastIndex = start
  const found = pattern.exec(latin)
  if (found === null || pattern.lastIndex !== end) return undefined
  // by index: taking the array apart would cost a third of the time
  const grade = grades[Number(found[5]) - 1]
  const source = sources.get(found[7] ?? '')
  const card = found[4] ?? ''
  const at = Number(found[2])
  const offset = Number(found[3])
  if (grade === undefined || source === undefined) return undefined
  if (!isInstant(at) || !isOffset(offset)) return undefined
  const sum = Number.parseInt(found[8] ?? '', 16)
  if (crc32(bytes.subarray(start, end - sealLength)) !== sum) return undefined
  return {
    kind: 'review',
    id: found[1] ?? '',
    at: at as Instant,
    offset,
    device,
    card: (ascii ? card : Buffer.from(card, 'latin1').toString()) as CardId,
    grade,
    tookMs: Number(found[6]),
    source,
  }
}
