import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'
import type { Engine } from '../../src/export/paper/engine.ts'
import { type Layout, usualOptions } from '../../src/export/paper/look.ts'
import { printed } from '../../src/export/paper/print.ts'
import { readEntry } from '../../src/export/read-entry.ts'
import { loadFonts } from '../../src/host/paper/paper-fonts.ts'
import { readPictures } from '../../src/host/paper/read-pictures.ts'
import { typesetter } from '../../src/host/paper/typesetter.ts'
import { bookletOfCards } from '../support/booklet.ts'
import { machine } from '../support/pdf.ts'

const require = createRequire(import.meta.url)
const engine = nativeEngine()
const paper = join(import.meta.dirname, '../fixtures/paper')
const text = readFileSync(join(paper, 'torture.md'), 'utf8')
const torture = bookletOfCards(parse({ library: paper, file: 'torture.md', text }).deck.cards)

// the native engine alone can be asked to refuse what PDF/UA-1 forbids: a character without a
// glyph, a picture without words, tags in the wrong order
describe.skipIf(engine === undefined)('what a screen reader gets', () => {
  test.each<Layout>(['notes', 'quiz', 'summary'])('passes the checks in %s', async (layout) => {
    const pictures: { readonly name: string; readonly bytes: Uint8Array }[] = []
    const pages: { readonly template: string; readonly data: string }[] = []
    const fonts = loadFonts(new URL('fonts/', machine.built), [])
    const setup = { fonts: fonts.paths, ownFonts: [], engine: undefined }
    const real = typesetter(new URL('typeset-process.js', machine.built), setup)
    const listening: Engine = {
      ...real,
      tried: (name, bytes) => {
        pictures.push({ name, bytes })
        return real.tried(name, bytes)
      },
      set: (template, data) => {
        pages.push({ template, data })
        return real.set(template, data)
      },
    }
    const entries = torture.entries.map(readEntry)
    const parts = { entries, pictures: await readPictures(entries), fonts: fonts.known }
    const { version } = machine
    await printed(torture, usualOptions(layout), { ...parts, version }, listening)
    await real.end()
    const [pdf] = pages
    const root = join(tmpdir(), 'viva-none')
    const blobs = fonts.paths.map((path) => readFileSync(path))
    const compiler = engine.create({ workspace: root, fontArgs: [{ fontBlobs: blobs }] })
    for (const { name, bytes } of pictures) compiler.mapShadow(join(root, name), Buffer.from(bytes))
    compiler.mapShadow(join(root, 'data.json'), Buffer.from(pdf?.data ?? ''))
    compiler.addSource(join(root, 'main.typ'), pdf?.template ?? '')
    const { result } = compiler.compile({ mainFilePath: join(root, 'main.typ') })
    const strict = compiler.pdf(result, { pdfStandard: 'ua-1' })
    expect(strict.length).toBeGreaterThan(10_000)
  })
})

function nativeEngine() {
  try {
    return require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu').NodeCompiler
  } catch {
    return undefined
  }
}
