import type { Card } from '../../cards/card.ts'
import { UserError } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import { comparedWith, dueByTomorrow } from '../../interview/compared.ts'
import type { Interview, Turn } from '../../interview/interview.ts'
import { type Background, interviewReport } from '../../view/reports/interview-report.ts'
import { allCards, type LibraryOptions } from '../cards/library-options.ts'
import { askedIn, inBothBanks } from '../review/practice.ts'
import { readToday } from '../review/today.ts'
import { allPast } from './past-interview.ts'
import { librariesIn } from './running-interview.ts'

/** What stands around a past interview: those before it, and which of its cards come back. */
export async function backgroundOf(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  interview: Interview,
): Promise<Background> {
  const past = await allPast(host)
  const place = past.findIndex(({ name }) => name === interview.name)
  // a card that was edited since may be called otherwise now
  const { nameOf } = host.store.openRegistry().read()
  const { schedules, day } = await readToday(host)
  return {
    n: place < 0 ? undefined : place + 1,
    compared: comparedWith(interview, past),
    due: dueByTomorrow(interview, nameOf, schedules, day),
  }
}

/** Prints the report of an interview, finished or not. */
export async function printReport(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  interview: Interview,
): Promise<void> {
  const background = await backgroundOf(host, interview)
  host.terminal.print(interviewReport(interview, background, host.terminal.look()))
}

/** What a turn was asked about, as the notes have it now; nothing for what they no longer hold. */
export async function cardsOf(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  interview: Interview,
  options: LibraryOptions,
): Promise<(turn: Pick<Turn, 'card'>) => Card | undefined> {
  const { nameOf } = host.store.openRegistry().read()
  const byId = askedIn(host, interview, await cardsThere(host, interview, options))
  return ({ card }) => (card === undefined ? undefined : byId.get(nameOf(card)))
}

// A library that is gone takes the model answers away, not the report.
async function cardsThere(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  interview: Interview,
  { library }: LibraryOptions,
): Promise<readonly Card[]> {
  const options = library === undefined ? librariesIn(interview) : { library }
  try {
    return await allCards(host, inBothBanks(options))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return []
  }
}
