import { Interrupted, UserError } from '../../errors.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { searchRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { type PickState, pickScreen, shownHits } from '../../screens/pick.ts'
import { type Found, type Hit, search } from '../../search/engine.ts'
import { parseQuery } from '../../search/query.ts'
import { hitJson } from '../../view/card-json.ts'
import { hitLines, nothingLines, understoodLines } from '../../view/hits.ts'
import { refuseImpossible, type Searching, searching } from '../cards/library-options.ts'
import { openAt, readCard, searchStates } from './search-hits.ts'

export type Options = Said<typeof searchRows>

const defaultLimit = 10

/** `viva search <words…>`: the cards that they are about, best first; without words, as you type. */
export async function run(host: Host, words: readonly string[], options: Options): Promise<void> {
  const { terminal } = host
  const typed = words.join(' ')
  if (typed.trim() === '') {
    if (!terminal.interactive || options.json === true) {
      throw new UserError({ code: 'no-terminal', command: 'search' })
    }
    return (await import('./search-live.ts')).searchLive(host, options)
  }
  const limit = options.limit ?? defaultLimit
  const is = await searchStates(host, typed)
  const found = await searching(host, options, async (open: Searching) => {
    const { collection, filter, glossary } = open
    await refuseImpossible(collection, typed, filter)
    return search(collection, typed, { limit, filter, is, glossary })
  })
  if (options.json === true) return terminal.json(found.hits.map(hitJson))
  const look = terminal.look()
  terminal.print([...understoodLines(found, look)])
  if (found.hits.length === 0) return terminal.print(nothingFound(host, typed, found))
  if (terminal.interactive) return pick(host, found.hits, options)
  terminal.print(hitLines(found.hits, look, host.library.pathOf))
}

function nothingFound(
  host: HostPart<'terminal' | 'library'>,
  typed: string,
  found: Found,
): readonly string[] {
  const look = host.terminal.look()
  const { states } = parseQuery(typed)
  const { search: say } = look.say
  if (states.includes('due')) return [say.noneDue]
  if (states.includes('weak')) return [say.noneWeak]
  return nothingLines(typed, found, look, host.library.pathOf)
}

/** Reads, drills or opens one of the hits after the other, until the person has seen enough. */
async function pick(host: Host, hits: readonly Hit[], options: Options): Promise<void> {
  const { terminal } = host
  let state: PickState = { at: 0, reading: false }
  let above: readonly string[] = []
  for (;;) {
    const picked = await terminal.live(pickScreen(state, hits, above))
    if (picked.kind === 'left') {
      if (picked.interrupted) throw new Interrupted()
      // who only looked still has them above the prompt
      const look = terminal.look()
      if (above.length === 0) terminal.print(shownHits(hits, undefined, look.rows - 2, look))
      return
    }
    state = { at: hits.indexOf(picked.hit), reading: picked.kind === 'read' || state.reading }
    if (picked.kind === 'read') above = await readCard(host, picked.hit.card)
    else if (picked.kind === 'edit') await openAt(host, picked.hit.card)
    else {
      const { interviewOn } = await import('../interview/interview.ts')
      return interviewOn(host, [picked.hit.card], { ...options, questions: 1 })
    }
  }
}
