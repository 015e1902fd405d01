// How well coverage orders answers that people labelled: `npm run eval:points -- <folder>` runs
// `viva assess` of the built program on each and prints the share of pairs of different level that
// are ordered right, the averages by level against the bars, and the pairs that are worst.
//
// The folder holds `.txt` files. Their lines say:
//   library: <path>    where the cards of what follows are, from the folder on
//   ? <card>           a card, as `viva assess` takes it
//   = <level>          beside (the point), thin, fair or full; what follows is such an answer to it
// Its `said/<language>.json` hold answers to cards of the bundled bank of which each key point is
// labelled, as test/support/said.js says; for them it prints how well the verdicts agree.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { labelledIn, levels, orderOf } from '../support/labelled.js'
import { agreement, saidIn } from '../support/said.js'

const [folder = join(import.meta.dirname, '../points')] = process.argv.slice(2)
if (!existsSync(folder)) {
  console.error('usage: npm run eval:points -- [folder of labelled answers]')
  process.exit(2)
}

const viva = join(import.meta.dirname, '../../bin/viva.js')
const home = mkdtempSync(join(tmpdir(), 'viva-eval-'))
const judged = labelledIn(resolve(folder)).map((label) => ({
  ...label,
  coverage: coverageOf(label),
}))
/** @type {readonly { path: string, language: string }[]} */
const saidFiles = ['zh', 'en']
  .map((language) => ({ path: join(resolve(folder), 'said', `${language}.json`), language }))
  .filter(({ path }) => existsSync(path))
const said = saidFiles.map(({ path, language }) => ({
  language,
  all: saidIn(path).map((answer) => {
    const { coverage, keyPoints } = assess([answer.card, '--lang', language], answer.answer)
    return { answer, coverage, points: keyPoints }
  }),
}))
rmSync(home, { recursive: true, force: true })

const { pairs, right, share, means, worst } = orderOf(judged)
console.log(
  `answers  ${judged.length} to ${new Set(judged.map(({ card }) => card)).size} questions`,
)
console.log(
  `ordered  ${(share * 100).toFixed(1)} % (${right} of ${pairs})  ${held(share >= 0.95)} 95 %`,
)
/** @type {Readonly<Record<string, (mean: number) => string>>} */
const bars = {
  beside: (mean) => `${held(mean <= 0.15)} at most 0.15`,
  full: (mean) => `${held(mean >= 0.7)} at least 0.7`,
}
for (const [i, level] of levels.entries()) {
  const mean = means[i] ?? 0
  console.log(`${level.padEnd(8)} ${mean.toFixed(3)}  ${bars[level]?.(mean) ?? ''}`)
}
console.log('worst pairs')
for (const { worse, better } of worst.slice(0, 5)) {
  const [less, more] = [worse, better].map(
    ({ level, coverage }) => `${level} ${coverage.toFixed(3)}`,
  )
  console.log(`  ${more} · ${less}  ${better.card}`)
}

for (const { language, all } of said) {
  console.log(`points labelled, ${language}`)
  for (const [name, value] of Object.entries(agreement(all))) {
    console.log(`  ${name.padEnd(18)} ${Number.isInteger(value) ? value : value.toFixed(3)}`)
  }
}

/** @param {{ library: string, card: string, answer: string }} label */
function coverageOf({ library, card, answer }) {
  return assess([card, '--library', library], answer).coverage
}

/**
 * @param {readonly string[]} what
 * @param {string} answer
 * @returns {{ coverage: number, keyPoints: { text: string, covered: boolean, verdict: string }[] }}
 */
function assess(what, answer) {
  const words = ['assess', ...what, '--json', '--file', '-']
  const { stdout, stderr } = spawnSync(process.execPath, [viva, ...words], {
    encoding: 'utf8',
    input: answer,
    env: { ...process.env, VIVA_HOME: home },
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}

/** @param {boolean} isHeld */
function held(isHeld) {
  return isHeld ? 'held  ' : 'MISSED'
}
