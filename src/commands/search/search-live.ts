import { Interrupted } from '../../errors.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { searchRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { type Finder, noSearch, type SearchWish } from '../../screens/search/hear.ts'
import { searchScreen } from '../../screens/search/screen.ts'
import { searchNow } from '../../search/engine.ts'
import { loadFuzzy } from '../../search/fuzzy.ts'
import { refuseImpossible, type Searching, searching } from '../cards/library-options.ts'
import { inAllLanguages } from '../review/practice.ts'
import { openAt, readCard, searchStates } from './search-hits.ts'

type Options = Said<typeof searchRows>

const defaultLimit = 20
/** Above so many cards a search takes long enough that keys come first. */
const large = 20_000
const restMs = 30

/** Search as you type, until the person leaves or goes into an interview on the hits. */
export async function searchLive(host: Host, options: Options): Promise<void> {
  let state = noSearch
  const wish = await searching(host, options, async (open) => {
    await refuseImpossible(open.collection, '', open.filter)
    const finder = await finderFor(host, open, options)
    for (let above: readonly string[] = []; ; ) {
      const wish: SearchWish = await host.terminal.live(searchScreen(state, finder, above))
      if (wish.kind === 'left' || wish.kind === 'interview') return wish
      state = wish.state
      if (wish.kind === 'edit') await openAt(host, wish.hit.card)
      else {
        above = await readCard(host, wish.hit.card)
        state = { ...state, reading: true }
      }
    }
  })
  if (wish.kind === 'left') {
    if (wish.interrupted) throw new Interrupted()
    return
  }
  const { interviewOn } = await import('../interview/interview.ts')
  const hits = (wish.state.found?.hits ?? []).map(({ card }) => card)
  return interviewOn(host, await inAllLanguages(host, hits, options), options)
}

async function finderFor(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  open: Searching,
  options: Options,
): Promise<Finder> {
  const { collection, filter, glossary } = open
  const fuzzy = await loadFuzzy()
  const limit = options.limit ?? defaultLimit
  const is = await searchStates(host)
  return {
    find: (query) => searchNow(fuzzy, collection, query, { limit, filter, is, glossary }),
    restMs: collection.size > large ? restMs : 0,
  }
}
