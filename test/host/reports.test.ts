import { expect, test } from 'vitest'
import type { Booklet } from '../../src/export/booklet.ts'
import { readEntry } from '../../src/export/read-entry.ts'
import { reportBlocks, told } from '../../src/export/report/blocks.ts'
import { reportHtml } from '../../src/export/report/html.ts'
import { reportMarkdown } from '../../src/export/report/markdown.ts'
import { en } from '../../src/i18n/en/en.ts'
import { codeCutter } from '../../src/markdown/code.ts'
import { type Block, plainText } from '../../src/markdown/document.ts'
import { bookletOf } from '../support/booklet.ts'
import { type PastTurn, pastInterview } from '../support/past.ts'
import { print, readPdf } from '../support/pdf.ts'

const points = ['**互相等待**', 'four conditions']
const turns: readonly PastTurn[] = [
  {
    ...{
      question: '什么是死锁？',
      card: 'deadlock',
      topic: '并发',
      points,
      used: 40,
      hesitation: 4,
    },
    ...{ answer: 'Two tasks\n  wait for each other.\n\n1. <b>互相</b>等待', heard: 0.5 },
    ...{ grade: 'hard', coverage: 0.5, missed: ['four conditions'] },
  },
  {
    question: 'How does `jstack` help?',
    follows: 0,
    topic: '并发',
    used: 70,
    grade: 'hard',
    answer: '看栈',
  },
  { question: 'Why three ways?', card: 'tcp', topic: 'Networks', used: 5, ended: 'skipped' },
]
const interview = pastInterview(turns, { exam: true, narrowed: '--topic 并发' })
const compared = {
  interviews: 2,
  now: { coverage: 0.5, recall: 0.4, eachMs: 38_000 },
  before: { coverage: 0.3, recall: 0.5, eachMs: 50_000 },
}
const background = { n: 3, compared, due: interview.turns.slice(0, 1) }
const model = bookletOf(
  '## 什么是死锁？\n\n- 互相等待\n- `wait`\n\n## Why three ways?\n\nBoth must **know**.\n',
)
const report = {
  blocks: reportBlocks(interview, background, en),
  models: en.report.document.models,
  after: [told(en.report.document.gone)],
}
const booklet: Booklet = { ...model, title: 'Mock interview, 2026-11-20 20:00', told: [], report }

/** What a report says, piece by piece, in order. */
function factsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') return factsOf(block.blocks)
    if (block.kind === 'list') return block.items.flatMap(({ blocks: inner }) => factsOf(inner))
    if (block.kind === 'table') return [block.head, ...block.rows].flat().map(plainText)
    return 'inlines' in block ? [plainText(block.inlines)] : []
  })
}

const facts = [
  ...factsOf(report.blocks),
  ...[report.models, '什么是死锁？', '互相等待', 'wait', 'Why three ways?', 'Both must know.'],
  ...factsOf(report.after),
]
/** Without white and the marks of Markdown. */
const bare = (text: string) => text.replace(/[\s`*|<>]|\\(?=\W)/g, '')

/** The facts that a text does not say behind those before them. */
function lost(text: string, all: readonly string[] = facts): readonly string[] {
  let at = 0
  return all.filter((fact) => {
    const found = text.indexOf(bare(fact), at)
    if (found >= 0) at = found
    return found < 0
  })
}

test('the report holds the same facts in the same order as Markdown, as a page and on paper', async () => {
  const markdown = reportMarkdown(booklet, report, en)
  expect(lost(bare(markdown))).toEqual([])
  const cut = await codeCutter([])
  const picture = (_: unknown, __: string, alt: string) => ({ instead: alt })
  const page = reportHtml(booklet, report, booklet.entries.map(readEntry), {
    say: en,
    language: 'en',
    cut,
    formula: () => undefined,
    picture,
  })
  expect(lost(bare(page.replace(/<[^>]*>|&[lg]t;/g, '')))).toEqual([])
  const { bytes, warnings } = await print(booklet)
  expect(warnings).toEqual([])
  const pdf = await readPdf(bytes)
  const paper = bare(pdf.pages.flatMap(({ lines }) => lines.slice(1, -1)).join(''))
  // cells of a row may stand a hair higher than others, and are read before them
  const cells = factsOf(report.blocks.filter(({ kind }) => kind === 'table'))
  expect(
    lost(
      paper,
      facts.filter((fact) => !cells.includes(fact)),
    ),
  ).toEqual([])
  expect(cells.filter((cell) => !paper.includes(bare(cell)))).toEqual([])
  expect(pdf.pages.length).toBeLessThan(3)
  expect(pdf.outline.map(({ title }) => title)).toContain('Scores by topic')
})
