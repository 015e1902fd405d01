// Shell: its syntax alone, for what it calls is not here; but commands for Redis are put to a server.
import { differs, notRun, ran } from './outcome.js'
import { alone, bareEnvironment, each, inFolder, run } from './processes.js'
import { redis } from './servers.js'

/** @typedef {import('./blocks.js').Block} Block */

/** What says that a command is not one, or not so. */
const refused = /unknown|wrong number|syntax error|unrecognized|invalid|not (?:found|supported)/i

/** A command that watches goes on until somebody stops it. */
const seconds = 5

/** @type {import('../bank-run.js').Runner} */
export async function shell(blocks, { folder, width }) {
  return each(blocks, width, (block) => inFolder(folder, (own) => outcomeOf(block, own)))
}

/** @param {Block} block @param {string} folder */
async function outcomeOf(block, folder) {
  const how = { cwd: folder, env: bareEnvironment(folder) }
  const { code, stderr } = await run(['bash', '-n'], { ...how, input: block.code })
  if (code !== 0) return differs(block, stderr.trim())
  const commands = block.code
    .split('\n')
    .map((text, i) => ({ text, line: i + 1 }))
    .filter(({ text }) => text.startsWith('redis-cli '))
  if (commands.length === 0) return notRun('checked', 'syntax of the shell')
  const server = await redis(folder)
  if (server === undefined) return notRun('skipped', 'no redis-server')
  try {
    const faults = []
    for (const { text, line } of commands) {
      const fault = await faultOf(text, server.socket, how)
      if (fault !== undefined) faults.push(...differs(block, fault, line).faults)
    }
    return { ...ran(block), faults }
  } finally {
    await server.stop()
  }
}

/** @param {string} command @param {string} socket @param {import('./processes.js').How} how */
async function faultOf(command, socket, how) {
  const input = `set -o pipefail\nredis-cli() { command redis-cli -s ${socket} "$@"; }\n${command}\n`
  const { code, late, stdout, stderr } = await run([...alone, 'bash'], { ...how, input, seconds })
  const said = `${stdout}${stderr}`.split('\n').find((line) => refused.test(line))
  if (said !== undefined) return said
  return code === 0 || late ? undefined : `ends with ${code}`
}
