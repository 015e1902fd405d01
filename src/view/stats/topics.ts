import type { TopicFigures } from '../../stats/topics.ts'
import { clip, oneLine, pad, width } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { packed, textColumns } from '../layout.ts'
import type { Look } from '../look.ts'
import { bar, percent } from '../reports/bars.ts'

const figures = ['cards', 'fresh', 'due', 'weak'] as const

/** Topics, each with those inside it indented below it, then tags. */
export function topicsLines(
  topics: readonly TopicFigures[],
  tags: readonly TopicFigures[],
  look: Look,
): readonly string[] {
  const { progress } = look.say
  if (topics.length + tags.length === 0) return wrap(progress.noTopics, textColumns(look))
  const parts = [
    { title: progress.topics, rows: topics },
    { title: progress.tags, rows: tags },
  ].filter(({ rows }) => rows.length > 0)
  return parts.flatMap(({ title, rows }, i) => [
    ...(i > 0 ? [''] : []),
    ...(tableLines(title, rows, look) ?? itemLines(title, rows, look)),
  ])
}

/** The same for another program to read: fields between tabs. */
export function topicsRecords(
  topics: readonly TopicFigures[],
  tags: readonly TopicFigures[],
): readonly string[] {
  const record = (kind: string, { path, cards, fresh, due, weak, recall }: TopicFigures) =>
    [kind, path.join(' / '), cards, fresh, due, weak, recall?.toFixed(3) ?? '']
      .map((field) => oneLine(String(field)))
      .join('\t')
  return [...topics.map((one) => record('topic', one)), ...tags.map((one) => record('tag', one))]
}

const leastName = 12
const widestName = 40

function tableLines(
  title: string,
  rows: readonly TopicFigures[],
  look: Look,
): readonly string[] | undefined {
  const { paint, say } = look
  const { columns } = say.progress
  const columnWidths = figures.map((name) =>
    Math.max(width(columns[name]), ...rows.map((row) => String(row[name]).length)),
  )
  const last = Math.max(4, width(columns.recall))
  const fixed = columnWidths.reduce((sum, cells) => sum + cells + 2, 0) + last + 2
  const room = textColumns(look) - fixed
  if (room < leastName) return undefined
  const longest = Math.max(width(title), ...rows.map((row) => width(nameOf(row))))
  const name = Math.min(room, widestName, longest)
  const bars = room - name - 2 >= 8 ? Math.min(16, room - name - 2) : 0
  const cells = (texts: readonly string[]) =>
    texts.map((text, i) => right(text, columnWidths[i] ?? 0)).join('  ')
  const head = [pad(title, name), cells(figures.map((one) => columns[one]))].join('  ')
  return [
    paint.dim(`${head}  ${right(columns.recall, last)}`),
    ...rows.map((row) => {
      const label = pad(clip(nameOf(row), name, look), name)
      const share = row.recall
      const recall = right(share === undefined ? '-' : percent(share), last)
      const drawn = share === undefined || bars === 0 ? '' : `  ${bar(share, bars, look)}`
      const counts = cells(figures.map((one) => String(row[one])))
      return `${label}  ${counts}  ${recall}${paint.good(drawn)}`
    }),
  ]
}

function itemLines(title: string, rows: readonly TopicFigures[], look: Look): readonly string[] {
  const { paint, say } = look
  const columns = textColumns(look)
  return [
    ...wrap(title, columns).map(paint.strong),
    ...rows.flatMap((row) => {
      const { cards, fresh, due, weak, recall } = row
      const told = say.progress.topicTold(cards, fresh, due, weak)
      const known = recall === undefined ? [] : [say.progress.recallNow(percent(recall))]
      return [
        ...wrap(nameOf(row), columns, { rest: '  ' }),
        ...packed([told, ...known].join(' · '), columns, '    ').map(paint.dim),
      ]
    }),
  ]
}

function nameOf({ path }: TopicFigures): string {
  return '  '.repeat(path.length - 1) + oneLine(path.at(-1) ?? '')
}

function right(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - width(text))) + text
}
