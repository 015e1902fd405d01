// Whether a person can leave with everything: reviews that viva has are in what it exports with
// --with-history, Anki's log has them, and where a card stands there is what Anki itself makes of them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asked } from './environment.js'

/**
 * @typedef {import('./history.js').Run} Run
 * @typedef {{ id: string, language: string, schedule: { stability?: number, difficulty?: number, due?: string, reps?: number } }} Listed
 * @typedef {{ id: string, reviews: number[][], state: [number, number] | null, schedule: number[] }} There
 */

const dayMs = 86_400_000

/** Reviews of a year for some cards, some on one day. @param {readonly Listed[]} cards */
function reviewsOf(cards) {
  const start = Date.parse('2025-03-01T09:00:37+08:00')
  return cards.slice(0, 60).flatMap(({ id }, i) =>
    [0, 0.02, 1, 4, 11, 11.01, 30, 90].slice(0, 1 + (i % 8)).map((days, n) =>
      JSON.stringify({
        card: id,
        grade: 1 + ((i * 7 + n * 5) % 4),
        at: start + Math.round((days + (i % 5)) * dayMs) + i * 60_000,
        seconds: 20,
      }),
    ),
  )
}

/**
 * @param {string} base
 * @param {string} library
 * @param {string} python
 * @param {Run} run
 * @param {(text: string) => void} fault
 */
export function leaving(base, library, python, run, fault) {
  const home = join(base, 'leaving')
  const to = (/** @type {string} */ name) => join(base, name)
  const out = ['--library', library]
  /** @returns {readonly Listed[]} */
  const listed = () => JSON.parse(run(home, ['list', '--state', '--json', ...out]))
  const lines = reviewsOf(listed())
  writeFileSync(to('reviews.jsonl'), `${lines.join('\n')}\n`)
  run(home, ['import', to('reviews.jsonl'), ...out])
  run(home, ['export', to('history.apkg'), '--with-history', ...out])
  run(home, ['export', to('plain.apkg'), ...out])
  const found = asked(python, 'look.py', [to('history.apkg'), to('plain.apkg')])
  const cards = /** @type {Record<string, There>} */ (found.before)
  const after = /** @type {Record<string, There>} */ (found.between)
  const schedules = new Map(listed().map(({ id, schedule }) => [id, schedule]))
  const rows = Object.values(cards).reduce((sum, { reviews }) => sum + reviews.length, 0)
  let equal = 0
  for (const [guid, { id, state, reviews }] of Object.entries(cards)) {
    if (reviews.length === 0 || guid === found.answered) continue
    const ours = schedules.get(id)
    const own = [ours?.stability ?? 0, ours?.difficulty ?? 0]
    const near = (/** @type {number[] | null | undefined} */ other) =>
      other?.every((one, i) => Math.abs(one - (own[i] ?? 0)) < 0.002 * one) === true
    if (near(state) && near(found.computed[guid])) equal += 1
    else fault(`${id}: ${own} here, ${state} there, of its reviews ${found.computed[guid]}`)
    if (after[guid]?.reviews.length !== reviews.length) fault(`${id}: reviews were lost`)
  }
  console.log(
    `history: ${rows} of ${lines.length} reviews are in Anki's log, ${equal} cards stand as here`,
  )
  if (rows !== lines.length) fault('reviews are missing')
  const again = JSON.parse(run(home, ['import', to('history.apkg'), '--json', ...out]))
  const fresh = JSON.parse(run(to('other'), ['import', to('history.apkg'), '--json', ...out]))
  console.log(`  back again: ${again.added} new where they are, ${fresh.added} where they are not`)
  if (again.added !== 0 || fresh.added !== lines.length) fault('what left does not come back')
}
