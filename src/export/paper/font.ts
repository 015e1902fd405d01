/** What is to be known of a font before a document is set in it. */
export type Font = {
  readonly has: (codePoint: number) => boolean
  /**
   * The usual one of the characters that look the same here, itself for most. In a file a glyph stands
   * for one character: of those that share it a search would find the one that came first.
   */
  readonly usual?: (codePoint: number) => number
}

/** A TrueType or OpenType font, or the first of a collection; undefined if the bytes are none. */
export function fontOf(bytes: Uint8Array): Font | undefined {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const tables = tablesIn(view)
    const cmap = tables.get('cmap')
    if (cmap === undefined) return undefined
    let twins: ReadonlyMap<number, number> | undefined
    return {
      has: charactersIn(view, cmap),
      usual: (codePoint) => {
        // asked of few texts
        twins ??= twinsIn(view, cmap)
        return twins.get(codePoint) ?? codePoint
      },
    }
  } catch (error) {
    // an offset that leads out of the file
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const kinds = new Set([0x00010000, 0x4f54544f, 0x74727565])
const collection = 0x74746366

function tablesIn(view: DataView): ReadonlyMap<string, number> {
  const start = view.getUint32(0) === collection ? view.getUint32(12) : 0
  const tables = new Map<string, number>()
  if (!kinds.has(view.getUint32(start))) return tables
  const count = view.getUint16(start + 4)
  for (let i = 0; i < count; i += 1) {
    const at = start + 12 + i * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)))
    tables.set(tag, view.getUint32(at + 8))
  }
  return tables
}

type Ranges = { readonly first: number[]; readonly last: number[] }

/** Of the subtables for Unicode the one that knows most. */
function charactersIn(view: DataView, table: number): Font['has'] {
  const found = Array.from({ length: view.getUint16(table + 2) }, (_, i) => {
    const at = table + 4 + i * 8
    const isUnicode = [0, 3].includes(view.getUint16(at))
    const start = table + view.getUint32(at + 4)
    const format = isUnicode ? view.getUint16(start) : 0
    return { format, start }
  })
  const full = found.find(({ format }) => format === 12)
  const basic = found.find(({ format }) => format === 4)
  const ranges: Ranges = { first: [], last: [] }
  if (full) addGroups(view, full.start, ranges)
  else if (basic) addSegments(view, basic.start, ranges)
  return (codePoint) => isWithin(codePoint, ranges)
}

/** Characters whose glyph is that of a more usual one. */
function twinsIn(view: DataView, table: number): ReadonlyMap<number, number> {
  const first = new Map<number, number>()
  const twins = new Map<number, number>()
  const full = fullTable(view, table)
  for (let i = 0; full !== undefined && i < view.getUint32(full + 12); i += 1) {
    const at = full + 16 + i * 12
    const [start, end, glyph] = [0, 4, 8].map((by) => view.getUint32(at + by)) as [
      number,
      number,
      number,
    ]
    for (let code = start; code <= end; code += 1) {
      if (parts(code)) continue
      const other = first.get(glyph + code - start)
      const isBetter = other === undefined || rank(code) < rank(other)
      if (isBetter) first.set(glyph + code - start, code)
      if (other !== undefined) twins.set(isBetter ? other : code, isBetter ? code : other)
    }
  }
  // a third may have been better than the better of two
  for (const [from, to] of twins) twins.set(from, twins.get(to) ?? to)
  return twins
}

/** White, which is told by where it breaks. */
function parts(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b)
}

// Radicals, and signs for which Chinese and English have another one.
const unusual = new Set([0x2012, 0x2035, 0x2215, 0x2329, 0x232a, 0x301c])

function rank(code: number): number {
  if (unusual.has(code) || (code >= 0x2e80 && code <= 0x2fdf)) return code + 0x200000
  return code >= 0x4e00 && code <= 0x9fff ? code - 0x4e00 : code + 0x10000
}

function fullTable(view: DataView, table: number): number | undefined {
  for (let i = 0; i < view.getUint16(table + 2); i += 1) {
    const start = table + view.getUint32(table + 8 + i * 8)
    if (view.getUint16(start) === 12) return start
  }
  return undefined
}

function addGroups(view: DataView, start: number, { first, last }: Ranges): void {
  for (let i = 0; i < view.getUint32(start + 12); i += 1) {
    const at = start + 16 + i * 12
    first.push(view.getUint32(at))
    last.push(view.getUint32(at + 4))
  }
}

// Code points of a segment may still lead to glyph 0, which is none.
function addSegments(view: DataView, start: number, { first, last }: Ranges): void {
  const size = view.getUint16(start + 6)
  for (let i = 0; i < size; i += 2) {
    const end = view.getUint16(start + 14 + i)
    const begin = view.getUint16(start + 16 + size + i)
    const delta = view.getUint16(start + 16 + size * 2 + i)
    const at = start + 16 + size * 3 + i
    const offset = view.getUint16(at)
    for (let code = begin; code <= end && code < 0xffff; code += 1) {
      const glyph = offset === 0 ? code + delta : view.getUint16(at + offset + (code - begin) * 2)
      if ((glyph & 0xffff) === 0) continue
      if (last.at(-1) === code - 1) last[last.length - 1] = code
      else {
        first.push(code)
        last.push(code)
      }
    }
  }
}

function isWithin(codePoint: number, { first, last }: Ranges): boolean {
  let low = 0
  let high = first.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (codePoint < (first[middle] ?? 0)) high = middle - 1
    else if (codePoint > (last[middle] ?? 0)) low = middle + 1
    else return true
  }
  return false
}
