/** The live rows of a screen, none wider than the terminal. */
export type Frame = {
  readonly rows: readonly string[]
  /** Where the cursor stands, row and column from 0; hidden if absent. */
  readonly cursor?: { readonly row: number; readonly column: number } | undefined
}
