// Whether the code that the bundled bank shows does what it says: `npm run bank:run` runs each block
// that needs nothing from outside, or what its trial puts around it, with the versions that
// content/README.md names, and compares what it prints with what its remarks say. Packages come from
// the registries into a temporary folder, or into `--environment <folder>`, where they stay; servers
// are those of the system. `-- <card>...` runs the blocks of these cards alone. Prints what ran, what
// did not and why, and what differs; exits with 1 if anything does.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { blocksOf } from './bank-run/blocks.js'
import { javascript } from './bank-run/javascript.js'
import { notRun } from './bank-run/outcome.js'
import { pinsOf } from './bank-run/pins.js'
import { alone } from './bank-run/processes.js'
import { python } from './bank-run/python.js'
import { shell } from './bank-run/shell.js'
import { sql } from './bank-run/sql.js'

/**
 * @typedef {import('./bank-run/blocks.js').Block} Block
 * @typedef {import('./bank-run/outcome.js').Outcome} Outcome
 * @typedef {{ folder: string, pins: import('./bank-run/pins.js').Pins, width: number }} Place
 * @typedef {(blocks: readonly Block[], place: Place) => Promise<readonly Outcome[]>} Runner
 */

/** @type {Readonly<Record<string, Runner>>} */
const runners = { python, javascript, sql, bash: shell }

const { values, positionals: cards } = parseArgs({
  options: { environment: { type: 'string' } },
  allowPositionals: true,
})
const content = join(import.meta.dirname, '../../content')
const wanted = blocksOf(content).filter(({ card }) => cards.length === 0 || cards.includes(card))
const kept = values.environment === undefined ? undefined : resolve(values.environment)
// short: the path of a socket of Unix has 107 bytes at most
const folder = kept ?? mkdtempSync(join(tmpdir(), 'bank-'))
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))
process.on('exit', () => {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true })
})

mkdirSync(folder, { recursive: true })
// the account that PostgreSQL runs as instead of root has to get through to its data
if (kept === undefined) chmodSync(folder, 0o711)
const pins = pinsOf(join(content, 'README.md'))
const place = { folder, pins, width: Math.max(1, Math.floor(availableParallelism() / 2)) }
if (alone.length === 0) console.log('The network cannot be shut off here, so blocks may reach it.')
/** @type {(Outcome & { block: Block | undefined })[]} */
const all = []
for (const language of new Set(wanted.map((block) => block.language))) {
  const blocks = wanted.filter((block) => block.language === language)
  const outcomes = await (runners[language] ?? unrun)(blocks, place)
  all.push(...outcomes.map((outcome, i) => ({ ...outcome, block: blocks[i] })))
  console.log(rowOf(language, outcomes))
}
report()

/** @type {Runner} */
async function unrun(blocks) {
  return blocks.map(() => notRun('checked', 'syntax, by the tests'))
}

/** @param {string} language @param {readonly Outcome[]} outcomes */
function rowOf(language, outcomes) {
  const count = (/** @type {string} */ kind) => outcomes.filter((one) => one.kind === kind).length
  const kinds = ['alone', 'tried', 'checked', 'fragment', 'skipped']
  const said = kinds.map((kind) => `${kind} ${String(count(kind)).padStart(3)}`).join('  ')
  const faults = outcomes.filter((one) => one.faults.length > 0).length
  return `${language.padEnd(12)}${String(outcomes.length).padStart(4)}  ${said}  differ ${faults}`
}

function report() {
  for (const { kind, why, block } of all.filter((one) => /fragment|skipped/.test(one.kind))) {
    const [shown] = block?.places ?? []
    console.log(`${kind} ${shown?.file}:${shown?.line} ${block?.card}: ${why}`)
  }
  console.log(rowOf('all', all))
  const faults = all.flatMap((one) => one.faults)
  for (const fault of faults) console.log(`differs ${fault}`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
