// How well questions are found in labelled notes: `npm run eval -- <folder>` reads each
// `<folder>/<name>/doc.md` with the built program and scores it against the `gold.json` beside it,
// with the scorer `score.mjs` that lies beside the folder. `npm run eval -- --words <folder> …` says
// instead which words of notes are lost on their way to a person, `-- --folds <folder> …` how notes are read
// when the weights are fitted to all but each.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { printFolds } from './folds.js'
import { printLostWords } from './words.js'

const [folder = '', ...flags] = process.argv.slice(2)
if (folder === '--words') process.exit((await printLostWords(flags)) ? 0 : 1)
if (folder === '--folds') {
  await printFolds(flags)
  process.exit(0)
}

const gold = resolve(folder)
const scorer = join(gold, '../score.mjs')
if (folder === '' || !existsSync(gold) || !existsSync(scorer)) {
  console.error('usage: npm run eval -- <folder of labelled notes> [--diff] [--json]')
  process.exit(2)
}

const viva = join(import.meta.dirname, '../../bin/viva.js')
const found = mkdtempSync(join(tmpdir(), 'viva-eval-'))
for (const name of readdirSync(gold)) {
  const doc = join(gold, name, 'doc.md')
  if (!existsSync(doc)) continue
  const { stdout } = spawnSync(process.execPath, [viva, 'list', '--library', doc, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, VIVA_HOME: join(found, 'home') },
  })
  writeFileSync(join(found, `${name}.json`), stdout || '[]')
}
const { status } = spawnSync(process.execPath, [scorer, '--dir', gold, found, ...flags], {
  stdio: 'inherit',
})
rmSync(found, { recursive: true, force: true })
process.exitCode = status ?? 1
