// Homes that faults are tried on, and what stands in them.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const viva = process.env.VIVA ?? join(import.meta.dirname, '../../../bin/viva.js')
const deck = `# 并发

## 什么是死锁？

<!-- id: deadlock -->

互相等待对方持有的锁。

## 什么是活锁？

<!-- id: livelock -->

都在让路，谁也没有前进。
`

/** @param {string} home */
export function environment(home) {
  const { PATH } = process.env
  const editor = `sh -c 'printf 我的答案 > "$1"' sh`
  const own = { VIVA_HOME: home, HOME: home, EDITOR: editor, TZ: 'UTC', LANG: 'C.UTF-8' }
  return { PATH, TMPDIR: tmpdir(), TERM: 'xterm-256color', VIVA_LANG: 'zh', ...own }
}

/** The lines of all files of a folder of a home that are whole, as objects. */
export function linesIn(/** @type {string} */ home, /** @type {string} */ folder) {
  const path = join(home, folder)
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith('.jsonl')) : []
  return names.flatMap((name) =>
    readFileSync(join(path, name), 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          return [JSON.parse(line)]
        } catch {
          return []
        }
      }),
  )
}

/** The reviews of a home that count, each id once. */
export function reviewsIn(/** @type {string} */ home) {
  const lines = linesIn(home, 'journal')
  const taken = new Set(lines.filter(({ op }) => op === 'void').map(({ ref }) => ref))
  const all = lines.filter(({ op, id, g }) => op === undefined && g !== undefined && !taken.has(id))
  return [...new Map(all.map((one) => [one.id, one])).values()]
}

/**
 * Makes a library, a home that was used, and a backup of another one.
 * @returns {import('./commands.js').Place}
 */
export function prepared() {
  const base = mkdtempSync(join(tmpdir(), 'viva-faults-'))
  const library = join(base, 'library')
  mkdirSync(library)
  writeFileSync(join(library, '并发.md'), deck)
  const old = join(base, 'old')
  const other = join(base, 'other')
  const backup = join(base, 'other.viva.gz')
  run(old, 'rate', 'deadlock', 'good', '--library', library)
  run(old, 'note', 'deadlock', '--library', library)
  run(old, 'config', 'set', 'new', '7')
  run(other, 'rate', 'livelock', 'good', '--library', library)
  run(other, 'note', 'livelock', '--library', library)
  mkdirSync(join(other, 'interviews'), { recursive: true })
  writeFileSync(join(other, 'interviews/20261122T200000-abcdef.jsonl'), sealedSteps())
  writeFileSync(join(other, 'glossary.txt'), '锁 = lock\n')
  run(other, 'backup', backup)
  const remote = join(base, 'remote.git')
  run(other, 'sync', 'setup', remote)
  writeFileSync(
    join(base, 'reviews.jsonl'),
    '{"card":"livelock","grade":3,"at":"2026-03-09T20:00:00+08:00"}\n',
  )
  return { base, library, old, backup, remote }
}

/** @param {string} home @param {string[]} words */
function run(home, ...words) {
  const all = [viva, ...words, '--lang', 'zh']
  const { status, stderr } = spawnSync(process.execPath, all, {
    env: environment(home),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${words.join(' ')}: ${status} ${stderr}`)
}

/**
 * A repository, and a home that has it as it was before its last commit; made when first asked for.
 * @param {import('./commands.js').Place} place
 */
export function clonedIn({ base }) {
  const repository = join(base, 'repository')
  const cloned = join(base, 'cloned')
  if (existsSync(repository)) return { repository, cloned }
  /** @param {string[]} words */
  const git = (...words) => {
    const own = ['-c', 'user.name=Wen', '-c', 'user.email=wen@example.org', '-C', repository]
    const { status, stderr } = spawnSync('git', [...own, ...words], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`)
  }
  mkdirSync(repository)
  git('init', '--quiet')
  for (const text of [deck, deck.replace('互相等待', '一直互相等待')]) {
    writeFileSync(join(repository, '并发.md'), text)
    git('add', '.')
    git('commit', '--quiet', '-m', 'notes')
    if (text === deck) run(cloned, 'library', 'add', `file://${repository}`)
  }
  return { repository, cloned }
}

// Two steps as they are written; the bundle of the seal is not loaded for them.
function sealedSteps() {
  const lines = [
    '{"v":1,"op":"begun","at":1795348800000,"offset":480,"seed":"a","narrowed":"","mode":"type","exam":false,"soft":false,"breaks":false,"followUps":false,"planned":[],"libraries":[]',
    '{"v":1,"op":"ended","at":1795348860000,"how":"finished"',
  ]
  return lines.map((body) => `${body},"k":"${crc32(body)}"}\n`).join('')
}

function crc32(/** @type {string} */ text) {
  let crc = ~0
  for (const byte of Buffer.from(text)) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (~crc >>> 0).toString(16).padStart(8, '0')
}

/** A home of its own for one run: new, or like the one that was used. */
export function homeFor(
  /** @type {{ base: string, old: string }} */ { base, old },
  /** @type {boolean} */ isNew,
) {
  const home = join(mkdtempSync(join(base, 'run-')), 'home')
  if (!isNew) cpSync(old, home, { recursive: true })
  return home
}

/** A digest of what a file holds; `''` without the file. */
export function digestOf(/** @type {string} */ path) {
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : ''
}
