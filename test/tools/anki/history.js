// Whether all that Anki keeps of a person comes over: collections that Anki's own library makes, years of
// reviews of all kinds, are imported from each kind of file that Anki writes; what FSRS in Anki knows of
// each card is compared with our fold of the same reviews.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asked } from './environment.js'

const files = ['new.apkg', 'old.apkg', 'new.colpkg', 'old.colpkg', 'collection.anki2']

/**
 * @typedef {{ added: number, known: number, cards: number, odd: Record<string, number> }} Counts
 * @typedef {{ cards: number, rows: number, rated: number, known: Record<string, { memory: [number, number] | string | null, rated: number }> }} Known
 * @typedef {(home: string, words: readonly string[]) => string} Run
 * @typedef {(text: string) => void} Fault
 */

/** What a card of Anki is called in notes that are made of it. @param {string} key */
const idOf = (key) =>
  `anki-${createHash('sha256').update(`anki\0${key}`).digest('hex').slice(0, 12)}`

/**
 * @param {string} base
 * @param {string} python
 * @param {Run} run
 * @param {Fault} fault
 */
export function histories(base, python, run, fault) {
  const folder = join(base, 'collection')
  asked(python, 'make.py', [folder, '1400', '42000', 'a'])
  /** @type {Known} */
  const known = JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'))
  for (const file of files) {
    const home = join(base, `home-${file}`)
    const notes = join(base, `notes-${file}`)
    const path = join(folder, file)
    /** @param {readonly string[]} more @returns {Counts} */
    const imported = (...more) => JSON.parse(run(home, ['import', path, '--json', ...more]))
    const planned = imported('--cards', notes, '--dry-run')
    const first = imported('--cards', notes)
    const second = imported('--cards', notes)
    const all = first.added - (first.odd.anchor ?? 0)
    console.log(
      `${file}: ${known.rated} reviews of ${known.cards} cards there, ${all} came, ${second.added} when imported again`,
    )
    if (all !== known.rated) fault(`${known.rated - all} reviews are missing`)
    if (planned.added !== first.added) fault(`${planned.added} were to come`)
    if (second.added !== 0 || second.known !== first.added) fault('reviews came twice')
    compared(JSON.parse(run(home, ['list', '--state', '--json', '--library', notes])), known, fault)
  }
}

/**
 * @param {readonly { id: string, schedule: { stability?: number, difficulty?: number } }[]} cards
 * @param {Known} known
 * @param {Fault} fault
 */
function compared(cards, { known, cards: count }, fault) {
  const schedules = new Map(cards.map(({ id, schedule }) => [id, schedule]))
  if (schedules.size !== count) fault(`${schedules.size} cards of ${count} are in the notes`)
  let equal = 0
  let most = 0
  for (const [key, { memory, rated }] of Object.entries(known)) {
    const schedule = schedules.get(idOf(key))
    const [stability, difficulty] = Array.isArray(memory) ? memory : []
    // without reviews Anki has a state that this library does not work out
    if (rated === 0) continue
    const apart =
      stability === undefined || schedule?.stability === undefined
        ? Number(stability !== schedule?.stability)
        : Math.abs(schedule.stability - stability) / stability +
          Math.abs((schedule.difficulty ?? 0) - (difficulty ?? 0)) / 10
    most = Math.max(most, apart)
    if (apart < 0.001) equal += 1
    else fault(`${key}: ${memory} in Anki, ${schedule?.stability} ${schedule?.difficulty} here`)
  }
  console.log(`  ${equal} cards stand as in Anki, at most ${(most * 100).toFixed(4)} % apart`)
}

/**
 * Imports the same package by Anki and by viva, each into nothing, in turn.
 * @param {string} base
 * @param {string} python
 * @param {Run} run
 * @param {Fault} fault
 */
export function paces(base, python, run, fault) {
  const folder = join(base, 'large')
  const { rows } = asked(python, 'make.py', [folder, '2000', '205000', 'b', 'plain'])
  const path = join(folder, 'new.apkg')
  const notes = join(base, 'large-notes')
  run(join(base, 'large-home'), ['import', path, '--json', '--cards', notes])
  const times = { anki: /** @type {number[]} */ ([]), viva: /** @type {number[]} */ ([]) }
  for (let round = 0; round < 3; round += 1) {
    let begin = performance.now()
    spawnSync(python, [join(import.meta.dirname, 'import.py'), path])
    times.anki.push(performance.now() - begin)
    // a home in use, with its copy of the day
    const home = join(base, `large-home-${round}`)
    const [{ id }] = JSON.parse(run(home, ['list', '--json', '--library', notes]))
    run(home, ['rate', id, 'good', '--library', notes])
    begin = performance.now()
    run(home, ['import', path, '--json', '--library', notes])
    times.viva.push(performance.now() - begin)
  }
  const [anki, viva] = [times.anki, times.viva].map((all) => [...all].sort((a, b) => a - b)[1] ?? 0)
  console.log(
    `${rows} rows of a log: ${Math.round(anki ?? 0)} ms in Anki, ${Math.round(viva ?? 0)} ms in viva, ${((anki ?? 0) / (viva ?? 1)).toFixed(1)} times as fast`,
  )
  if ((viva ?? 0) * 2 > (anki ?? 0)) fault('not twice as fast as Anki')
}
