import type { Card } from '../../cards/card.ts'
import { withDefinitions } from '../../cards/definitions.ts'
import type { Messages } from '../../i18n/en/en.ts'
import { type Block, type Inline, plainText } from '../../markdown/document.ts'
import type { Booklet, BookletEntry, Report } from '../booklet.ts'
import { escapedLine, htmlText, quotedNotes, quotedText } from '../markdown-text.ts'
import type { ReportBlock } from './blocks.ts'

/** A report as Markdown, its model answers folded. */
export function reportMarkdown(booklet: Booklet, report: Report, say: Messages): string {
  const { title, entries } = booklet
  const { models, blocks, after } = report
  const answers = entries.flatMap((entry) => foldedModel(entry, say))
  const lines = [
    ...[`# ${escapedLine(title)}`, ''],
    ...blocks.flatMap(blockLines),
    ...(models === undefined ? [] : [`## ${escapedLine(models)}`, '', ...answers]),
    ...after.flatMap(blockLines),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function blockLines(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level + 1)} ${lineText(block.inlines)}`, '']
    case 'paragraph':
      return [lineText(block.inlines), '']
    case 'quote':
      return [...quotedText(block.blocks.map(writtenText).join('\n\n')), '']
    case 'list':
      return [
        ...block.items.map(({ checked, blocks }) => `- ${boxOf(checked)}${textOf(blocks)}`),
        '',
      ]
    case 'table':
      return [...tableLines(block), '']
  }
}

function boxOf(checked: boolean | undefined): string {
  if (checked === undefined) return ''
  return checked ? '[x] ' : '[ ] '
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => ('inlines' in block ? lineText(block.inlines) : '')).join(' ')
}

function lineText(inlines: readonly Inline[]): string {
  const [only] = inlines
  if (only?.kind === 'strong') return `**${lineText(only.inlines)}**`
  return escapedLine(plainText(inlines))
}

/** What was typed, with its line ends. */
function writtenText(block: Block): string {
  if (!('inlines' in block)) return ''
  return block.inlines.map((one) => (one.kind === 'break' ? '\n' : plainText([one]))).join('')
}

function tableLines({ aligns, head, rows }: ReportBlock & { kind: 'table' }): readonly string[] {
  const row = (cells: readonly (readonly Inline[])[]) => `| ${cells.map(lineText).join(' | ')} |`
  const marks = aligns.map((align) => (align === 'right' ? '---:' : '---'))
  return [row(head), `| ${marks.join(' | ')} |`, ...rows.map(row)]
}

/** Headings within a model answer stand below that of all model answers. */
const modelLevel = 2

function foldedModel({ card, note }: BookletEntry, say: Messages): readonly string[] {
  const quoted = (markdown: string) =>
    quotedNotes(withDefinitions(markdown, card.definitions), modelLevel)
  return [
    '<details>',
    `<summary>${htmlText(card.question)}</summary>`,
    '',
    ...(card.body === undefined ? [] : [...quoted(card.body), '']),
    ...answerLines(card, quoted, say),
    '',
    ...(note === undefined
      ? []
      : [`**${say.review.ownNote}**`, '', ...quotedNotes(note, modelLevel), '']),
    '</details>',
    '',
  ]
}

function answerLines(
  { answer }: Card,
  quoted: (markdown: string) => readonly string[],
  say: Messages,
): readonly string[] {
  return answer.kind === 'written' ? quoted(answer.markdown) : [escapedLine(say.show.noAnswer)]
}
