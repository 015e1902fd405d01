// Whether Anki itself reads what viva exports for it: `npm run anki -- [library …]` opens the packages of
// the bundled bank, of notes made to be hard, and of the libraries named, with Anki's own library, which
// is installed into a temporary environment, or into `--environment <folder>`, where it stays. Each is
// imported into an empty collection, imported again, and imported once more after edits; what Anki shows
// of each card is compared with our own page of it, word by word. Then histories: ours in Anki, and those
// of collections that Anki's library makes here, review by review. Exits with 1 if anything differs.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { asked, pythonWithAnki } from './anki/environment.js'
import { histories, paces } from './anki/history.js'
import { leaving } from './anki/leaving.js'
import { picture, tricky } from './anki/tricky.js'
import { differing, textOf } from './anki/words.js'

const { values, positionals } = parseArgs({
  options: { environment: { type: 'string' } },
  allowPositionals: true,
})
const root = join(import.meta.dirname, '../..')
const base = mkdtempSync(join(tmpdir(), 'viva-anki-'))
process.on('exit', () => rmSync(base, { recursive: true, force: true }))
const python = pythonWithAnki(resolve(values.environment ?? base))
let faults = 0

/** @param {string} text */
function fault(text) {
  faults += 1
  console.log(`  ${text}`)
}

/**
 * @param {string} home
 * @param {string} now
 * @param {readonly string[]} words
 */
function viva(home, now, words) {
  const env = { ...process.env, VIVA_HOME: home, VIVA_NOW: now }
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/viva.js'), ...words],
    { env, encoding: 'utf8', maxBuffer: 1 << 29 },
  )
  if (status !== 0) throw new Error(`viva ${words.join(' ')}: ${stderr}`)
  return stdout
}

const marker = 'EDITEDLATER'

/** Adds a word of ours to an answer of each file; cards keep their names through it. @param {string} path */
function edit(path) {
  const files = statSync(path).isDirectory()
    ? readdirSync(path).map((name) => join(path, name))
    : [path]
  for (const file of files) {
    if (statSync(file).isDirectory()) edit(file)
    else if (/\.(?:md|markdown)$/.test(file)) {
      const text = `${readFileSync(file, 'utf8').trimEnd()}\n`
      const place = /^#+ (?:要点|追问|Key points|Follow-ups)$/m.exec(text)?.index ?? text.length
      writeFileSync(file, `${text.slice(0, place)}\n${marker}\n\n${text.slice(place)}`)
    }
  }
}

/** Our own page of each card, in the order of the package. @param {string} html */
function pages(html) {
  return Array.from(html.matchAll(/<article\b.*?<\/article>/gs), ([article]) =>
    textOf(
      article
        .replace(/<span class="number">\d*<\/span>/, '')
        .replace(/<p class="facts">.*?<\/p>/gs, '')
        .replace(/<p class="none">.*?<\/p>/gs, ''),
    ),
  )
}

/** @typedef {{ question: string, answer: string, sounds: number, cards: number, id: string, deck: string, tags: string[], schedule: number[], state: number[] | null, reviews: number[][] }} Shown */

/** @param {string} name @param {string} library @param {string} language */
function tried(name, library, language) {
  const home = join(base, name, 'home')
  const copy = join(base, name, basename(library))
  mkdirSync(join(base, name), { recursive: true })
  cpSync(library, copy, { recursive: true })
  const to = (/** @type {string} */ file) => join(base, name, file)
  const out = ['--library', copy, '--lang', language, '--force']
  viva(home, '2026-03-09T20:00:00+08:00', ['export', to('first.apkg'), ...out])
  viva(home, '2026-03-09T20:00:00+08:00', ['export', to('first.html'), ...out])
  edit(copy)
  viva(home, '2026-04-09T20:00:00+08:00', ['export', to('later.apkg'), ...out])
  const found = asked(python, 'look.py', [to('first.apkg'), to('later.apkg')])
  const wanted = pages(readFileSync(to('first.html'), 'utf8'))
  const cards = /** @type {Shown[]} */ (Object.values(found.before))
  const [one, two, three] = found.counts
  console.log(
    `${name}: ${wanted.length} cards, ${one.new} imported, again ${two.new} new, after edits ${three.new} new and ${three.updated} updated`,
  )
  if (one.new !== wanted.length || cards.length !== wanted.length) fault('not all cards came')
  if (two.new + two.updated + three.new > 0) fault('cards came twice')
  if (three.updated === 0) fault('no edit came')
  if (Object.keys(found.after).length !== wanted.length) fault('cards were doubled')
  if (found.missing.length + found.unused.length > 0)
    fault(`pictures: ${found.missing} ${found.unused}`)
  if (!found.sound) fault('the database is not sound')
  for (const card of cards) {
    if (card.sounds > 0) fault(`something sounds in ${card.id}`)
    if (card.cards !== 1) fault(`${card.cards} cards of one: ${card.id}`)
  }
  kept(found)
  sameWords(cards, wanted)
  return { cards, media: /** @type {string[]} */ (found.media) }
}

/** @param {{ between: Record<string, Shown>, after: Record<string, Shown>, answered: string | null }} found */
function kept({ between, after, answered }) {
  const edited = Object.values(after).filter(({ answer }) => answer.includes(marker)).length
  if (edited === 0) fault('no edit is shown')
  if (answered === null || between[answered]?.schedule[4] !== 1) fault('no card could be answered')
  for (const [guid, { schedule, reviews }] of Object.entries(between)) {
    const later = after[guid]
    if (JSON.stringify([schedule, reviews]) !== JSON.stringify([later?.schedule, later?.reviews])) {
      fault(`the schedule of ${guid} is lost: ${schedule} ${later?.schedule}`)
    }
  }
}

/** @param {readonly Shown[]} cards @param {readonly string[]} wanted */
function sameWords(cards, wanted) {
  const theirs = cards.map(({ answer }) =>
    textOf(answer.replace(/<p class="source">.*?<\/p>/s, '')),
  )
  const left = new Set(theirs.keys())
  let equal = 0
  for (const page of wanted) {
    const at = [...left].find((i) => differing(page, theirs[i] ?? '').length === 0)
    if (at === undefined) {
      const near = [...left]
        .map((i) => differing(page, theirs[i] ?? ''))
        .sort((a, b) => a.length - b.length)[0]
      fault(
        `no card says the same as: ${page.replace(/\s+/g, ' ').slice(0, 80)} (${near?.slice(0, 12).join(' ')})`,
      )
    } else {
      equal += 1
      left.delete(at)
    }
  }
  console.log(`  ${equal} of ${wanted.length} say the same words`)
}

const hard = join(base, 'hard-notes')
for (const [path, text] of Object.entries(tricky)) {
  mkdirSync(dirname(join(hard, path)), { recursive: true })
  writeFileSync(join(hard, path), text)
}
writeFileSync(join(hard, 'zh/图 片.png'), picture)

/** Decks, tags, pictures and formulas of the hard notes, as Anki has them. */
const expected = {
  decks: ['Tricky', '难的题::分 : 隔', '难的题::另一节'].map((name) => `面试题笔记::${name}`),
  tags: ['Tricky', 'a::b', '后端', '带_空格', '难的题::分_:_隔', '难的题::另一节'],
  formulas: [
    '\\(O(n \\log n)\\)',
    '\\(a_{{1}} + b &lt; c\\)',
    '\\[\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}\\]',
  ],
}
const { cards, media } = tried('hard', hard, 'zh')
const sorted = (/** @type {readonly string[]} */ all) => [...new Set(all)].sort()
const formulas = cards.flatMap(({ answer }) => answer.match(/\\[([].*?\\[)\]]/gs) ?? [])
const has = {
  decks: sorted(cards.map(({ deck }) => deck)),
  tags: sorted(cards.flatMap(({ tags }) => tags)),
  formulas: sorted(formulas),
}
for (const [part, all] of Object.entries(has)) {
  const wanted = sorted(expected[/** @type {keyof typeof expected} */ (part)])
  if (JSON.stringify(all) !== JSON.stringify(wanted)) fault(`${part}: ${all.join(', ')}`)
}
if (media.length !== 1 || !cards.some(({ answer }) => answer.includes(`src="${media[0]}"`))) {
  fault(`pictures: ${media}`)
}
tried('bank-zh', join(root, 'content/zh'), 'zh')
tried('bank-en', join(root, 'content/en'), 'en')
for (const path of positionals) {
  if (!existsSync(path)) throw new Error(`There is nothing at ${path}`)
  tried(basename(path).replace(/\W/g, '-'), path, 'zh')
}

/** @type {import('./anki/history.js').Run} */
const run = (home, words) => viva(home, '', words)
leaving(base, join(root, 'content/en'), python, run, fault)
histories(base, python, run, fault)
paces(base, python, run, fault)
console.log(faults === 0 ? 'Anki shows all of it.' : `${faults} differ`)
process.exitCode = faults === 0 ? 0 : 1
