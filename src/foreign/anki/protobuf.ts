/** The fields of a message by number: numbers, and bytes of whatever else. */
export type Message = ReadonlyMap<number, readonly (number | Uint8Array)[]>

/**
 * Reads a message of Protocol Buffers without its description; what is cut short or no message ends it
 * there. Never throws. https://protobuf.dev/programming-guides/encoding/
 */
export function messageIn(bytes: Uint8Array): Message {
  const fields = new Map<number, (number | Uint8Array)[]>()
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 1; at < bytes.length; shift *= 128) {
      const byte = bytes[at++] ?? 0
      value += (byte & 127) * shift
      if (byte < 128) return value
      if (shift > 2 ** 63) break
    }
    at = bytes.length + 1
    return 0
  }
  const sized = (length: number) => {
    const part = bytes.subarray(at, at + length)
    at += length
    return part
  }
  while (at < bytes.length) {
    const key = varint()
    const kind = key % 8
    const value =
      kind === 0
        ? varint()
        : kind === 1
          ? sized(8)
          : kind === 5
            ? sized(4)
            : kind === 2
              ? sized(varint())
              : undefined
    if (value === undefined || at > bytes.length) break
    const number = Math.floor(key / 8)
    const known = fields.get(number)
    if (known === undefined) fields.set(number, [value])
    else known.push(value)
  }
  return fields
}

/** The text of a field; empty if there is none. */
export function textOf(message: Message, field: number): string {
  const [value] = message.get(field) ?? []
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : ''
}

/** The number of a field; 0 if there is none, as Protocol Buffers have it. */
export function numberOf(message: Message, field: number): number {
  const [value] = message.get(field) ?? []
  return typeof value === 'number' ? value : 0
}
