const han = '[\\u4e00-\\u9fff]'
const forward = new RegExp(
  `(${han}{2,14})\\s*[（(]\\s*([A-Za-z][A-Za-z0-9 ./-]{1,38})\\s*[)）]`,
  'g',
)
const backward = new RegExp(`\\b([A-Z]{2,8})\\s*[（(]\\s*(${han}{2,10})\\s*[)）]`, 'g')
/** Where a name begins, if a sentence runs into it. */
const before = /^.*[的是为叫即和与及或在了到用由把被将对从以有个种称指]/
const mostPairs = 5000

/** What may be one thing in two languages, and how often it was written so. */
export type CountedPair = {
  readonly chinese: string
  readonly english: string
  readonly count: number
}

/** Collects `中文（English）` and `GC（垃圾回收）` of many texts. */
export function pairCollector() {
  const counts = new Map<string, number>()
  const keep = (chinese: string, english: string) => {
    const name = chinese.replace(before, '')
    const words = english.trim().toLowerCase()
    if (name.length < 2 || name.length > 8 || words.split(' ').length > 4) return
    const key = `${name}\t${words}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return {
    read: (text: string) => {
      if (!/[（(]/.test(text)) return
      for (const [, chinese = '', english = ''] of text.matchAll(forward)) keep(chinese, english)
      for (const [, english = '', chinese = ''] of text.matchAll(backward)) keep(chinese, english)
    },
    /** In the order of their first sight. */
    counted: (): readonly CountedPair[] =>
      [...counts].map(([key, count]) => {
        const [chinese = '', english = ''] = key.split('\t')
        return { chinese, english, count }
      }),
  }
}

/**
 * The pairs that are translations, in the form of a glossary. Who writes “缓存（Redis）” gives an example: then the English
 * word stands in far more cards than the pair does.
 */
export function translations(
  pairs: readonly CountedPair[],
  cardsWith: (word: string) => number,
): string {
  const kept: string[] = []
  for (const { chinese, english, count } of pairs) {
    if (kept.length === mostPairs) break
    const words = english.match(/[a-z0-9_]+/g) ?? []
    const rarest = Math.min(...words.map(cardsWith))
    if (words.length > 0 && count * 4 >= rarest) kept.push(`|${chinese}|${words.join(' ')}|`)
  }
  return kept.join('\n')
}

/** The pairs of several collections, counted together. */
export function pairsTogether(
  collections: readonly (readonly CountedPair[])[],
): readonly CountedPair[] {
  const [only, ...others] = collections
  if (only === undefined || others.length === 0) return only ?? []
  const all = new Map<string, CountedPair>()
  for (const pair of collections.flat()) {
    const key = `${pair.chinese}\t${pair.english}`
    const known = all.get(key)
    all.set(key, known === undefined ? pair : { ...known, count: known.count + pair.count })
  }
  return [...all.values()]
}
