import { crcOf } from './crc.ts'

// Lines are written as bytes where there are very many: joining strings and handing each to zlib takes
// five times as long. Each function writes at an offset of a buffer that has room, and gives the next.

const encoder = new TextEncoder()
const beforeSum = encoder.encode(',"k":"')
const afterSum = encoder.encode('"}\n')
const hex = encoder.encode('0123456789abcdef')

/** How many bytes a seal takes. */
export const sealRoom = beforeSum.length + 8 + afterSum.length
/** How many bytes a whole number takes at most. */
export const wholeRoom = 17

export function putBytes(buffer: Uint8Array, at: number, part: Uint8Array): number {
  // a call to native code costs as much as thirty bytes
  if (part.length > 32) buffer.set(part, at)
  else for (let i = 0; i < part.length; i += 1) buffer[at + i] = part[i] ?? 0
  return at + part.length
}

/** ASCII of which JSON escapes nothing. */
export function putAscii(buffer: Uint8Array, at: number, text: string): number {
  for (let i = 0; i < text.length; i += 1) buffer[at + i] = text.charCodeAt(i)
  return at + text.length
}

/** A whole number from -2^53 to 2^53. */
export function putWhole(buffer: Uint8Array, at: number, value: number): number {
  if (value >= 0 && value < 2 ** 31) return putDigits(buffer, at, value | 0, 1)
  if (value < 0) {
    buffer[at] = 0x2d
    return putWhole(buffer, at + 1, -value)
  }
  // halves that fit into 31 bits are divided three times as fast
  const high = Math.floor(value / 1e7)
  const next = putDigits(buffer, at, high | 0, 1)
  return putDigits(buffer, next, (value - high * 1e7) | 0, 7)
}

function putDigits(buffer: Uint8Array, at: number, value: number, least: number): number {
  let count = least
  for (let bound = 10 ** least; value >= bound; bound *= 10) count += 1
  let left = value
  for (let i = at + count - 1; i >= at; i -= 1) {
    const rest = (left / 10) | 0
    buffer[i] = 48 + left - rest * 10
    left = rest
  }
  return at + count
}

/** Seals the line that began at an offset: its checksum, its last brace, its line end. */
export function putSeal(buffer: Uint8Array, start: number, at: number): number {
  const sum = crcOf(buffer, start, at)
  let next = putBytes(buffer, at, beforeSum)
  for (let shift = 28; shift >= 0; shift -= 4) {
    buffer[next] = hex[(sum >>> shift) & 15] ?? 0
    next += 1
  }
  return putBytes(buffer, next, afterSum)
}
