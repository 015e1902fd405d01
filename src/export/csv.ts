import type { Card, FollowUp } from '../cards/card.ts'
import { withDefinitions } from '../cards/definitions.ts'
import type { Booklet, BookletEntry } from './booklet.ts'
import type { Maker } from './maker.ts'

type Column = readonly [name: string, cell: (entry: BookletEntry, card: Card) => string | undefined]

const cardColumns: readonly Column[] = [
  ['id', (_, { id }) => id],
  ['question', (_, { question }) => question],
  ['body', (_, { body, definitions }) => body && withDefinitions(body, definitions)],
  [
    'answer',
    (_, { answer, definitions }) =>
      answer.kind === 'written' ? withDefinitions(answer.markdown, definitions) : undefined,
  ],
  ['key_points', ({ keyPoints }) => keyPoints.join('\n')],
  ['follow_ups', (_, { followUps }) => followUps.map(withAnswer).join('\n')],
  ['note', ({ note }) => note?.trimEnd()],
  ['topics', (_, { topics }) => topics.join(' › ')],
  ['tags', (_, { tags }) => tags.join(', ')],
  ['level', (_, { level }) => level],
  ['language', (_, { language }) => language],
  ['file', (_, { source }) => source.file],
  ['line', (_, { source }) => (source.file === '' ? undefined : String(source.line))],
]

/** Of an interview; they stand in no other table. */
const askedColumns: readonly Column[] = [
  ['given', ({ asked }) => asked?.answer],
  ['coverage', ({ asked }) => asked?.coverage?.toFixed(2)],
  ['grade', ({ asked }) => asked?.grade],
  ['missed', ({ missed }) => missed.join('\n')],
]

/** What a spreadsheet shows of a cell; the rest of a longer one spills into others. */
const longestCell = 32_767

/** The table as a file; says how many cells hold more than a spreadsheet shows. */
export const csvFile: Maker = async ({ booklet, say, warn }) => {
  const long = longCells(booklet)
  if (long > 0) warn([say.exporting.longCells(long)])
  return csvText(booklet)
}

/**
 * The cards as a table (RFC 4180), a header first. The names of columns are no words for people but
 * for programs, and so the same in every language.
 */
export function csvText({ entries }: Booklet): string {
  const columns = columnsOf(entries)
  const rows = entries.map((entry) => columns.map(([, cell]) => cell(entry, entry.card) ?? ''))
  return [columns.map(([name]) => name), ...rows]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('')
}

/** How many cells hold more than a spreadsheet shows. */
export function longCells({ entries }: Booklet): number {
  const columns = columnsOf(entries)
  return entries.reduce((sum, entry) => {
    const long = columns.filter(([, cell]) => (cell(entry, entry.card)?.length ?? 0) > longestCell)
    return sum + long.length
  }, 0)
}

function columnsOf(entries: readonly BookletEntry[]): readonly Column[] {
  return entries.some(({ asked }) => asked !== undefined)
    ? [...cardColumns, ...askedColumns]
    : cardColumns
}

// A cell that begins with one of these is run as a formula by spreadsheets, also behind white or in
// full width, and some formulas start programs. An apostrophe in front says that it is text.
const formula = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/
// Where commas mark fractions, such programs part cells at semicolons or tabs, and quotes that begin
// no cell of theirs hold nothing together: a cell then begins behind such a mark, and a row behind a
// line end. A dash before a space there is an item of a list.
const formulaBehind =
  /([;\t][\s"\u200b\ufeff]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])|([\r\n][\t "\u200b\ufeff]*)(?=[=@\uff1d\uff20]|[+\-\uff0b\uff0d](?!\s))/g

/** A question, and its answer indented in the lines below it. */
function withAnswer({ question, answer }: FollowUp): string {
  return answer === undefined ? question : [question, ...answer.split('\n')].join('\n  ')
}

function quoted(cell: string): string {
  const behind = cell.replace(formulaBehind, "$&'")
  const text = formula.test(behind) ? `'${behind}` : behind
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
