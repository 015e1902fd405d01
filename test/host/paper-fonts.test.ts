import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { glyphsOf } from '../../src/export/paper/glyphs.ts'
import { loadFonts } from '../../src/host/paper-fonts.ts'
import { machine } from '../support/pdf.ts'

const content = join(import.meta.dirname, '../../content')
const folder = new URL('fonts/', machine.built)

test('our fonts have every character of the bank', () => {
  const glyphs = glyphsOf(loadFonts(folder, []).known)
  for (const name of readdirSync(content, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.md')) glyphs.shown(readFileSync(join(content, name), 'utf8'))
  }
  expect([...glyphs.missing]).toEqual([])
})

test('each font is shipped with its licence', () => {
  const files = readdirSync(folder)
  const families = files.filter((name) => name.endsWith('.ttf')).map((name) => name.split('_')[0])
  for (const family of families) {
    const licence = readFileSync(new URL(`${family}-LICENSE.txt`, folder), 'utf8')
    expect(licence).toContain('SIL OPEN FONT LICENSE')
  }
})

test('a font that is not there is named', () => {
  const load = () => loadFonts(folder, [join(content, 'none.ttf')])
  expect(load).toThrow(
    expect.objectContaining({ fault: expect.objectContaining({ code: 'file-not-readable' }) }),
  )
})
