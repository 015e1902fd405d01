/**
 * Which of these spoil the whole, found by trying ever smaller parts. More than so many are not
 * looked for; undefined if the fault is not in any of them alone.
 */
export async function failing<Some>(
  all: readonly Some[],
  most: number,
  works: (some: readonly Some[]) => Promise<boolean>,
): Promise<readonly Some[] | undefined> {
  const found: Some[] = []
  const look = async (part: readonly Some[]): Promise<void> => {
    if (part.length === 0 || found.length >= most || (await works(part))) return
    const [only] = part
    if (part.length === 1 && only !== undefined) {
      found.push(only)
      return
    }
    const middle = part.length >> 1
    await look(part.slice(0, middle))
    await look(part.slice(middle))
  }
  const middle = all.length >> 1
  if (all.length === 1) return all
  await look(all.slice(0, middle))
  await look(all.slice(middle))
  return found.length === 0 || found.length >= most ? undefined : found
}
