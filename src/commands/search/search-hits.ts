import type { Card } from '../../cards/card.ts'
import { UserError } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import { parseQuery } from '../../search/query.ts'
import { faultLines } from '../../view/fault.ts'
import type { IsState } from '../cards/by-standing.ts'
import { openCard } from '../cards/open-card.ts'

/** Prints a whole card; gives what was printed. */
export async function readCard(
  host: HostPart<'terminal' | 'store'>,
  card: Card,
): Promise<readonly string[]> {
  const { terminal } = host
  const { loadCard } = await import('../../view/card-page.ts')
  const { notes } = host.store
  const page = await loadCard(card, notes.read(card.id), notes.ways(card.id), terminal.look())
  const lines = ['', ...page(terminal.look()), '']
  terminal.print(lines)
  return lines
}

/** Opens the file of a card where the card stands; what goes wrong is only said. */
export async function openAt(host: HostPart<'terminal' | 'library'>, card: Card): Promise<void> {
  try {
    await openCard(host, card.source)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    host.terminal.warn(faultLines(error.fault, host.terminal.look()))
  }
}

/**
 * Which cards are due or weak. Of a query, the journal is read only if it asks that; without one,
 * any may come.
 */
export async function searchStates(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  query?: string,
): Promise<IsState> {
  const asks =
    query === undefined || parseQuery(query).states.some((state) => state !== 'unanswered')
  if (!asks) return () => false
  return (await import('../cards/by-standing.ts')).statesToday(host)
}
