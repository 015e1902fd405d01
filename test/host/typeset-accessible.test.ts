import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { parse } from '../../src/cards/parse.ts'
import type { Layout } from '../../src/export/paper/look.ts'
import { loadFonts } from '../../src/host/paper-fonts.ts'
import type { Question } from '../../src/host/typeset-worker.ts'
import { bookletOfCards } from '../support/booklet.ts'
import { machine, print } from '../support/pdf.ts'

const require = createRequire(import.meta.url)
const engine = nativeEngine()
const paper = join(import.meta.dirname, '../fixtures/paper')
const text = readFileSync(join(paper, 'torture.md'), 'utf8')
const torture = bookletOfCards(parse({ library: paper, file: 'torture.md', text }).deck.cards)

afterEach(() => {
  vi.restoreAllMocks()
})

// the native engine alone can be asked to refuse what PDF/UA-1 forbids: a character without a
// glyph, a picture without words, tags in the wrong order
describe.skipIf(engine === undefined)('what a screen reader gets', () => {
  test.each<Layout>(['notes', 'quiz', 'summary'])('passes the checks in %s', async (layout) => {
    const asked: Question[] = []
    vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (
      this: Worker,
      question: Question,
    ) {
      asked.push(question)
      return post.call(this, question)
    })
    await print(torture, { layout })
    const pdf = asked.flatMap((question) => (question.kind === 'set' ? [question] : []))[0]
    const pictures = asked.flatMap((question) => (question.kind === 'try' ? [question] : []))
    const root = join(tmpdir(), 'viva-none')
    const fonts = loadFonts(new URL('fonts/', machine.built), []).paths
    const blobs = fonts.map((path) => readFileSync(path))
    const compiler = engine.create({ workspace: root, fontArgs: [{ fontBlobs: blobs }] })
    for (const { name, bytes } of pictures) compiler.mapShadow(join(root, name), Buffer.from(bytes))
    compiler.mapShadow(join(root, 'data.json'), Buffer.from(pdf?.data ?? ''))
    compiler.addSource(join(root, 'main.typ'), pdf?.template ?? '')
    const { result } = compiler.compile({ mainFilePath: join(root, 'main.typ') })
    const strict = compiler.pdf(result, { pdfStandard: 'ua-1' })
    expect(strict.length).toBeGreaterThan(10_000)
  })
})

const post = Worker.prototype.postMessage

function nativeEngine() {
  try {
    return require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu').NodeCompiler
  } catch {
    return undefined
  }
}
