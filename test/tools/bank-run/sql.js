// SQL: each block in a database of its own, of the dialect that its first line names, else MySQL's.
import { differs, heard, notRun } from './outcome.js'
import { inFolder, run } from './processes.js'
import { mariadb, postgres, sqlite } from './servers.js'

/** @typedef {import('./blocks.js').Block} Block */

/** @type {readonly { name: string, first: RegExp, start: import('./servers.js').Start }[]} */
const dialects = [
  { name: 'PostgreSQL', first: /^--\s*PostgreSQL\b/i, start: postgres },
  { name: 'SQLite', first: /^--\s*SQLite\b/i, start: sqlite },
  { name: 'MariaDB', first: /^/, start: mariadb },
]

/** What MySQL has and MariaDB, which stands in for it, has not. */
const mysqlAlone = /^\s*EXPLAIN ANALYZE\b|\bperformance_schema\.processlist\b/im

/** What a server says of a table that is not there. */
const noTable = /no such table|relation "[^"]+" does not exist|Table '[^']+' doesn't exist/

/** What PostgreSQL says of an extension that is not installed. */
const noExtension = /extension "([^"]+)" is not available/

/** What answers with rows. */
const asks = /^(?:\s|--.*\n)*(?:SELECT|WITH|SHOW|EXPLAIN|ANALYZE)\b/i

/** Between the results of two statements. */
const rule = '--8<--'

/** @type {import('../bank-run.js').Runner} */
export async function sql(blocks, { folder }) {
  /** @type {Map<Block, import('./outcome.js').Outcome>} */
  const outcomes = new Map()
  for (const { name, first, start } of dialects) {
    const mine = blocks.filter((block) => !outcomes.has(block) && first.test(block.code))
    const others = name === 'MariaDB' ? mine.filter(({ code }) => mysqlAlone.test(code)) : []
    for (const block of others) outcomes.set(block, notRun('skipped', 'MySQL alone knows it'))
    for (const block of mine.filter((one) => !outcomes.has(one))) {
      outcomes.set(block, await inFolder(folder, (own) => outcomeOf(block, start, name, own)))
    }
  }
  return blocks.map((block) => outcomes.get(block) ?? notRun('skipped', 'no dialect'))
}

/**
 * @param {Block} block
 * @param {import('./servers.js').Start} start
 * @param {string} name
 * @param {string} folder
 */
async function outcomeOf(block, start, name, folder) {
  const server = await start(folder)
  if (server === undefined) return notRun('skipped', `no ${name}`)
  try {
    const { before, after } = block.around ?? { before: '', after: '' }
    const parts = statementsIn(block.code)
    const input = [before, ...parts.map(({ text }) => text), after].join(`\nSELECT '${rule}';\n`)
    const { late, stdout, stderr } = await run(server.client, { cwd: folder, input })
    if (late) return differs(block, 'does not end')
    const [, extension] = noExtension.exec(stderr) ?? []
    if (extension !== undefined) return notRun('skipped', `no ${extension} for ${name}`)
    if (noTable.test(stderr) && !/CREATE TABLE/i.test(before + block.code)) {
      return notRun('fragment', 'tables that it does not show')
    }
    if (/error/i.test(stderr)) return differs(block, stderr.trim().split('\n')[0] ?? '')
    const results = stdout.split(`${rule}\n`).slice(1)
    const printed = parts.flatMap(({ text, line }, i) => {
      const rows = (results[i] ?? '').split('\n').length - 1
      return asks.test(text) ? [{ text: `${rows} rows`, line }] : []
    })
    return heard(block, printed)
  } finally {
    await server.stop()
  }
}

/**
 * The statements of a script and the lines that they end in.
 * @param {string} code
 * @returns {readonly { text: string, line: number }[]}
 */
function statementsIn(code) {
  /** @type {{ text: string, line: number }[]} */
  const found = []
  let open = ''
  for (const [i, line] of code.split('\n').entries()) {
    open += `${line}\n`
    if (!/;\s*(?:--.*)?$/.test(line)) continue
    found.push({ text: open, line: i + 1 })
    open = ''
  }
  return open.trim() === ''
    ? found
    : [...found, { text: `${open};`, line: code.split('\n').length }]
}
