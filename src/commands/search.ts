import type { Host } from '../host/host.ts'
import { search } from '../search/engine.ts'
import { hitJson } from '../view/card-json.ts'
import { hitLines } from '../view/cards.ts'
import { jsonText } from '../view/json.ts'
import { cardsFor, type LibraryOptions } from './library-options.ts'

export type Options = LibraryOptions & { readonly json?: boolean; readonly limit?: number }

const defaultLimit = 10

/** `viva search <words…>`: the cards that hold every word, best first. */
export async function run(host: Host, words: readonly string[], options: Options): Promise<void> {
  const { terminal } = host
  const look = terminal.look()
  const query = words.join(' ')
  const cards = await cardsFor(host, options)
  const { hits, nearest } = await search(cards, query, options.limit ?? defaultLimit)
  if (options.json === true) {
    terminal.write(jsonText(hits.map(hitJson)))
    return
  }
  if (hits.length > 0) return terminal.print(hitLines(hits, look))
  terminal.print([look.say.search.none(query)])
  if (nearest.length > 0) terminal.print([look.say.search.nearest, ...hitLines(nearest, look)])
}
