// Machines that share one history by a bare repository, and do anything at random: grade, undo, note,
// set, edit and move cards, sync, some of it killed with -9 on the way, two of them at once, the remote
// emptied or spoilt now and then. In the end all of them must hold the same, and each what it said it
// had saved. `npm run torture -- --sync [steps] [machines] [kills]`
import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environment, linesIn, viva } from './homes.js'

const topics = ['死锁', '活锁', '缓存穿透', '最左前缀', '快照读', '虚拟内存', '三次握手', '尾递归']
const files = ['并发.md', '存储.md']
const start = Date.parse('2026-03-01T08:00:00Z')

/**
 * @typedef {{ home: string, library: string, skew: number }} Machine
 * @typedef {{ code: number | null, stdout: string, stderr: string }} Ended
 * @typedef {{ base: string, master: string, remote: string, machines: readonly Machine[], told: Set<string>, undone: number, kills: number, clear: boolean, texts: Set<string> }} World
 */

/** @param {readonly string[]} words @returns {Promise<number>} how much went wrong */
export async function synced(words) {
  const [steps = 1000, count = 5, kills = 20] = words.map(Number)
  const world = begun(count)
  try {
    await setUp(world)
    for (let n = 0; n < steps; n += 1) await step(world, n, kills / steps)
    return await judged(world, steps)
  } finally {
    rmSync(world.base, { recursive: true, force: true })
  }
}

/** @param {number} count @returns {World} */
function begun(count) {
  const base = mkdtempSync(join(tmpdir(), 'viva-sync-'))
  const master = join(base, 'master')
  mkdirSync(master)
  for (const [i, file] of files.entries()) {
    const cards = topics.filter((_, at) => at % files.length === i)
    writeFileSync(join(master, file), cards.map((topic) => cardOf(topic, 0)).join('\n'))
  }
  const machines = Array.from({ length: count }, (_, i) => {
    const library = join(base, `library-${i}`)
    cpSync(master, library, { recursive: true })
    // clocks stand up to a day apart
    return { home: join(base, `home-${i}`), library, skew: (i - 1) * 7_200_000 }
  })
  const remote = join(base, 'remote.git')
  const told = /** @type {Set<string>} */ (new Set())
  const texts = /** @type {Set<string>} */ (new Set())
  return { base, master, remote, machines, told, undone: 0, kills: 0, clear: true, texts }
}

/** @param {string} topic @param {number} edition */
function cardOf(topic, edition) {
  const more = edition === 0 ? '' : `（第 ${edition} 版补充：再举一个例子）`
  return `## ${topic}是什么，为什么会出现？\n\n${topic}指的是一种常见的情况，要先说清楚它的条件，再说怎么避免它，最后说代价。${more}\n`
}

/** @param {World} world */
async function setUp({ machines, remote }) {
  for (const one of machines) {
    const { code, stderr } = await run(one, 0, ['sync', 'setup', remote])
    if (code !== 0) throw new Error(`setup: ${code} ${stderr}`)
  }
}

/**
 * @param {Machine} machine
 * @param {number} n
 * @param {readonly string[]} words
 * @param {{ killAfter?: number, text?: string }} [ways]
 * @returns {Promise<Ended>}
 */
function run({ home, library, skew }, n, words, { killAfter, text } = {}) {
  const now = new Date(start + n * 1_800_000 + skew).toISOString()
  const editor = `sh -c 'printf "%s" "${text ?? ''}" > "$1"' sh`
  const env = { ...environment(home), VIVA_NOW: now, EDITOR: editor }
  const library_ = ['sync', 'config', 'doctor'].includes(words[0] ?? '')
    ? []
    : ['--library', library]
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [viva, ...words, ...library_, '--lang', 'zh'], {
      env: /** @type {any} */ (env),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
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
      resolve({ code, stdout, stderr })
    })
  })
}

/** @param {number} n */
const below = (n) => Math.floor(Math.random() * n)

/** @param {World} world @param {number} n @param {number} killing */
async function step(world, n, killing) {
  const { machines } = world
  const one = /** @type {Machine} */ (machines[below(machines.length)])
  const kind = Math.random()
  const killAfter = Math.random() < killing ? 50 + below(700) : undefined
  if (killAfter !== undefined) world.kills += 1
  const ways = killAfter === undefined ? {} : { killAfter }
  if (kind < 0.4) return graded(world, one, n, ways)
  if (kind < 0.65 || killAfter !== undefined) return meeting(world, one, n, ways)
  if (kind < 0.72) return clear(world, await run(one, n, ['undo']), [0, 1])
  if (kind < 0.8) return noted(world, one, n)
  if (kind < 0.84) return clear(world, await run(one, n, ['config', 'set', 'new', `${below(50)}`]))
  if (kind < 0.9) return edited(world, n)
  if (kind < 0.98) {
    rmSync(one.library, { recursive: true })
    cpSync(world.master, one.library, { recursive: true })
    return
  }
  disturbed(world)
}

/** @param {World} world @param {Ended} ended @param {readonly number[]} codes */
function clear(world, { code, stderr }, codes = [0]) {
  if (code === null || codes.includes(code)) return
  world.clear = false
  console.log(`  UNCLEAR: ${code} ${stderr.trim().slice(0, 400)}`)
}

/** @param {World} world @param {Machine} one @param {number} n @param {{ killAfter?: number }} ways */
async function graded(world, one, n, ways) {
  const topic = topics[below(topics.length)]
  const grade = ['again', 'hard', 'good', 'easy'][below(4)] ?? 'good'
  const ended = await run(one, n, ['rate', `${topic}是什么`, grade, '--json'], ways)
  clear(world, ended)
  if (ended.stdout.endsWith('\n')) world.told.add(JSON.parse(ended.stdout).review.id)
}

/** @param {World} world @param {Machine} one @param {number} n @param {{ killAfter?: number }} ways */
async function meeting(world, one, n, ways) {
  const rival = Math.random() < 0.3 ? world.machines[below(world.machines.length)] : undefined
  const both = [run(one, n, ['sync'], ways)]
  if (rival !== undefined && rival !== one) both.push(run(rival, n, ['sync']))
  for (const ended of await Promise.all(both)) clear(world, ended)
}

/** @param {World} world @param {Machine} one @param {number} n */
async function noted(world, one, n) {
  const topic = topics[below(topics.length)]
  const before = notesIn(one.home)
  const ended = await run(one, n, ['note', `${topic}是什么`], { text: `笔记 ${n}` })
  clear(world, ended)
  const after = new Set(notesIn(one.home))
  for (const text of before) if (!after.has(text)) world.texts.delete(text)
  world.texts.add(`笔记 ${n}`)
}

/** @param {string} home */
function notesIn(home) {
  const folder = join(home, 'notes')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : []
  return names.map((name) => readFileSync(join(folder, name), 'utf8').trim())
}

/** A card says more, or stands in another file. @param {World} world @param {number} n */
function edited({ master }, n) {
  const topic = topics[below(topics.length)] ?? ''
  const found = readdirSync(master).find((file) =>
    readFileSync(join(master, file), 'utf8').includes(topic),
  )
  if (found === undefined) return
  const path = join(master, found)
  if (Math.random() < 0.3) {
    renameSync(path, join(master, `挪到-${n}.md`))
    return
  }
  const cards = readFileSync(path, 'utf8').split(/(?=^## )/m)
  const next = cards.map((card) => (card.includes(topic) ? `${cardOf(topic, n)}\n` : card))
  writeFileSync(path, next.join(''))
}

/** What a stranger does to the remote. @param {World} world */
function disturbed({ base, remote }) {
  const env = { PATH: process.env.PATH, HOME: base, GIT_CONFIG_NOSYSTEM: '1' }
  /** @param {readonly string[]} words @param {string} [input] */
  const git = (words, input) =>
    spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@y', '-C', remote, ...words], {
      env,
      encoding: 'utf8',
      ...(input === undefined ? {} : { input }),
    }).stdout.trim()
  if (git(['rev-parse', '--verify', '-q', 'main']) === '') return
  if (Math.random() < 0.3) {
    git(['update-ref', '-d', 'refs/heads/main'])
    return
  }
  const commits = git(['rev-list', 'main']).split('\n')
  const old = commits[below(commits.length)] ?? 'main'
  const alone = git(['commit-tree', '-m', 'anew', `${old}^{tree}`])
  git(['update-ref', 'refs/heads/main', alone])
}

/** @param {World} world @param {number} steps @returns {Promise<number>} */
async function judged(world, steps) {
  const { machines, told, texts, kills } = world
  for (const { library } of machines) {
    rmSync(library, { recursive: true })
    cpSync(world.master, library, { recursive: true })
  }
  // what the notes say by now is learnt on each, and told to all
  for (let round = 0; round < 3; round += 1) {
    for (const one of machines) {
      await run(one, steps + 10, ['list'])
      clear(world, await run(one, steps + 10, ['sync']))
    }
  }
  const homes = machines.map(({ home }) => home)
  const alone = { home: join(world.base, 'alone'), library: world.master, skew: 0 }
  cpSync(/** @type {string} */ (homes[0]), alone.home, { recursive: true })
  gathered(homes, alone.home)
  const states = /** @type {string[]} */ ([])
  for (const one of [alone, ...machines]) states.push(await standing(one, steps + 20))
  const idsOf = homes.map((home) => linesIn(home, 'journal').map(({ id }) => id))
  const lost = idsOf.reduce(
    (sum, ids) => sum + [...told].filter((id) => !ids.includes(id)).length,
    0,
  )
  const doubled = idsOf.reduce((sum, ids) => sum + ids.length - new Set(ids).size, 0)
  const unequal = states.filter((state) => state !== states[0]).length
  const notes = homes.map((home) => notesIn(home).sort().join('\n'))
  const lostNotes = [...texts].filter((text) => !notes.every((all) => all.includes(text)))
  const odd = notes.filter((all) => all !== notes[0]).length
  const unsound = await unsoundOf(machines, steps)
  console.log(
    `sync, ${machines.length} machines, ${steps} steps, ${kills} killed: ${told.size} grades said to be saved, LOST ${lost}, DOUBLED ${doubled}; ${unequal} folds differ, ${odd} sets of notes differ, ${lostNotes.length} notes lost, ${unsound} homes damaged${world.clear ? '' : ', not all of it ended clearly'}`,
  )
  return lost + doubled + unequal + odd + lostNotes.length + unsound + Number(!world.clear)
}

/** Every line of every machine in one home, as one machine has it that did it all. @param {readonly string[]} homes @param {string} home */
function gathered(homes, home) {
  for (const folder of ['journal', 'registry']) {
    rmSync(join(home, folder), { recursive: true, force: true })
    mkdirSync(join(home, folder))
    const names = new Set(homes.flatMap((one) => readdirSync(join(one, folder))))
    for (const name of names) {
      const lines = homes.flatMap((one) => {
        const path = join(one, folder, name)
        return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
      })
      writeFileSync(join(home, folder, name), `${[...new Set(lines)].join('\n')}\n`)
    }
  }
  rmSync(join(home, 'cache'), { recursive: true, force: true })
}

/** Where each card stands. @param {Machine} one @param {number} n */
async function standing(one, n) {
  const { stdout } = await run({ ...one, skew: 0 }, n, ['list', '--state', '--json'])
  const cards = JSON.parse(stdout).map((/** @type {any} */ { id, question, schedule }) => ({
    id,
    question,
    schedule,
  }))
  return JSON.stringify(
    cards.sort((/** @type {any} */ a, /** @type {any} */ b) => (a.question < b.question ? -1 : 1)),
  )
}

/** A torn line that was gone on behind is no whole record, and all that a kill may leave. @param {readonly Machine[]} machines @param {number} steps */
async function unsoundOf(machines, steps) {
  let unsound = 0
  for (const one of machines) {
    const { stdout } = await run(one, steps + 30, ['doctor', '--json'])
    const { files } = JSON.parse(stdout)
    unsound += files.some((/** @type {any} */ { kind }) => kind !== 'lines' && kind !== 'whole')
      ? 1
      : 0
  }
  return unsound
}
