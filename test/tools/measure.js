// What the benches share: a timed call, a row of the table, medians.
import { spawnSync } from 'node:child_process'

/** Whether a bench is only to show that it still runs: every one takes `--smallest`. */
export const isSmallest = process.argv.includes('--smallest')

/** How much there is to measure, or as little as there can be. @param {number} usual @param {number} smallest */
export function sized(usual, smallest) {
  return isSmallest ? smallest : usual
}

/** @param {string[]} words @param {string} home @param {boolean} [measured] */
export function timed(words, home, measured = false) {
  const tell =
    "data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process._rawDebug('rss '+u.maxRSS+' cpu '+(u.userCPUTime+u.systemCPUTime))})"
  const all = measured ? ['--import', tell, ...words] : words
  const begin = performance.now()
  const { status, stderr } = spawnSync(process.execPath, all, {
    env: { ...process.env, VIVA_HOME: home, NO_COLOR: '1' },
    encoding: 'utf8',
  })
  const ms = performance.now() - begin
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`)
  const [, rss = 0, cpu = 0] = /rss (\d+) cpu (\d+)/.exec(stderr) ?? []
  return { ms, rss: Number(rss) / 1024, cpu: Number(cpu) / 1000 }
}

/** @param {string} name @param {string} figures @param {false | [number, number]} [bar] */
export function row(name, figures, bar = false) {
  const [value, most] = bar || [0, 0]
  const held = bar ? `   bar ${most.toFixed(0)}  ${value <= most ? 'held' : 'MISSED'}` : ''
  console.log(`${name.padEnd(38)} ${figures}${held}`)
}

/** @param {readonly number[]} values */
export function mean(values) {
  return values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)
}

/** @param {readonly number[]} values */
export function median(values) {
  return percentile(values, 0.5)
}

/** @param {readonly number[]} values @param {number} share */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
