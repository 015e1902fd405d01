import type { Card } from '../cards/card.ts'
import { UserError } from '../errors.ts'
import type { Host } from '../host/host.ts'
import type { Grade } from '../schedule/schedule.ts'
import type { SearchOptions } from '../search/engine.ts'
import { faultLines } from '../view/fault.ts'

/** Prints a whole card; gives what was printed. */
export async function readCard(host: Host, card: Card): Promise<readonly string[]> {
  const { terminal } = host
  const { loadCard } = await import('../view/card-page.ts')
  const page = await loadCard(card, terminal.look())
  const lines = ['', ...page(terminal.look()), '']
  terminal.print(lines)
  return lines
}

/** Opens the file of a card where the card stands; what goes wrong is only said. */
export async function openAt(host: Host, card: Card): Promise<void> {
  try {
    await host.openEditor(host.pathOf(card.source), card.source.line)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    host.terminal.warn(faultLines(error.fault, host.terminal.look()))
  }
}

/**
 * Which cards are due or weak; the journal is read only if that is asked. Weak is what was last
 * graded `again` or `hard`. Nothing is due, since no card has a date to come back on.
 */
export function searchStates(host: Host): NonNullable<SearchOptions['is']> {
  let grades: ReadonlyMap<string, Grade> | undefined
  return (state, id) => {
    if (state === 'due') return false
    grades ??= new Map(
      host
        .openJournal()
        .read()
        .reviews.map(({ card, grade }) => [card, grade]),
    )
    const last = grades.get(id)
    return last === 'again' || last === 'hard'
  }
}
