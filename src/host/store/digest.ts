import { createHash, randomBytes } from 'node:crypto'

/** SHA-256 of bytes, in base 64, or in hexadecimal where it is to be part of a file's name. */
export function digestOf(
  bytes: Uint8Array | string,
  encoding: 'base64' | 'hex' = 'base64',
): string {
  return createHash('sha256').update(bytes).digest(encoding)
}

/** So many random bytes, in hexadecimal. */
export function randomName(bytes: number): string {
  return randomBytes(bytes).toString('hex')
}

/** A name for what is kept of a path. Two paths with one name would cost only time. */
export function nameOf(path: string): string {
  let high = 0x811c9dc5
  let low = 0x01000193
  for (let i = 0; i < path.length; i += 1) {
    high = Math.imul(high ^ path.charCodeAt(i), 0x01000193)
    low = Math.imul(low ^ path.charCodeAt(i), 0x85ebca6b) + i
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
