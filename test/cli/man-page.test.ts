import { expect, test } from 'vitest'
import { manPage } from '../../src/cli/man-page.ts'
import { commands } from '../../src/cli/program.ts'
import { globalRows } from '../../src/cli/shell.ts'
import { en } from '../../src/i18n/en/en.ts'
import { manual } from '../../src/i18n/en/manual.ts'

const page = manPage({ version: '1.2.3', say: en, manual, commands, rows: globalRows })

test('the manual page has every command, its parts, its options and three examples', () => {
  for (const { name, parts = [] } of commands) {
    expect(page).toMatch(new RegExp(`^\\.SS viva ${name}( |$)`, 'm'))
    for (const part of parts) expect(page).toContain(`.SS viva ${name} ${part.name}`)
  }
  expect(page).toContain(
    '.B \\-n, \\-\\-questions <count>\nhow many questions to ask (default: 10)',
  )
  expect(page).toContain('viva review \\-\\-new 5 \\-m 20  five new cards at most')
})

test('the manual page holds no request but its own, and no escape of a text', () => {
  const requests = [...page.matchAll(/^\.(\w+)/gm)].map(([, name]) => name)
  expect([...new Set(requests)].sort()).toEqual([
    'B',
    'I',
    'PP',
    'SH',
    'SS',
    'TH',
    'TP',
    'fi',
    'nf',
  ])
  expect(page.replace(/\\[-e&]/g, '')).not.toContain('\\')
})
