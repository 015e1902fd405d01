// Whether a question, typed as somebody else wrote it, finds its card first in the bundled banks:
// `npm run seed-hits -- <gold.json>...` types every counted question of the files into `viva search`
// of the built program, once for `content/zh` and once for `content/en`, and then each question of
// one bank into the other. A question's card is the one that has this wording as its question or
// among its aliases. Prints what misses, and exits with 1 if anything does.
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** @typedef {{ id: string, question: string, aliases: readonly string[] }} Wordings */
/** @typedef {{ wording: string, wanted: string | undefined, found: string | undefined }} Hit */

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: npm run seed-hits -- <gold.json>...')
  process.exit(2)
}

const run = promisify(execFile)
const viva = join(import.meta.dirname, '../../bin/viva.js')
const content = join(import.meta.dirname, '../../content')
const home = mkdtempSync(join(tmpdir(), 'viva-hits-'))
const banks = { zh: wordingsIn('zh'), en: wordingsIn('en') }
const seeds = files.flatMap((file) => countedIn(file))

let missed = 0
try {
  for (const language of /** @type {const} */ (['zh', 'en'])) {
    const other = banks[language === 'zh' ? 'en' : 'zh'].map(({ question }) => question)
    report(`questions of the files in content/${language}`, await hitsOf(seeds, language))
    report(`questions of the other bank in content/${language}`, await hitsOf(other, language))
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
process.exitCode = missed > 0 ? 1 : 0

/**
 * @param {string} title
 * @param {readonly Hit[]} hits
 */
function report(title, hits) {
  const wrong = hits.filter(({ wanted, found }) => wanted === undefined || wanted !== found)
  missed += wrong.length
  console.log(`${title}: ${hits.length - wrong.length} of ${hits.length} find their card first`)
  for (const { wording, wanted = 'no card has this wording', found = 'nothing' } of wrong) {
    console.log(`  ${wording}\n    ${wanted}, found ${found}`)
  }
}

/**
 * @param {readonly string[]} wordings
 * @param {'en' | 'zh'} language
 * @returns {Promise<readonly Hit[]>}
 */
async function hitsOf(wordings, language) {
  const hits = []
  for (const wording of wordings) {
    const words = ['search', '--json', '--limit', '1', '--library', join(content, language)]
    const { stdout } = await run(process.execPath, [viva, ...words, '--', wording], {
      env: { ...process.env, VIVA_HOME: home },
    })
    const card = banks[language].find(({ question, aliases }) =>
      [question, ...aliases].some((one) => plain(one) === plain(wording)),
    )
    hits.push({ wording, wanted: card?.id, found: JSON.parse(stdout)[0]?.id })
  }
  return hits
}

/**
 * The cards of a bundled bank, as its files write them.
 * @param {string} language
 * @returns {readonly Wordings[]}
 */
function wordingsIn(language) {
  const folder = join(content, language)
  const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  const card = /^## (.+)\n\n<!-- id: (\S+) -->\n(?:<!-- aliases: (.*) -->)?/gm
  return [...text.join('\n').matchAll(card)].map(([, question = '', id = '', aliases = '']) => ({
    ...{ id, question, aliases: aliases.split('|') },
  }))
}

/**
 * The questions of a labelled file that are not optional.
 * @param {string} file
 * @returns {readonly string[]}
 */
function countedIn(file) {
  /** @type {{ questions: readonly { text: string, optional?: boolean }[] }} */
  const { questions } = JSON.parse(readFileSync(file, 'utf8'))
  return questions.filter(({ optional }) => optional !== true).map(({ text }) => text)
}

/** @param {string} wording */
function plain(wording) {
  return wording
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}`]/gu, '')
}
