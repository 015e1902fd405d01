/**
 * The items that share a key, by it, each group in the order of its items and the groups in that of
 * their first; an item without a key is in none.
 */
export function grouped<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key | undefined,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

/** Items that stand beside each other and share a key, as one run; a key may have several. */
export function runsBy<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): readonly { readonly key: Key; readonly items: readonly Item[] }[] {
  const runs: { key: Key; items: Item[] }[] = []
  for (const item of items) {
    const key = keyOf(item)
    const last = runs.at(-1)
    if (last !== undefined && last.key === key) last.items.push(item)
    else runs.push({ key, items: [item] })
  }
  return runs
}
