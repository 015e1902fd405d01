import { Decompress } from 'fzstd'
import { TooLarge } from './too-large.ts'

const magic = 0xfd2fb528
/** Anki packs with windows of at most 8 MB; a frame may say that it needs this much memory, in bytes. */
const widestWindow = 128 << 20

export function isZstd(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(4, bytes.length)).readUInt32LE?.() ===
    magic
  )
}

/**
 * Unpacks Zstandard, which zlib of Node 20 has not; fzstd is 9 KB of JavaScript. Throws `TooLarge`, and
 * what fzstd throws of spoilt bytes.
 */
export function fromZstd(bytes: Uint8Array, most: number): Uint8Array {
  if (windowOf(bytes) > Math.max(widestWindow, most)) throw new TooLarge()
  const parts: Uint8Array[] = []
  let size = 0
  const unpacker = new Decompress((part) => {
    size += part.length
    if (size > most) throw new TooLarge()
    // the next part may be written over it
    parts.push(part.slice())
  })
  const step = 1 << 20
  for (let at = 0; at < bytes.length; at += step) {
    unpacker.push(bytes.subarray(at, at + step), at + step >= bytes.length)
  }
  return Buffer.concat(parts)
}

/** How much memory the head of a frame asks for (RFC 8878, 3.1.1.1). */
function windowOf(bytes: Uint8Array): number {
  const [flags = 0, window = 0] = bytes.subarray(4, 6)
  const isSingle = (flags & 32) !== 0
  if (!isSingle) return 2 ** (10 + (window >> 3)) * (1 + (window & 7) / 8)
  const sizes = [1, 2, 4, 8]
  const from = 5 + ([0, 1, 2, 4][flags & 3] ?? 0)
  const length = sizes[flags >> 6] ?? 1
  return bytes.subarray(from, from + length).reduceRight((sum, byte) => sum * 256 + byte, 0)
}
