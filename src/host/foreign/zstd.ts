import * as zlib from 'node:zlib'
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

/** Unpacks Zstandard. Throws `TooLarge`, and an error of spoilt bytes. */
export type Unpack = (bytes: Uint8Array, most: number) => Uint8Array

/** Node's own from 22.15 on, else the same library as WebAssembly. */
export async function unpacker(): Promise<Unpack> {
  const unpack = ownUnpack() ?? (await wasmUnpack())
  return (bytes, most) => {
    if (windowOf(bytes) > Math.max(widestWindow, most)) throw new TooLarge()
    return unpack(bytes, most)
  }
}

type Decompress = (bytes: Uint8Array, bounds: { readonly maxOutputLength: number }) => Uint8Array

function ownUnpack(): Unpack | undefined {
  const { zstdDecompressSync } = zlib as { readonly zstdDecompressSync?: Decompress }
  if (zstdDecompressSync === undefined) return undefined
  return (bytes, most) => {
    try {
      return zstdDecompressSync(bytes, { maxOutputLength: most })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge()
      throw error
    }
  }
}

const step = 1 << 20
/** A step gives nothing where it only takes in, once or twice; of spoilt bytes it goes on for ever. */
const mostEmpty = 8

async function wasmUnpack(): Promise<Unpack> {
  const { ZSTDDecoder } = await import('zstddec/stream')
  const decoder = new ZSTDDecoder()
  await withoutFetch(() => decoder.init())
  return (bytes, most) => {
    const parts: Uint8Array[] = []
    let [size, empty] = [0, 0]
    for (const part of decoder.decodeStreaming(steps(bytes))) {
      size += part.length
      empty = part.length === 0 ? empty + 1 : 0
      if (size > most) throw new TooLarge()
      if (empty > mostEmpty) throw new Error('spoilt Zstandard')
      parts.push(part)
    }
    return Buffer.concat(parts)
  }
}

/** Where there is a `fetch`, the decoder asks it for its own bytes, and Node loads all of its HTTP. */
function withoutFetch<Value>(start: () => Value): Value {
  const found = Object.getOwnPropertyDescriptor(globalThis, 'fetch')
  if (found?.configurable !== true) return start()
  Reflect.deleteProperty(globalThis, 'fetch')
  try {
    return start()
  } finally {
    Object.defineProperty(globalThis, 'fetch', found)
  }
}

function* steps(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
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
