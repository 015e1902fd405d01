import { crc32 } from 'node:zlib'
import type { Column } from '../../schedule/tables/columns.ts'
import { mostOwn, readNamed } from '../files/read-file.ts'
import { writeCacheFile } from './cache-file.ts'

/** The columns of a file by name, each of the kind that it was written as. Throw if there is none such. */
export type Columns = {
  readonly floats: (name: string) => Float64Array
  readonly ints: (name: string) => Int32Array
  readonly counts: (name: string) => Uint32Array
  readonly bytes: (name: string) => Uint8Array
}

/** Where a column stands behind the head, in bytes. */
type Place = readonly [kind: Kind, start: number, length: number]
type Kind = 'floats' | 'ints' | 'counts' | 'bytes'
type Places = Readonly<Record<string, Place>>

const widths: Readonly<Record<Kind, number>> = { floats: 8, ints: 4, counts: 4, bytes: 1 }
const aligned = 8
/** The mark, the length of the head, the CRC-32 of it and of all behind it. */
const startLength = 16
// numbers lie as the processor has them, and a folder of caches may be carried to another
const mark = Buffer.from(new Uint8Array(Uint32Array.of(0x61766976).buffer))

/**
 * A head and columns as they were written; undefined if there is no such file, it is damaged, or the head
 * is not `wanted`. Nothing is made of the columns but views, which may be written to.
 */
export function readColumns<Head extends object>(
  path: string,
  wanted: (head: Head) => boolean,
): { readonly head: Head; readonly columns: Columns } | undefined {
  try {
    const bytes = inPlace(readNamed(path, { most: mostOwn }))
    if (!bytes.subarray(0, mark.length).equals(mark)) return undefined
    const from = startLength + bytes.readUInt32LE(4)
    const text = bytes.subarray(startLength, from)
    if (crc32(text) !== bytes.readUInt32LE(8)) return undefined
    const { head, places } = JSON.parse(text.toString()) as { head: Head; places: Places }
    if (!wanted(head)) return undefined
    const body = bytes.subarray(from)
    if (crc32(body) !== bytes.readUInt32LE(12)) return undefined
    return { head, columns: columnsOf(body, places) }
  } catch {
    return undefined
  }
}

/** Writes them whole, by rename. False if they could not be written, which costs only time. */
export function writeColumns(
  path: string,
  head: object,
  columns: Readonly<Record<string, Column>>,
): boolean {
  const places: Record<string, Place> = {}
  const parts: Uint8Array[] = []
  let end = 0
  let crc = 0
  for (const [name, column] of Object.entries(columns)) {
    const bytes = padded(bytesOf(column))
    places[name] = [kindOf(column), end, column.length]
    parts.push(bytes)
    end += bytes.length
    // of no memory at all zlib gives 0, whatever came before
    if (bytes.length > 0) crc = crc32(bytes, crc)
  }
  const text = Buffer.from(JSON.stringify({ head, places }))
  // a head that ends where a column may begin
  const whole = Buffer.concat([text, Buffer.alloc(-text.length & (aligned - 1), ' ')])
  const start = Buffer.alloc(startLength)
  mark.copy(start)
  start.writeUInt32LE(whole.length, 4)
  start.writeUInt32LE(crc32(whole), 8)
  start.writeUInt32LE(crc, 12)
  return writeCacheFile(path, [start, whole, ...parts])
}

// a small file is read into memory that is shared, where it may begin anywhere
function inPlace(bytes: Buffer): Buffer {
  return bytes.byteOffset % aligned === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer)
}

function columnsOf(body: Buffer, places: Places): Columns {
  const place = (name: string, kind: Kind): readonly [ArrayBuffer, number, number] => {
    const [is, start, length] = places[name] ?? []
    const isThere = is === kind && start !== undefined && length !== undefined
    if (!isThere || start + length * widths[kind] > body.length) throw new Error(`no ${name}`)
    return [body.buffer as ArrayBuffer, body.byteOffset + start, length]
  }
  return {
    floats: (name) => new Float64Array(...place(name, 'floats')),
    ints: (name) => new Int32Array(...place(name, 'ints')),
    counts: (name) => new Uint32Array(...place(name, 'counts')),
    bytes: (name) => new Uint8Array(...place(name, 'bytes')),
  }
}

function kindOf(column: Column): Kind {
  if (column instanceof Float64Array) return 'floats'
  if (column instanceof Int32Array) return 'ints'
  return column instanceof Uint32Array ? 'counts' : 'bytes'
}

function bytesOf({ buffer, byteOffset, byteLength }: Column): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)
}

function padded(bytes: Buffer): Buffer {
  const lacking = -bytes.length & (aligned - 1)
  return lacking === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(lacking)])
}
