import { crcOf } from '../log/crc.ts'
import { isInstant, isOffset } from '../log/dates.ts'
import { sealLength } from '../log/envelope.ts'
import {
  type Grade,
  grades,
  type Instant,
  type ReviewSource,
  reviewSources,
} from '../schedule/schedule.ts'

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const opening = ascii('{"v":1,"id":"')
const beforeTime = ascii('","t":')
const beforeOffset = ascii(',"tz":')
const beforeCard = ascii(',"c":"')
const beforeGrade = ascii('","g":')
const beforeTook = ascii(',"ms":')
const beforeSource = ascii(',"s":"')
const beforeSeal = ascii('","k":"')
const sources = reviewSources.map((name) => [name, ascii(name)] as const)
const [quote, backslash, dash, zero, nine] = [0x22, 0x5c, 0x2d, 0x30, 0x39]
const [newline, carriageReturn] = [0x0a, 0x0d]
const longestCount = 15

/**
 * A review as `encode` writes it, read where it stands: nearly every line of a journal is one, and no text
 * is made of it before it is asked for. The fields are those of the last line for which `read` was true.
 */
export class UsualLine {
  at = 0 as Instant
  offset = 0
  grade: Grade = 'again'
  tookMs = 0
  source: ReviewSource = 'review'
  /** Where its id stands, where the run in it ends, and its count. */
  idStart = 0
  runEnd = 0
  idEnd = 0
  count = 0
  cardStart = 0
  cardEnd = 0
  /** Behind its line end. */
  next = 0
  readonly #bytes: Uint8Array
  #place = 0
  #number = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Reads the line that begins at `start`; false if it is any other, or its checksum does not fit. */
  read(start: number): boolean {
    this.#place = start
    return (
      this.#passes(opening) &&
      this.#readId() &&
      this.#passes(beforeTime) &&
      this.#readDigits(15) &&
      this.#takeTime() &&
      this.#passes(beforeOffset) &&
      this.#readOffset() &&
      this.#passes(beforeCard) &&
      this.#readCard() &&
      this.#passes(beforeGrade) &&
      this.#readDigits(1) &&
      this.#takeGrade() &&
      this.#passes(beforeTook) &&
      this.#readDigits(12) &&
      this.#takeTook() &&
      this.#passes(beforeSource) &&
      this.#readSource() &&
      this.#passes(beforeSeal) &&
      this.#readSeal(start)
    )
  }

  #passes(text: Uint8Array): boolean {
    const bytes = this.#bytes
    const from = this.#place
    for (let i = 0; i < text.length; i += 1) if (bytes[from + i] !== text[i]) return false
    this.#place = from + text.length
    return true
  }

  // only a run with a count as we write it: of any other id a text has to be made
  #readId(): boolean {
    const bytes = this.#bytes
    let at = this.#place
    this.idStart = at
    let last = -1
    for (; isIdByte(bytes[at] ?? 0); at += 1) if (bytes[at] === dash) last = at
    this.runEnd = last
    this.idEnd = at
    this.#place = last + 1
    if (last < 0 || !this.#readDigits(longestCount) || this.#place !== at) return false
    this.count = this.#number
    return bytes[last + 1] !== zero || at === last + 2
  }

  #readDigits(most: number): boolean {
    const bytes = this.#bytes
    let at = this.#place
    let number = 0
    for (; at < this.#place + most; at += 1) {
      const byte = bytes[at] ?? 0
      if (byte < zero || byte > nine) break
      number = 10 * number + byte - zero
    }
    const isNumber = at > this.#place
    this.#number = number
    this.#place = at
    return isNumber
  }

  #takeTime(): boolean {
    this.at = this.#number as Instant
    return isInstant(this.at)
  }

  #readOffset(): boolean {
    const isWest = this.#bytes[this.#place] === dash
    if (isWest) this.#place += 1
    if (!this.#readDigits(4)) return false
    this.offset = isWest ? -this.#number : this.#number
    return isOffset(this.offset)
  }

  #readCard(): boolean {
    const bytes = this.#bytes
    let at = this.#place
    this.cardStart = at
    for (;;) {
      const byte = bytes[at] ?? 0
      if (byte === quote || byte === backslash || byte < 0x20) break
      at += 1
    }
    this.cardEnd = at
    this.#place = at
    return at > this.cardStart
  }

  #takeGrade(): boolean {
    const grade = grades[this.#number - 1]
    if (grade !== undefined) this.grade = grade
    return grade !== undefined
  }

  #takeTook(): boolean {
    this.tookMs = this.#number
    return true
  }

  #readSource(): boolean {
    for (const [name, text] of sources) {
      if (!this.#passes(text)) continue
      this.source = name
      return true
    }
    return false
  }

  #readSeal(start: number): boolean {
    const bytes = this.#bytes
    const sumStart = this.#place
    const end = sumStart + '00000000"}'.length
    let sum = 0
    for (let at = sumStart; at < sumStart + 8; at += 1) {
      const digit = hexOf(bytes[at] ?? 0)
      if (digit < 0) return false
      sum = (sum << 4) | digit
    }
    if (bytes[end - 2] !== quote || bytes[end - 1] !== 0x7d) return false
    const isEnd = end === bytes.length
    const behind = bytes[end] === carriageReturn ? end + 1 : end
    if (!isEnd && bytes[behind] !== newline) return false
    this.next = isEnd ? end : behind + 1
    return crcOf(bytes, start, end - sealLength) === sum >>> 0
  }
}

// as `\w` and a dash
function isIdByte(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= zero && byte <= nine) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    byte === dash ||
    byte === 0x5f
  )
}

function hexOf(byte: number): number {
  if (byte >= zero && byte <= nine) return byte - zero
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1
}
