/** A column of numbers of one width. */
export type Column = Float64Array | Int32Array | Uint32Array | Uint8Array

/** What stands for nothing in a column of whole numbers. */
export const absent = -0x8000_0000

/** A number of a column; undefined where it holds nothing. */
export function numberIn(column: Int32Array, row: number): number | undefined {
  const value = column[row] ?? absent
  return value === absent ? undefined : value
}
