// Every command that saves something: a row each, and all of its operations are tried with each fault.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { clonedIn, linesIn, reviewsIn } from './homes.js'

/**
 * @typedef {{ base: string, library: string, old: string, backup: string, remote: string }} Place
 * @typedef {object} Saving
 * @property {string} name
 * @property {boolean} isNew On a home that is not there yet.
 * @property {(place: Place, home: string) => readonly string[]} words
 * @property {(home: string) => number} times How often what it saves is there, whole.
 * @property {boolean} [short] Whether it belongs to the short form.
 */

/** @param {string} home @param {string} card */
const reviews = (home, card) => reviewsIn(home).filter(({ c }) => c === card).length
/** @param {string} home */
const settings = (home) => {
  const path = join(home, 'settings.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}
/** @param {string} path @param {string} text */
const holds = (path, text) =>
  existsSync(path) && readFileSync(path, 'utf8').includes(text) ? 1 : 0
/** @param {string} home */
const out = (home) => dirname(home)
/** @param {string} path */
const backupIsWhole = (path) => {
  if (!existsSync(path)) return 0
  return gunzipSync(readFileSync(path)).toString().includes('"op":"end"') ? 1 : 0
}
/** @param {string} name @param {string} end @param {string} text @returns {Saving} */
const exported = (name, end, text) => ({
  name: `export ${name}`,
  isNew: false,
  words: ({ library }, home) => ['export', join(out(home), `a.${end}`), '--library', library],
  times: (home) => {
    const path = join(out(home), `a.${end}`)
    return existsSync(path) && readFileSync(path, 'latin1').includes(text) ? 1 : 0
  },
})
/** @param {boolean} isNew @param {(home: string) => number} times @param {boolean} [short] @returns {Saving} */
const restored = (isNew, times, short = false) => ({
  name: `restore on ${isNew ? 'a new' : 'an old'} home`,
  isNew,
  short,
  words: ({ backup }) => ['restore', backup],
  times,
})
/** @param {string} home */
const allRestored = (home) =>
  Math.min(
    reviews(home, 'livelock'),
    holds(join(home, 'notes/livelock.md'), '我的答案'),
    holds(join(home, 'glossary.txt'), 'lock'),
    linesIn(home, 'interviews').length === 2 ? 1 : 0,
  )

/** @param {string} home @param {string} text @returns How often a clone is noted, if it holds this. */
const clonesWith = (home, text) => {
  const noted = settings(home).libraries?.length ?? 0
  return noted * holds(join(home, 'libraries/repository/notes/并发.md'), text)
}

/** A home that has the clone, beside what it has already. @param {Place} place @param {string} home */
const withClone = (place, home) => {
  const { cloned } = clonedIn(place)
  cpSync(join(cloned, 'libraries'), join(home, 'libraries'), { recursive: true })
  const both = { ...settings(home), libraries: settings(cloned).libraries }
  writeFileSync(join(home, 'settings.json'), JSON.stringify(both))
}

/** A remote of one's own for one run, with what the other machine put there. @param {Place} place @param {string} home */
const remoteFor = ({ remote }, home) => {
  const own = join(out(home), 'remote.git')
  cpSync(remote, own, { recursive: true })
  return own
}
/** How often a remote holds a review of a card. @param {string} home @param {string} card */
const reviewsThere = (home, card) => {
  const words = ['--git-dir', join(out(home), 'remote.git'), 'grep', '-h', `"c":"${card}"`, 'main']
  const { stdout } = spawnSync('git', [...words, '--', 'journal'], { encoding: 'utf8' })
  return new Set(stdout.split('\n').filter((line) => line !== '')).size
}

/** @type {readonly Saving[]} */
export const savings = [
  {
    name: 'rate on a new home',
    isNew: true,
    short: true,
    words: ({ library }) => ['rate', 'livelock', 'good', '--library', library],
    times: (home) => reviews(home, 'livelock'),
  },
  {
    name: 'rate on an old home',
    isNew: false,
    words: ({ library }) => ['rate', 'livelock', 'good', '--library', library],
    times: (home) => reviews(home, 'livelock'),
  },
  {
    name: 'undo',
    isNew: false,
    words: ({ library }) => ['undo', '--library', library],
    times: (home) => linesIn(home, 'journal').filter(({ op }) => op === 'void').length,
  },
  {
    name: 'import',
    isNew: false,
    words: ({ base, library }) => ['import', join(base, 'reviews.jsonl'), '--library', library],
    times: (home) => reviews(home, 'livelock'),
  },
  {
    name: 'import of Anki with notes',
    isNew: false,
    words: ({ library }, home) => [
      ...['import', join(import.meta.dirname, '../../foreign/files/old.apkg')],
      ...['--cards', join(out(home), 'cards'), '--library', library],
    ],
    times: (home) => {
      const own = reviewsIn(home).filter(({ c }) => c.startsWith('anki-')).length
      const isWritten = holds(join(out(home), 'cards/后端.md'), '<!-- viva: end -->') === 1
      return isWritten ? own / 95 : 0
    },
  },
  {
    name: 'suspend',
    isNew: false,
    words: ({ library }) => ['suspend', 'livelock', '--library', library],
    times: (home) => linesIn(home, 'journal').filter(({ op }) => op === 'suspend').length,
  },
  {
    name: 'note',
    isNew: false,
    short: true,
    words: ({ library }) => ['note', 'livelock', '--library', library],
    times: (home) => holds(join(home, 'notes/livelock.md'), '我的答案'),
  },
  {
    name: 'config set',
    isNew: false,
    short: true,
    words: () => ['config', 'set', 'seconds', '77'],
    times: (home) => (settings(home).seconds === 77 ? 1 : 0),
  },
  {
    name: 'library add',
    isNew: false,
    words: ({ library }) => ['library', 'add', library],
    times: (home) => (settings(home).libraries?.length === 1 ? 1 : 0),
  },
  {
    name: 'library add from git',
    isNew: false,
    words: (place) => ['library', 'add', `file://${clonedIn(place).repository}`],
    times: (home) => clonesWith(home, '一直互相等待'),
  },
  {
    name: 'library update',
    isNew: false,
    words: (place, home) => {
      withClone(place, home)
      return ['library', 'update']
    },
    times: (home) => clonesWith(home, '一直互相等待'),
  },
  {
    name: 'library remove of a clone',
    isNew: false,
    words: (place, home) => {
      withClone(place, home)
      return ['library', 'remove', 'repository']
    },
    times: (home) => (settings(home).libraries === undefined ? 1 : 0),
  },
  {
    name: 'sync with a remote that is new',
    isNew: false,
    words: (_, home) => ['sync', 'setup', join(out(home), 'remote.git')],
    times: (home) => reviewsThere(home, 'deadlock'),
  },
  {
    name: 'sync with another machine',
    isNew: false,
    short: true,
    words: (place, home) => ['sync', remoteFor(place, home)],
    times: (home) =>
      Math.min(
        reviews(home, 'livelock'),
        reviewsThere(home, 'livelock'),
        reviewsThere(home, 'deadlock'),
        holds(join(home, 'notes/livelock.md'), '我的答案'),
        linesIn(home, 'interviews').length === 2 ? 1 : 0,
      ),
  },
  {
    name: 'backup',
    isNew: false,
    words: (_, home) => ['backup', join(out(home), 'a.viva.gz')],
    times: (home) => backupIsWhole(join(out(home), 'a.viva.gz')),
  },
  {
    name: 'backup among the dated copies',
    isNew: false,
    words: () => ['backup'],
    times: (home) => {
      const folder = join(home, 'backups')
      const names = existsSync(folder) ? readdirSync(folder) : []
      const copies = names.filter((name) => name.endsWith('.viva.gz'))
      return Math.min(1, ...copies.map((name) => backupIsWhole(join(folder, name))))
    },
  },
  restored(true, allRestored, true),
  restored(false, allRestored),
  {
    name: 'doctor --repair',
    isNew: false,
    words: () => ['doctor', '--repair'],
    times: () => 1,
  },
  {
    name: 'search',
    isNew: false,
    words: ({ library }) => ['search', '活锁', '--library', library],
    times: () => 1,
  },
  {
    name: 'stats --save',
    isNew: false,
    words: ({ library }, home) => [
      'stats',
      '--save',
      join(out(home), 'a.html'),
      '--library',
      library,
    ],
    times: (home) => holds(join(out(home), 'a.html'), '</html>'),
  },
  exported('md', 'md', 'id: livelock'),
  exported('html', 'html', '</html>'),
  exported('csv', 'csv', 'livelock'),
  exported('apkg', 'apkg', 'PK\x05\x06'),
  exported('pdf', 'pdf', '%%EOF'),
]
