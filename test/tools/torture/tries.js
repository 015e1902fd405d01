// Which operation fails in which way, and what came of it.
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { environment, viva } from './homes.js'

/** @typedef {{ runs: number, told: number, lost: number, doubled: number, unclear: number, hung: number }} Sum */

const ways = ['eio', 'full', 'readonly', 'half', 'torn', 'kill']
const shim = pathToFileURL(join(import.meta.dirname, 'shim.js')).href

/**
 * @param {string} home
 * @param {string} way
 * @param {number} at
 */
export function faulty(home, way, at) {
  const count = join(dirname(home), 'count')
  const faults = { VIVA_FAULT_ROOTS: dirname(home), VIVA_FAULT_AT: String(at), VIVA_FAULT_WAY: way }
  return {
    env: { ...environment(home), ...faults, VIVA_FAULT_COUNT: count },
    argv: ['--import', shim, viva],
    count,
  }
}

/**
 * How much is tried: every operation in every way, every operation in one way (no two neighbours in the
 * same), or a few of these.
 * @typedef {'all' | 'each' | 'short'} Form
 */

/**
 * @param {number} count
 * @param {Form} form
 * @param {number} [most] Of the short form.
 */
export function triesOf(count, form, most = 8) {
  const all = Array.from({ length: count }, (_, i) => i + 1)
  if (form === 'all') return all.flatMap((at) => ways.map((way) => ({ at, way })))
  const step = form === 'each' ? 1 : Math.max(1, Math.ceil(count / most))
  return all
    .filter((at) => at % step === 0)
    .map((at, i) => ({ at, way: ways[i % ways.length] ?? 'eio' }))
}

/** @returns {Sum} */
export function noRuns() {
  return { runs: 0, told: 0, lost: 0, doubled: 0, unclear: 0, hung: 0 }
}
