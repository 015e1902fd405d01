/** What is to be known of a font before a document is set in it. */
export type Font = { readonly has: (codePoint: number) => boolean }

/** A TrueType or OpenType font, or the first of a collection; undefined if the bytes are none. */
export function fontOf(bytes: Uint8Array): Font | undefined {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const tables = tablesIn(view)
    const cmap = tables.get('cmap')
    return cmap === undefined ? undefined : { has: charactersIn(view, cmap) }
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
