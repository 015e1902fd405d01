import type { Card, CardId } from '../cards/card.ts'
import { UserError } from '../errors.ts'
import type { Host } from '../host/host.ts'
import { comparedWith, dueByTomorrow, pastInterviews } from '../interview/compared.ts'
import type { Interview } from '../interview/interview.ts'
import { type Background, interviewReport } from '../view/interview-report.ts'
import { allCards, type LibraryOptions } from './library-options.ts'
import { askedIn, inBothBanks } from './practice.ts'
import { readToday } from './today.ts'

/** What stands around a past interview: those before it, and which of its cards come back. */
export async function backgroundOf(host: Host, interview: Interview): Promise<Background> {
  const past = pastInterviews((await host.openInterviews()).all())
  const place = past.findIndex(({ name }) => name === interview.name)
  // a card that was edited since may be called otherwise now
  const { nameOf } = host.openRegistry().read()
  const { schedules, day } = await readToday(host)
  return {
    n: place < 0 ? undefined : place + 1,
    compared: comparedWith(interview, past),
    due: dueByTomorrow(interview, nameOf, schedules, day),
  }
}

/** Prints the report of an interview, finished or not. */
export async function printReport(host: Host, interview: Interview): Promise<void> {
  const background = await backgroundOf(host, interview)
  host.terminal.print(interviewReport(interview, background, host.terminal.look()))
}

export type SaveOptions = LibraryOptions & { readonly force?: boolean }

/**
 * Writes the report of an interview to a file, by its ending; gives its absolute path. Throws the
 * faults `report-format`, `file-exists` and `file-not-written`.
 */
export async function saveReport(
  host: Host,
  interview: Interview,
  path: string,
  options: SaveOptions,
): Promise<string> {
  const target = host.absolute(path)
  checkFormat(path)
  const { reportMarkdown } = await import('../view/report-markdown.ts')
  const { say } = host.terminal.look()
  const { nameOf } = host.openRegistry().read()
  const byId = askedIn(host, interview, await cardsThere(host, interview, options))
  const answers = {
    cardOf: (card: Card['id']) => byId.get(nameOf(card) as CardId),
    noteOf: host.notes.read,
  }
  const background = await backgroundOf(host, interview)
  const text = reportMarkdown(interview, answers, background, say)
  host.writeFile(target, text, options.force === true)
  return target
}

/** Where a report is to be written. */
export type ReportFile = { readonly path: string; readonly force: boolean }

/** Finds out before an interview begins what would keep its report from being written. */
export function checkReportPath(host: Host, path: string, force: boolean): void {
  checkFormat(path)
  const target = host.absolute(path)
  if (!force && host.exists(target)) throw new UserError({ code: 'file-exists', path: target })
}

function checkFormat(path: string): void {
  if (!/\.(?:md|markdown)$/i.test(path)) throw new UserError({ code: 'report-format', path })
}

// A library that is gone takes the model answers away, not the report.
async function cardsThere(
  host: Host,
  { libraries }: Interview,
  { library }: LibraryOptions,
): Promise<readonly Card[]> {
  const named = library ?? (libraries.length === 0 ? undefined : libraries)
  try {
    return await allCards(host, inBothBanks(named === undefined ? {} : { library: named }))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return []
  }
}
