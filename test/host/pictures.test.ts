import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { leftOut } from '../../src/export/named-pictures.ts'
import { readPicture } from '../../src/host/paper/pictures.ts'

const folder = mkdtempSync(join(tmpdir(), 'viva-pictures-'))
const library = join(folder, '题库')
const gif = Buffer.from('GIF89a\x05\0\x06\0;', 'latin1')
mkdirSync(join(library, '图 片'), { recursive: true })
writeFileSync(join(library, '图 片/一.gif'), gif)
writeFileSync(join(folder, 'outside.gif'), gif)
writeFileSync(join(library, 'notes.md'), '# 笔记')
writeFileSync(join(library, 'big.gif'), gif)
truncateSync(join(library, 'big.gif'), 30 * 1024 * 1024)
writeFileSync(
  join(library, 'long.svg'),
  `<svg width="1" height="1">${' '.repeat(1024 * 1024)}</svg>`,
)
// a picture of 100,000 by 100,000
const bomb = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\x86\xa0\0\x01\x86\xa0', 'latin1')
writeFileSync(join(library, 'bomb.png'), bomb)
afterAll(() => rmSync(folder, { recursive: true }))

const source = { library, file: 'a/b.md', line: 1, endLine: 2 }

test('a picture of the library is read, by an address from the note or from the root', async () => {
  const found = await readPicture(source, '../图%20片/一.gif?raw=1#x')
  expect(found).toMatchObject({ head: { kind: 'gif', width: 5, height: 6 } })
  expect(await readPicture(source, '/图 片/一.gif')).toMatchObject({ head: { kind: 'gif' } })
  expect(await readPicture(source, '..\\图 片\\一.gif')).toMatchObject({ head: { kind: 'gif' } })
})

test('none outside of it is, by dots, by an absolute path or by a link', async () => {
  symlinkSync(join(folder, 'outside.gif'), join(library, 'link.gif'))
  expect(await readPicture(source, '../../outside.gif')).toBe('outside')
  expect(await readPicture(source, '../link.gif')).toBe('outside')
  expect(await readPicture(source, join(folder, 'outside.gif'))).toBe('missing')
  expect(await readPicture(source, `file://${folder}/outside.gif`)).toBe('broken')
})

test('what is no picture, too large, not there or on the web is told apart', async () => {
  expect(await readPicture(source, '../notes.md')).toBe('broken')
  expect(await readPicture(source, '..')).toBe('outside')
  expect(await readPicture(source, '../图 片')).toBe('broken')
  expect(await readPicture(source, '../big.gif')).toBe('large')
  expect(await readPicture(source, '../bomb.png')).toBe('large')
  expect(await readPicture(source, '../long.svg')).toBe('large')
  expect(await readPicture(source, 'none.png')).toBe('missing')
  expect(await readPicture(source, 'a\0.png')).toBe('missing')
  expect(await readPicture(source, 'https://a.cn/a.png')).toBe('remote')
  expect(await readPicture(source, '//a.cn/a.png')).toBe('remote')
  expect(await readPicture(source, 'data:image/png;base64,AA')).toBe('broken')
})

const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('a picture pasted as an address is read from it', async () => {
  const head = { kind: 'png', width: 1, height: 1 }
  expect(await readPicture(source, `data:image/png;base64,${dot}`)).toMatchObject({ head })
  const encoded = encodeURIComponent(dot)
  expect(await readPicture(source, `data:image/png;base64,${encoded}`)).toMatchObject({ head })
  const svg = encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3"/>')
  expect(await readPicture(source, `data:image/svg+xml,${svg}`)).toMatchObject({
    head: { kind: 'svg', width: 2, height: 3 },
  })
  expect(await readPicture(source, 'data:image/svg+xml,%E0%')).toBe('broken')
  expect(await readPicture(source, 'data:text/html,<svg>')).toBe('broken')
})

test('a warning names a pasted picture by its kind, not by its letters', () => {
  const src = `data:image/png;base64,${'A'.repeat(300)}`
  expect(leftOut({ source, src }, 'broken')).toMatchObject({ src: 'data:image/png;base64,…' })
})
