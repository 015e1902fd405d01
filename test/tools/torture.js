// Does its worst to the journal and counts what was said to be saved and is not there afterwards:
// kill -9 at random moments, eight processes at once (the very first start among them), a full disk,
// journals cut at each byte and with each bit flipped. `npm run torture -- [kills]`; exits 1 if
// anything was lost. `--faults` fails each operation on files in turn (torture/faults.js), `--order`
// looks in what order they are done (torture/order.js), `--sync` lets machines share a history (torture/sync.js).
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const viva = join(import.meta.dirname, '../../bin/viva.js')
const kills = Number(process.argv[2] ?? 200)
const base = mkdtempSync(join(tmpdir(), 'viva-torture-'))
const card = 'cache-penetration-breakdown-avalanche'
let lostInAll = 0

/** @param {string} home */
const environment = (home) => ({ ...process.env, VIVA_HOME: home, VIVA_NOW: '' })
const rate = [viva, 'rate', card, 'good', '--json']

/**
 * The id of the review that a run said it had saved.
 * @param {string} stdout
 * @returns {string | undefined}
 */
function acknowledged(stdout) {
  return stdout.endsWith('\n') ? JSON.parse(stdout).review.id : undefined
}

/**
 * Runs `rate`, and kills it after so many ms if it still runs.
 * @param {string} home
 * @param {number} [killAfter]
 * @returns {Promise<{ id: string | undefined, code: number | null, stderr: string }>}
 */
function rated(home, killAfter) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, rate, { env: environment(home) })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (data) => {
      stdout += data
    })
    child.stderr.on('data', (data) => {
      stderr += data
    })
    const timer =
      killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ id: acknowledged(stdout), code, stderr })
    })
  })
}

/** @param {string} home */
function present(home) {
  const { stdout } = spawnSync(process.execPath, [viva, 'log', '--json'], {
    env: environment(home),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return new Set(JSON.parse(stdout).map((/** @type {{ id: string }} */ { id }) => id))
}

/**
 * @param {string} name
 * @param {string} home
 * @param {readonly (string | undefined)[]} ids
 * @param {string} more
 */
function report(name, home, ids, more) {
  const said = ids.filter((id) => id !== undefined)
  const there = present(home)
  const lost = said.filter((id) => !there.has(id)).length
  lostInAll += lost
  console.log(`${name}: ${said.length} said to be saved, LOST ${lost}; ${more}`)
}

async function killed() {
  const home = join(base, 'killed')
  const begin = performance.now()
  const ids = [(await rated(home)).id]
  const usual = performance.now() - begin
  for (let i = 0; i < kills; i += 1) ids.push((await rated(home, Math.random() * usual * 1.2)).id)
  const there = present(home).size
  report(`${kills} × kill -9`, home, ids, `${there} in the journal`)
}

async function together() {
  const home = join(base, 'together')
  const each = Math.max(2, Math.round(kills / 20))
  const writers = Array.from({ length: 8 }, async () => {
    const ids = []
    for (let i = 0; i < each; i += 1) ids.push((await rated(home)).id)
    return ids
  })
  const ids = (await Promise.all(writers)).flat()
  const files = readdirSync(join(home, 'journal')).length
  report('8 writers from the first start on', home, ids, `${8 * each} tried, ${files} journal`)
}

async function full() {
  const home = join(base, 'full')
  mkdirSync(home)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', home], { stdio: 'ignore' })
  } catch {
    console.log('full disk: not tried, a small file system cannot be mounted here')
    return
  }
  try {
    mkdirSync(join(home, 'journal'))
    // all but a few pages are taken, so that the disk fills up within the run
    writeFileSync(join(home, 'ballast'), Buffer.alloc(52 * 1024))
    const ids = []
    let refused = 0
    for (let i = 0; i < Math.max(20, kills / 2) || refused === 0; i += 1) {
      const { id, code, stderr } = await rated(home)
      ids.push(id)
      if (code === 0) continue
      refused += 1
      if (code !== 1 || !/NOT saved|没有保存/.test(stderr))
        throw new Error(`not told: ${code} ${stderr}`)
    }
    rmSync(join(home, 'ballast'))
    ids.push((await rated(home)).id)
    report('full disk', home, ids, `${refused} refused with a word, then room again`)
  } finally {
    execFileSync('umount', [home])
  }
}

/** @typedef {{ history: (journals: readonly { device: string, bytes: Uint8Array }[]) => { reviews: readonly { id: string }[], damaged: number } }} Journals */

/** @returns {Promise<Journals>} */
async function journals() {
  const outfile = join(base, 'history.mjs')
  const entry = join(import.meta.dirname, '../../src/journal/history.ts')
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile })
  return import(pathToFileURL(outfile).href)
}

async function spoilt() {
  const { history } = await journals()
  const home = join(base, 'spoilt')
  for (let i = 0; i < 5; i += 1) await rated(home)
  const [name = ''] = readdirSync(join(home, 'journal'))
  const whole = readFileSync(join(home, 'journal', name))
  /** @param {Uint8Array} bytes */
  const read = (bytes) => history([{ device: 'a', bytes }])
  const all = new Set(read(whole).reviews.map((one) => JSON.stringify(one)))
  let most = 0
  let wrong = 0
  let unseen = 0
  for (let bit = 0; bit < whole.length * 8; bit += 1) {
    const bytes = Buffer.from(whole)
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const { reviews, damaged } = read(bytes)
    most = Math.max(most, all.size - reviews.length)
    wrong += reviews.filter((one) => !all.has(JSON.stringify(one))).length
    if (damaged === 0 && reviews.length < all.size) unseen += 1
  }
  lostInAll += wrong + unseen + Math.max(0, most - 1)
  console.log(
    `each of ${whole.length * 8} bits flipped: at most ${most} review lost, ${wrong} wrong, ${unseen} lost without a word`,
  )
  let short = 0
  for (let cut = 0; cut <= whole.length; cut += 1) {
    const bytes = whole.subarray(0, cut)
    if (read(bytes).reviews.length < bytes.toString().split('\n').length - 1) short += 1
  }
  lostInAll += short
  console.log(`cut at each of ${whole.length} bytes: a whole record lost ${short} times`)
}

const [form, ...words] = process.argv.slice(2)
try {
  if (form === '--faults') lostInAll = await (await import('./torture/faults.js')).faults(words)
  else if (form === '--order') lostInAll = await (await import('./torture/order.js')).order(words)
  else if (form === '--sync') lostInAll = await (await import('./torture/sync.js')).synced(words)
  else {
    await killed()
    await together()
    await full()
    await spoilt()
  }
  console.log(`lost in all: ${lostInAll}`)
} finally {
  rmSync(base, { recursive: true, force: true })
}
process.exitCode = lostInAll === 0 ? 0 : 1
