/** By each other name what it names, from rows that begin with the name that counts. */
export function byOtherNames(rows: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap((row) => {
      const [name = '', ...others] = row.split(' ')
      return others.map((other) => [other, name] as const)
    }),
  )
}
