import type { Nowhere, Selectable } from '../cards/select.ts'
import { UserError } from '../errors.ts'
import { loadFuzzy } from './fuzzy.ts'
import { fold } from './text/fold.ts'

const mostAlike = 3
const mostCommon = 8

/** The fault `name-nowhere` for a topic or a tag that none of the cards has. */
export async function nameNowhere(
  cards: readonly Selectable[],
  nowhere: Nowhere,
): Promise<UserError> {
  const names = byCount(cards.flatMap(nowhere.filter === 'topic' ? topicsOf : tagsOf))
  const alike = await namesAlike(nowhere.name, names)
  return new UserError({
    code: 'name-nowhere',
    ...nowhere,
    alike,
    common: names.slice(0, mostCommon),
  })
}

function topicsOf({ topics }: Selectable): readonly string[] {
  return topics
}

function tagsOf({ tags }: Selectable): readonly string[] {
  return tags
}

/** Each name once, the most common first. */
function byCount(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one).map(([name]) => name)
}

/** The names that are spelt like this one, the most alike first. */
async function namesAlike(name: string, names: readonly string[]): Promise<readonly string[]> {
  const fuzzy = await loadFuzzy()
  const folded = names.map(fold)
  const wanted = fold(name)
  const misspelt = fuzzy.words(wanted, folded).map(({ word }) => folded.indexOf(word))
  const similar = fuzzy.titles(wanted, folded, mostAlike).map(({ index }) => index)
  const found = [...new Set([...misspelt, ...similar])].slice(0, mostAlike)
  return found.flatMap((index) => names[index] ?? [])
}
