// Whether cards keep their histories through edits, and how long that takes: `npm run bench:identity`.
// The recorded pairs of versions give the shares, a library of 4,000 cards the times. Prints only.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { sized } from './measure.js'

const top = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'viva-identity-'))
const bundle = join(folder, 'bundle.mjs')
await build({
  stdin: {
    contents: `
      export * from './test/support/reading.ts'
      export { parse } from './src/cards/read/parse.ts'
      export { openRegistry } from './src/host/store/registry.ts'
      export { settled } from './src/host/library/settle.ts'`,
    resolveDir: top,
  },
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  alias: { 'js-yaml': join(top, 'node_modules/js-yaml/dist/js-yaml.mjs') },
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
})
const viva = await import(pathToFileURL(bundle).href)

const fixtures = join(top, 'test/fixtures/identity')
const before = viva.filesIn(join(fixtures, 'before'))
const after = viva.filesIn(join(fixtures, 'after'))

/** @typedef {{ before: string, after: string | null }} Link */
/** @typedef {{ id: string, source: { file: string, line: number } }} Card */

/** @param {readonly Card[]} cards */
function byPlace(cards) {
  return new Map(cards.map(({ id, source }) => [`${source.file}:${source.line}`, id]))
}

function pairs() {
  /** @type {{ links: readonly Link[], fresh: readonly string[] }} */
  const { links, fresh } = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'))
  const one = viva.learner()
  const [then, now] = [before, after].map((files) => {
    const cards = viva.cardsIn(files)
    one.learn(viva.readingOf(cards))
    return byPlace(cards)
  })
  const { nameOf } = one.registry()
  const old = new Set([...(then?.values() ?? [])].map(nameOf))
  const there = links.filter((link) => link.after !== null)
  const counts = { kept: 0, lost: 0, wrong: 0 }
  for (const link of there) {
    const name = nameOf(now?.get(String(link.after)))
    if (name === nameOf(then?.get(link.before))) counts.kept += 1
    else if (old.has(name)) counts.wrong += 1
    else counts.lost += 1
  }
  counts.wrong += fresh.filter((place) => old.has(nameOf(now?.get(place)))).length
  const share = ((100 * counts.kept) / there.length).toFixed(2)
  console.log(
    `recorded edits: ${there.length} cards still there, kept ${share} % (bar 99), wrong links ${counts.wrong} (bar 0)`,
  )
}

function unrelated() {
  let links = 0
  let tried = 0
  for (const [mine, text] of Object.entries(before)) {
    for (const [other, theirs] of Object.entries(before)) {
      if (mine === other) continue
      const one = viva.learner()
      one.learn(viva.readingOf(viva.cardsIn({ 'notes.md': text })))
      const facts = one.learn(viva.readingOf(viva.cardsIn({ 'notes.md': theirs })))
      links += facts.filter((/** @type {{ kind: string }} */ { kind }) => kind === 'link').length
      tried += 1
    }
  }
  console.log(`unrelated banks: ${links} links in ${tried} pairs (bar 0)`)
}

/**
 * A library of so many cards: the recorded bank over and over, each time with other words in it.
 * @param {number} count
 * @param {string} mark put into each text, so that another one edits them all
 */
function largeLibrary(count, mark) {
  const cards = viva.cardsIn(before)
  /** @type {Record<string, string>} */
  const files = {}
  for (let at = 0; at < count; at += 1) {
    const { question, body, answer, source } = cards[at % cards.length]
    const round = Math.floor(at / cards.length)
    const file = `${round}/${source.file}`
    const words = `${(at * 7919).toString(36)} ${(at * 104_729).toString(36)}`
    const text = `${answer.markdown ?? ''}\n\n${words} ${mark}`
    const asked = `${mark} ${question} (${words})`
    files[file] = `${files[file] ?? ''}## ${asked}\n\n${body ?? ''}\n\n${text}\n\n`
  }
  return files
}

/** @param {string} root @param {Record<string, string>} files */
function libraryOf(root, files) {
  const decks = Object.entries(files).map(([file, text]) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
    return viva.parse({ library: root, file, text }).deck
  })
  return { root, decks, problems: [] }
}

/** @param {string} name @param {number | undefined} bar @param {() => unknown} work */
function timed(name, bar, work) {
  const start = performance.now()
  work()
  const ms = performance.now() - start
  const held = bar === undefined ? '' : `  bar ${bar}  ${ms <= bar ? 'held' : 'MISSED'}`
  console.log(`${name.padEnd(46)} ${ms.toFixed(1).padStart(8)} ms${held}`)
}

/** @param {string} name */
function settler(name) {
  const data = join(folder, name)
  const cache = join(data, 'cache')
  /** @param {unknown} library */
  const settle = (library) => {
    // a registry of its own each time, as each call of the program has
    const registry = viva.openRegistry({ data, cache, now: Date.now, onFailure: console.error })
    return viva.settled(library, registry)
  }
  return { settle, forget: () => rmSync(cache, { recursive: true, force: true }) }
}

const many = sized(4000, 40)
const some = sized(1000, 20)

function times() {
  const library = libraryOf(join(folder, 'many'), largeLibrary(many, 'Before'))
  const home = settler('home')
  timed(`${many} cards, first seen`, undefined, () => home.settle(library))
  timed(`${many} cards, unchanged`, 50, () => home.settle(library))
  home.forget()
  timed(`${many} cards, unchanged, cache deleted`, undefined, () => home.settle(library))
  const files = largeLibrary(many, 'Before')
  const [first = ''] = Object.keys(files)
  files[first] = (files[first] ?? '').replace('Before', 'Afterwards')
  const edited = libraryOf(join(folder, 'many'), files)
  timed(`${many} cards, one edited`, undefined, () => home.settle(edited))
  const other = settler('other-home')
  const root = join(folder, 'some')
  const ids = idsIn(other.settle(libraryOf(root, largeLibrary(some, 'Before'))))
  const changed = libraryOf(root, largeLibrary(some, 'In other words: 换句话说'))
  timed(`${some} cards, all edited`, 2000, () => other.settle(changed))
  const kept = idsIn(other.settle(changed)).filter((id, at) => id === ids[at]).length
  console.log(`of these kept ${kept} of ${ids.length}`)
}

/** @param {{ decks: readonly { cards: readonly Card[] }[] }} library */
function idsIn({ decks }) {
  return decks.flatMap(({ cards }) => cards.map(({ id }) => id))
}

pairs()
unrelated()
times()
rmSync(folder, { recursive: true, force: true })
