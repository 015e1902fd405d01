/** A set of ids that takes a third of the memory of a `Set`: a journal may hold a million. */
export type IdSet = {
  readonly has: (id: string) => boolean
  /** False if it was there. */
  readonly add: (id: string) => boolean
  readonly size: () => number
}

const longest = 255

/**
 * They lie one behind another, each behind its length; a table says where. One that is looked for is
 * written behind the last, and stays there if it is new.
 */
export function idSet(): IdSet {
  let bytes = new Uint8Array(1 << 12)
  let end = 1
  let table = new Int32Array(1 << 9)
  let count = 0
  // ids that are not ASCII, which nothing of ours makes
  const others = new Set<string>()
  const isWritten = (id: string): boolean => {
    if (id.length > longest) return false
    if (end + id.length + 1 > bytes.length) bytes = larger(bytes)
    bytes[end] = id.length
    for (let i = 0; i < id.length; i += 1) {
      const code = id.charCodeAt(i)
      if (code > 127) return false
      bytes[end + 1 + i] = code
    }
    return true
  }
  const grow = () => {
    const old = table
    table = new Int32Array(2 * old.length)
    for (const at of old) if (at !== 0) table[placeOf(bytes, table, at)] = at
  }
  return {
    size: () => count + others.size,
    has: (id) => (isWritten(id) ? table[placeOf(bytes, table, end)] !== 0 : others.has(id)),
    add: (id) => {
      if (!isWritten(id)) {
        const { size } = others
        return others.add(id).size > size
      }
      const place = placeOf(bytes, table, end)
      if (table[place] !== 0) return false
      table[place] = end
      end += id.length + 1
      count += 1
      if (2 * count > table.length) grow()
      return true
    },
  }
}

/** Where in the table the id at an offset stands, or would. */
function placeOf(bytes: Uint8Array, table: Int32Array, id: number): number {
  const mask = table.length - 1
  for (let place = hashAt(bytes, id) & mask; ; place = (place + 1) & mask) {
    const at = table[place] ?? 0
    if (at === 0 || areSame(bytes, at, id)) return place
  }
}

/** FNV-1a, and its high bits folded into the low ones that are used. */
function hashAt(bytes: Uint8Array, at: number): number {
  const end = at + 1 + (bytes[at] ?? 0)
  let hash = 0x811c9dc5
  for (let i = at + 1; i < end; i += 1) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
  return hash ^ (hash >>> 15)
}

function areSame(bytes: Uint8Array, one: number, other: number): boolean {
  const length = bytes[one] ?? 0
  for (let i = 0; i <= length; i += 1) if (bytes[one + i] !== bytes[other + i]) return false
  return true
}

function larger(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(2 * bytes.length)
  made.set(bytes)
  return made
}
