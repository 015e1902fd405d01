/** Bytes that are written one behind the other. */
export type GrowingBytes = {
  readonly length: () => number
  readonly byte: (value: number) => void
  /** A number of any size in as few bytes as it takes, seven bits in each. */
  readonly number: (value: number) => void
  readonly all: (bytes: Uint8Array) => void
  /** What was written, in memory of its own. */
  readonly taken: () => Uint8Array<ArrayBuffer>
}

export function growingBytes(first = 1 << 16): GrowingBytes {
  let bytes = new Uint8Array(first)
  let length = 0
  const room = (more: number) => {
    if (length + more <= bytes.length) return
    const longer = new Uint8Array(Math.max(bytes.length * 2, length + more))
    longer.set(bytes)
    bytes = longer
  }
  return {
    length: () => length,
    byte: (value) => {
      if (length === bytes.length) room(1)
      bytes[length++] = value
    },
    number: (value) => {
      room(8)
      let left = value
      for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes[length++] = (left & 0x7f) | 0x80
      bytes[length++] = left
    },
    all: (more) => {
      room(more.length)
      bytes.set(more, length)
      length += more.length
    },
    taken: () => bytes.slice(0, length),
  }
}
