// Runs one block and writes down what it printed and where:
// `driver.mjs <block> <result.json> <first line> <last line>`, lines of the block in its file.
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format } from 'node:util'

const [, , file = '', result = '', first = '1', last = '1'] = process.argv
/** @type {{ text: string, line: number }[]} */
const printed = []
/** @type {{ error: string | null, line: number }} */
const outcome = { error: null, line: 0 }
Error.stackTraceLimit = 50

/** The lines of the block in a trace, the innermost first. @param {string} stack */
function linesIn(stack) {
  return [...stack.matchAll(/([^/\s(]+):(\d+):\d+\)?$/gm)]
    .filter(([, name]) => name === basename(file))
    .map(([, , line]) => Number(line))
    .filter((line) => Number(first) <= line && line <= Number(last))
    .map((line) => line - Number(first) + 1)
}

/** @param {unknown} error */
function failed(error) {
  outcome.error = String(error)
  outcome.line = linesIn(error instanceof Error ? (error.stack ?? '') : '')[0] ?? 0
}

console.log = (...said) => {
  const [line] = linesIn(new Error().stack ?? '')
  if (line !== undefined) printed.push({ text: format(...said), line })
}
process.on('uncaughtException', failed)
process.on('unhandledRejection', failed)
// what it has begun is waited for
process.on('exit', () => writeFileSync(result, JSON.stringify({ ...outcome, printed })))
await import(pathToFileURL(file).href).catch(failed)
