import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { readNamed } from '../files/read-file.ts'

/** What V8 made of scripts, by their names. */
export type KeptCode = ReadonlyMap<string, Uint8Array>

/** Where each one stands behind the head: its name, where it begins, its length, in bytes. */
type Head = readonly (readonly [name: string, start: number, length: number])[]

/** Nothing of ours grows so large, in bytes. */
const most = 32 << 20
/** Of a file, little endian: the mark, the length of the head, that of the half it begins. */
const startLength = 16
const markBytes = Buffer.from('vivacode')

/**
 * What is kept in a file; nothing if it is damaged, or not the person's own, because it is run. V8 looks
 * at the head alone of what it is given. All is there twice: two halves are compared in no time, while
 * any sum that Node has would take longer to load than reading the scripts themselves.
 */
export function keptCode(path: string): KeptCode {
  try {
    if (!isOwn(dirname(path)) || !isOwn(path)) return new Map()
    return codeIn(readNamed(path, { most }))
  } catch {
    return new Map()
  }
}

/** The parts of such a file. */
export function codeFile(code: KeptCode): readonly Uint8Array[] {
  let at = 0
  const parts = Array.from(code, ([name, bytes]) => {
    const start = at
    at += aligned(bytes.length)
    return { row: [name, start, bytes.length] as const, bytes: padded(bytes) }
  })
  const head = padded(Buffer.from(JSON.stringify(parts.map(({ row }) => row) satisfies Head)), ' ')
  const half = Buffer.concat([head, ...parts.map(({ bytes }) => bytes)])
  const start = Buffer.alloc(startLength)
  markBytes.copy(start)
  start.writeUInt32LE(head.length, 8)
  start.writeUInt32LE(half.length, 12)
  return [start, half, half]
}

/** Throws if it is not as it was written. */
function codeIn(file: Buffer): KeptCode {
  const headEnd = startLength + file.readUInt32LE(8)
  const halfEnd = startLength + file.readUInt32LE(12)
  const isWhole =
    file.subarray(0, markBytes.length).equals(markBytes) &&
    file.subarray(startLength, halfEnd).equals(file.subarray(halfEnd))
  if (!isWhole) throw new Error('damaged')
  const head = JSON.parse(file.toString('utf8', startLength, headEnd)) as Head
  return new Map(
    head.map(([name, start, length]) => {
      return [name, file.subarray(headEnd + start, headEnd + start + length)]
    }),
  )
}

/** Whether nobody but the person can have written it; Windows keeps such folders to each person. */
export function isOwn(path: string): boolean {
  const { uid, mode } = statSync(path)
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
}

// V8 copies what does not begin at a whole word
function aligned(length: number): number {
  return Math.ceil(length / 8) * 8
}

function padded(bytes: Uint8Array, filling = '\0'): Buffer {
  const all = Buffer.alloc(aligned(bytes.length), filling)
  all.set(bytes)
  return all
}
