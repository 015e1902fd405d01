/** Four bytes at once: the tables of "slicing by 4", of the polynomial of zip and zlib. */
const [one, two, three, four] = tables()

/**
 * The CRC-32 of the bytes between two offsets, as `crc32` of zlib gives it. For lines of a hundred bytes
 * this is twice as fast: no view of them is made, and nothing is handed to native code.
 */
export function crc32Of(bytes: Uint8Array, start: number, end: number): number {
  let sum = -1
  let at = start
  for (; at + 4 <= end; at += 4) {
    sum =
      (four[(sum ^ (bytes[at] ?? 0)) & 255] ?? 0) ^
      (three[((sum >>> 8) ^ (bytes[at + 1] ?? 0)) & 255] ?? 0) ^
      (two[((sum >>> 16) ^ (bytes[at + 2] ?? 0)) & 255] ?? 0) ^
      (one[((sum >>> 24) ^ (bytes[at + 3] ?? 0)) & 255] ?? 0)
  }
  for (; at < end; at += 1) sum = (one[(sum ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (sum >>> 8)
  return ~sum >>> 0
}

function tables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = new Int32Array(256).map((_, byte) => {
    let sum = byte
    for (let bit = 0; bit < 8; bit += 1)
      sum = (sum & 1) === 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
    return sum
  })
  const next = (table: Int32Array) => table.map((sum) => (first[sum & 255] ?? 0) ^ (sum >>> 8))
  const second = next(first)
  const third = next(second)
  return [first, second, third, next(third)]
}
