import type { GrowingBytes } from './growing-bytes.ts'
import { usualMark } from './marks.ts'

/** The documents that hold a term, rising, and how. */
export type Postings = { readonly docs: Uint32Array; readonly marks: Uint8Array }

/**
 * Writes one posting behind that of the document `last`, or -1: how many documents further, with a bit
 * that says whether the mark is another than the usual one and follows.
 */
export function writePosting(to: GrowingBytes, last: number, doc: number, mark: number): void {
  const isUsual = mark === usualMark
  to.number((doc - last - 1) * 2 + (isUsual ? 0 : 1))
  if (!isUsual) to.byte(mark)
}

/** So many postings, their documents counted from `base`. */
export function readPostings(bytes: Uint8Array, count: number, base: number): Postings {
  const docs = new Uint32Array(count)
  const marks = new Uint8Array(count)
  let doc = base - 1
  let at = 0
  for (let i = 0; i < count; i += 1) {
    let value = bytes[at++] ?? 0
    if (value >= 0x80) {
      value &= 0x7f
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[at++] ?? 0
        value |= (byte & 0x7f) << shift
        if (byte < 0x80) break
      }
    }
    doc += (value >>> 1) + 1
    docs[i] = doc
    marks[i] = (value & 1) === 0 ? usualMark : (bytes[at++] ?? 0)
  }
  return { docs, marks }
}

/**
 * Copies postings behind those of another index: `last` is the document that these end with, `base`
 * what is counted from. Gives the document that all of them end with.
 */
export function appendPostings(
  to: GrowingBytes,
  bytes: Uint8Array,
  { count, base, last }: { readonly count: number; readonly base: number; readonly last: number },
): number {
  let doc = base - 1
  let at = 0
  let second = 0
  for (let i = 0; i < count; i += 1) {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    doc += (value >>> 1) + 1
    if ((value & 1) === 1) at += 1
    if (i > 0) continue
    writePosting(to, last, doc, (value & 1) === 1 ? (bytes[at - 1] ?? 0) : usualMark)
    second = at
  }
  to.all(bytes.subarray(second))
  return doc
}
