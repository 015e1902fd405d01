const tableSize = 256
const width = 8
let tables: Int32Array | undefined

/**
 * CRC-32 (IEEE 802.3, as zlib has it) of the bytes between two offsets, eight at a time ("slicing by 8",
 * Kounavis and Berry 2005). A call of zlib costs more than a line of a log takes here.
 */
export function crcOf(bytes: Uint8Array, start: number, end: number): number {
  const b = bytes
  tables ??= crcTables()
  const t = tables
  let crc = -1
  let at = start
  for (; at + width <= end; at += width) {
    const low =
      crc ^
      ((b[at] ?? 0) | ((b[at + 1] ?? 0) << 8) | ((b[at + 2] ?? 0) << 16) | ((b[at + 3] ?? 0) << 24))
    crc =
      (t[1792 + (low & 255)] ?? 0) ^
      (t[1536 + ((low >>> 8) & 255)] ?? 0) ^
      (t[1280 + ((low >>> 16) & 255)] ?? 0) ^
      (t[1024 + (low >>> 24)] ?? 0) ^
      (t[768 + (b[at + 4] ?? 0)] ?? 0) ^
      (t[512 + (b[at + 5] ?? 0)] ?? 0) ^
      (t[256 + (b[at + 6] ?? 0)] ?? 0) ^
      (t[b[at + 7] ?? 0] ?? 0)
  }
  for (; at < end; at += 1) crc = (t[(crc ^ (b[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}

// the first is the usual table, each further one is for a byte that stands one place before
function crcTables(): Int32Array {
  const made = new Int32Array(width * tableSize)
  for (let i = 0; i < tableSize; i += 1) {
    let crc = i
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
    made[i] = crc
  }
  for (let i = tableSize; i < made.length; i += 1) {
    const before = made[i - tableSize] ?? 0
    made[i] = (before >>> 8) ^ (made[before & 255] ?? 0)
  }
  return made
}
