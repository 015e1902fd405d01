// What documents cost: `npm run bench:export -- <notes.md> ...`; without files the bank. Each run is
// a process of its own, from the command to the file. Prints only.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { bookletOf, viva } from '../support/paper.js'
import { isSmallest, row, sized, timed } from './measure.js'
import { chromium, pdfmake } from './paper-rivals.js'

const top = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'viva-bench-'))
const given = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const files =
  given.length > 0
    ? given
    : (isSmallest ? ['redis-cache'] : ['redis-cache', 'databases', 'python']).map((name) =>
        join(top, 'content/zh', `${name}.md`),
      )
const runs = sized(5, 1)
// the moment stands in the file
process.env.VIVA_NOW = '2026-03-09T20:00:00+08:00'
const times = 20

/** A library of these files, so many times over. @param {number} copies */
function library(copies) {
  const path = join(folder, `library-${copies}`)
  mkdirSync(path)
  for (let copy = 0; copy < copies; copy += 1) {
    for (const [i, file] of files.entries()) {
      writeFileSync(join(path, `${copy}-${i}-${basename(file)}`), readFileSync(file))
    }
  }
  return path
}

/** The same build where the native engine was not installed. */
function withoutNative() {
  const path = join(folder, 'wasm')
  const packages = join(path, 'node_modules/@myriaddreamin')
  mkdirSync(packages, { recursive: true })
  for (const name of ['bin', 'dist', 'package.json']) {
    cpSync(join(top, name), join(path, name), { recursive: true })
  }
  const name = 'typst-ts-web-compiler'
  symlinkSync(join(top, 'node_modules/@myriaddreamin', name), join(packages, name))
  return path
}

/** @param {string} program @param {string} from @param {string} to @param {number} count */
function best(program, from, to, count) {
  const words = [join(program, 'bin/viva.js'), 'export', to, '--library', from, '--force']
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true })
  const found = Array.from({ length: count }, () => timed([...words, '--lang', 'zh'], home, true))
  return {
    ms: Math.min(...found.map(({ ms }) => ms)),
    cpu: Math.min(...found.map(({ cpu }) => cpu)),
    rss: Math.max(...found.map(({ rss }) => rss)),
    bytes: statSync(to).size,
  }
}

/** @param {{ ms: number, cpu: number, rss: number, bytes: number }} found */
function said({ ms, cpu, rss, bytes }) {
  return `${(ms / 1000).toFixed(2).padStart(6)} s (${(cpu / 1000).toFixed(1)} s of CPU)  ${rss.toFixed(0).padStart(5)} MB  ${(bytes / 1e6).toFixed(2).padStart(6)} MB file`
}

const native = top
const wasm = withoutNative()
const small = library(1)
const out = (/** @type {string} */ name) => join(folder, name)

const one = best(native, small, out('native.pdf'), runs)
row('native', said(one), [one.ms, 1500])
const other = best(wasm, small, out('wasm.pdf'), runs)
row('WebAssembly', said(other), [other.ms, 3500])
const bytes = readFileSync(out('native.pdf'))
row('the same bytes from both', String(bytes.equals(readFileSync(out('wasm.pdf')))))

if (!isSmallest) {
  const large = library(times)
  const many = best(native, large, out('native-large.pdf'), 1)
  row(`native, ${times} times as much`, said(many), [many.ms, 8000])
  const others = best(wasm, large, out('wasm-large.pdf'), 1)
  row(`WebAssembly, ${times} times as much`, said(others), [others.ms, 40000])
}

const booklet = bookletOf(files, '题库')
const questions = booklet.entries.map((/** @type {any} */ { card }) => card.question)
await tell('viva', bytes, questions)

for (const rival of isSmallest ? [] : [pdfmake, chromium]) {
  const file = out(`${rival.name}.pdf`)
  const html = out('rival.html')
  if (rival === chromium) best(native, small, html, 1)
  const command = rival(booklet, html, file, folder)
  if (command === undefined) {
    row(rival.name, 'is not here')
    continue
  }
  const found = Array.from({ length: 3 }, () => {
    const begin = performance.now()
    const { status } = spawnSync(command[0] ?? '', command.slice(1), { stdio: 'ignore' })
    return { ms: status === 0 ? performance.now() - begin : Number.NaN, bytes: readFileSync(file) }
  })
  const ms = Math.min(...found.map((run) => run.ms))
  const [first, second] = found
  row(
    rival.name,
    `${(ms / 1000).toFixed(2).padStart(6)} s  ${((first?.bytes.length ?? 0) / 1e6).toFixed(2)} MB file`,
  )
  row('', `twice the same bytes: ${first && second ? first.bytes.equals(second.bytes) : false}`)
  await tell(rival.name, first?.bytes ?? Buffer.of(), questions)
}
rmSync(folder, { recursive: true })

/** What is in a document. @param {string} name @param {Buffer} bytes @param {string[]} wanted */
async function tell(name, bytes, wanted) {
  const pdf = await viva.readPdf(bytes)
  const text = pdf.pages.flatMap((/** @type {any} */ { lines }) => lines).join('')
  let at = 0
  // lines lose their spaces, and a question may run over a page
  const found = wanted.filter((question) => {
    const place = text.indexOf(question.replace(/\s/g, ''), at)
    if (place >= 0) at = place
    return place >= 0
  })
  const roles = pdf.pages.reduce(
    (/** @type {number} */ sum, /** @type {any} */ page) => sum + page.roles.length,
    0,
  )
  const marks = pdf.outline.reduce(
    (/** @type {number} */ sum, /** @type {any} */ one) => sum + 1 + one.items.length,
    0,
  )
  row(
    `${name}: questions in order`,
    `${found.length} of ${wanted.length}, ${pdf.pages.length} pages, ${roles} tags, ${marks} bookmarks`,
  )
}
