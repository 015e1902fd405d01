// What documents are measured against: pdfmake, and the print of Chromium where it is installed.
// Each gives the command that writes the same notes, or undefined.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { viva } from '../support/paper.js'

const top = join(import.meta.dirname, '../..')

/** @param {any} booklet @param {string} _html @param {string} file @param {string} folder */
export function pdfmake(booklet, _html, file, folder) {
  const data = join(folder, 'pdfmake.json')
  const content = booklet.entries.flatMap(
    (/** @type {any} */ { card, topic }, /** @type {number} */ i) => [
      ...(booklet.entries[i - 1]?.topic === topic
        ? []
        : [{ text: topic, style: 'topic', tocItem: true }]),
      { text: `${i + 1}. ${card.question}`, style: 'question', tocItem: true },
      ...(card.answer.kind === 'missing' ? [] : viva.documentOf(card.answer.markdown).map(node)),
    ],
  )
  writeFileSync(data, JSON.stringify([{ toc: { title: { text: '目录' } } }, ...content]))
  const script = fileURLToPath(new URL('./pdfmake-once.js', import.meta.url))
  return [process.execPath, script, data, join(top, 'dist/fonts'), file]
}

/** @param {any} _booklet @param {string} html @param {string} file @param {string} folder */
export function chromium(_booklet, html, file, folder) {
  const program = ['chromium', 'google-chrome'].find(
    (name) => spawnSync(name, ['--version']).error === undefined,
  )
  if (program === undefined) return undefined
  const profile = `--user-data-dir=${join(folder, 'chromium')}`
  const quiet = [
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
  ]
  const print = [
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${file}`,
  ]
  return [program, '--headless', '--no-sandbox', ...quiet, profile, ...print, html]
}

/** @param {any} block @returns {any} */
function node(block) {
  switch (block.kind) {
    case 'code':
      return { text: block.text, style: 'code', preserveLeadingSpaces: true }
    case 'list': {
      const items = block.items.map((/** @type {any} */ item) => item.blocks.map(node))
      return block.start === undefined ? { ul: items } : { ol: items, start: block.start }
    }
    case 'quote':
      return { stack: block.blocks.map(node), margin: [12, 0, 0, 0] }
    case 'table': {
      const cells = (/** @type {any} */ row) =>
        row.map((/** @type {any} */ cell) => ({ text: runs(cell) }))
      return { table: { headerRows: 1, body: [block.head, ...block.rows].map(cells) } }
    }
    case 'heading':
      return { text: runs(block.inlines), style: 'head' }
    case 'paragraph':
      return { text: runs(block.inlines), margin: [0, 0, 0, 6] }
    default:
      return { text: '' }
  }
}

/** @param {any[]} inlines @returns {any[]} */
function runs(inlines) {
  return inlines.map((one) => {
    if (one.kind === 'code') return { text: one.text, font: 'Mono' }
    if (one.kind === 'text') return { text: one.text }
    if (one.kind === 'link') return { text: runs(one.inlines), link: one.url }
    if (one.kind === 'break') return { text: '\n' }
    return 'inlines' in one
      ? { text: runs(one.inlines), bold: one.kind === 'strong' }
      : { text: '' }
  })
}
