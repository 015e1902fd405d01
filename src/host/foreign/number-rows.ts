/** Takes rows of a table one by one. */
export type NumberRows = {
  /** The row that begins at an offset and ends before another; false if it is not as plain as wanted. */
  readonly take: (at: number, end: number) => boolean
  /** What was taken. */
  readonly columns: () => readonly Float64Array[]
}

export type RowForm = {
  readonly view: DataView
  readonly columns: readonly number[]
  readonly key: number
  readonly mostInRow: number
}

/** How many bytes a whole number of each kind takes, by its serial type; the 7th is a fraction. */
const widths = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]
const firstText = 12

/** Reads whole numbers out of rows, which all have the same form. */
export function numberRows({ view, columns, key, mostInRow }: RowForm): NumberRows {
  const wanted = new Map(columns.map((column, i) => [column, i]))
  const places = Array.from({ length: Math.max(...columns) + 1 }, (_, i) => wanted.get(i) ?? -1)
  let kept = columns.map(() => new Float64Array(1024))
  let count = 0
  const grow = () => {
    kept = kept.map((column) => {
      const larger = new Float64Array(2 * column.length)
      larger.set(column)
      return larger
    })
  }
  const cursor = { at: 0 }
  const take = (at: number, end: number): boolean => {
    cursor.at = at
    const length = varint(view, cursor, end)
    const number = varint(view, cursor, end)
    const head = cursor.at
    if (!(length <= mostInRow && head + length <= end)) return false
    let body = head + varint(view, cursor, end)
    if (count === kept[0]?.length) grow()
    for (let i = 0; i < places.length; i += 1) {
      const kind = varint(view, cursor, end)
      const width = kind >= firstText ? Math.trunc((kind - firstText) / 2) : (widths[kind] ?? -1)
      if (width < 0 || !(body + width <= head + length)) return false
      const place = places[i] ?? -1
      if (place >= 0) {
        // the key is written as NULL beside itself
        const value = i === key && kind === 0 ? number : wholeAt(view, body, kind)
        if (!Number.isSafeInteger(value)) return false
        const column = kept[place]
        if (column !== undefined) column[count] = value
      }
      body += width
    }
    count += 1
    return true
  }
  return { take, columns: () => kept.map((column) => column.subarray(0, count)) }
}

/** Seven bits a byte, the highest first; what goes over the end, or is too large, is no number. */
function varint(view: DataView, cursor: { at: number }, end: number): number {
  let value = 0
  for (let i = 0; i < 8; i += 1) {
    if (cursor.at >= end) return Number.NaN
    const byte = view.getUint8(cursor.at)
    cursor.at += 1
    value = value * 128 + (byte & 127)
    if (byte < 128) return value
  }
  // the ninth has eight bits: a negative number, or one beyond those that are exact
  return Number.NaN
}

/** The number of a serial type; none of NULL, fractions and texts. */
function wholeAt(view: DataView, at: number, kind: number): number {
  if (kind === 1) return view.getInt8(at)
  if (kind === 2) return view.getInt16(at)
  if (kind === 3) return view.getInt8(at) * 65_536 + view.getUint16(at + 1)
  if (kind === 4) return view.getInt32(at)
  if (kind === 5) return view.getInt16(at) * 2 ** 32 + view.getUint32(at + 2)
  if (kind === 6) return view.getInt32(at) * 2 ** 32 + view.getUint32(at + 4)
  if (kind === 8) return 0
  return kind === 9 ? 1 : Number.NaN
}
