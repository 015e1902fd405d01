import { Unreadable } from '../../errors.ts'
import type { ForeignTextFile } from '../../foreign/file.ts'
import type { Host } from '../../host/host.ts'
import { type ForeignFault, foreignLine, importedRecord } from '../../journal/imported.ts'
import type { JournalRecord } from '../../journal/record.ts'
import type { ImportOptions } from '../../options/commands.ts'
import { exactly } from '../../search/find-worded.ts'
import { importedLines, importFaultLines } from '../../view/keeping.ts'
import { allCards } from '../cards/library-options.ts'

/** A line that was not imported. */
type Refused = { readonly line: number; readonly why: ForeignFault | 'no-such-card' }

/** Reviews of another tool, one a line as JSON. Importing again adds nothing. */
export async function importLines(
  host: Host,
  { path, text }: ForeignTextFile,
  options: ImportOptions,
): Promise<void> {
  const { terminal } = host
  const wet = options.dryRun !== true
  const { records, refused } = await recordsOf(host, text, options)
  const known = host.store.openJournal().ids()
  const fresh = records.filter(({ id }) => !known.has(id))
  if (wet && fresh.length > 0) host.store.openJournal().appendAll(fresh)
  const counts = { added: fresh.length, known: records.length - fresh.length }
  if (options.json === true) terminal.json({ dryRun: wet ? undefined : true, ...counts, refused })
  else terminal.print(importedLines({ ...counts, wet }, terminal.look()))
  terminal.warn(importFaultLines(path, refused, terminal.look()))
  if (refused.length > 0) throw new Unreadable()
}

async function recordsOf(
  host: Host,
  text: string,
  options: ImportOptions,
): Promise<{ readonly records: readonly JournalRecord[]; readonly refused: readonly Refused[] }> {
  const cards = await allCards(host, options)
  const cardOf = exactly(cards)
  const records: JournalRecord[] = []
  const refused: Refused[] = []
  const seen = new Map<string, number>()
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const one = foreignLine(line, host.clock.now())
    const card = one.kind === 'review' ? cardOf(one.review.card)?.id : undefined
    if (one.kind === 'bad') refused.push({ line: index + 1, why: one.why })
    else if (card === undefined) refused.push({ line: index + 1, why: 'no-such-card' })
    else {
      const { review } = one
      const same = `${review.card}\0${review.at}\0${review.grade}`
      const nth = seen.get(same) ?? 0
      seen.set(same, nth + 1)
      records.push(
        importedRecord(card, review, review.offset ?? host.clock.offsetAt(review.at), nth),
      )
    }
  }
  return { records, refused }
}
