import type { LiveScreen } from '../screen.ts'
import { searchFrame, searchTold } from './draw.ts'
import { type Finder, hearSearch, type SearchState, type SearchWish, searchIn } from './hear.ts'

/** A search while it is typed, until the person wants something with the hits or leaves. */
export function searchScreen(
  state: SearchState,
  finder: Finder,
  above: readonly string[],
): LiveScreen<SearchState, SearchWish> {
  return {
    state,
    hear: (now, heard) => hearSearch(now, heard, finder),
    draw: searchFrame,
    tickIn: (now) => searchIn(now, finder),
    above: () => above,
    told: searchTold,
  }
}
