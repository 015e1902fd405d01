/** A value in a database of another program. */
export type DatabaseCell = string | number | Uint8Array | null

/** The tables of a database, read row by row. */
export type Tables = {
  /** The columns of a table; none if there is no such table. */
  readonly columns: (table: string) => readonly string[]
  /** Throws the fault `import-too-large` where they never end. */
  readonly rows: (table: string, columns: readonly string[]) => Iterable<readonly DatabaseCell[]>
  /** Columns of numbers, as `numberIn` has them, each whole: for tables with very many rows. */
  readonly numbers: (table: string, columns: readonly string[]) => readonly Float64Array[]
}

/** Whether a table has all these columns. */
export function hasColumns(tables: Tables, table: string, columns: readonly string[]): boolean {
  const has = new Set(tables.columns(table))
  return columns.every((column) => has.has(column))
}

/** A number, whatever it was written as; 0 for what is none. */
export function numberIn(cell: DatabaseCell | undefined): number {
  const number = typeof cell === 'string' ? Number(cell) : cell
  return typeof number === 'number' && Number.isFinite(number) ? number : 0
}

export function textIn(cell: DatabaseCell | undefined): string {
  if (cell instanceof Uint8Array) return new TextDecoder().decode(cell)
  return cell === null || cell === undefined ? '' : String(cell)
}
