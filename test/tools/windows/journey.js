// A journey through every command on Windows: what is typed, and what must be so then.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { imports, layForeign } from './imports.js'
import { layRepositories, shared } from './shared.js'
import { program } from './wine.js'

/**
 * @typedef {import('./wine.js').Said} Said
 * @typedef {object} Row
 * @property {string} name
 * @property {readonly string[]} words
 * @property {import('./wine.js').How} [how]
 * @property {number} [status] 0 if left out.
 * @property {RegExp} [says] On stdout and stderr together.
 * @property {(place: Place, said: Said) => boolean} [holds]
 * @property {string} [held] A file that another program reads meanwhile, for half a second.
 * @property {boolean} [git] Whether it takes Git for Windows.
 * @typedef {{ drive: string, home: string }} Place
 */

const home = 'C:\\用户 资料\\viva'
const notes = '## 什么是锁？\r\n\r\n<!-- id: java:lock -->\r\n\r\n互斥。\r\n第二行\r\n'
const more = '## What is con?\r\n\r\n<!-- id: con -->\r\n\r\nA console.\r\n\r\n![](图.gif)\r\n'
const soon = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
// longer than 260 they are one of Wine's limits
const long = Array.from({ length: 7 }, (_, i) => `一个名字很长的文件夹第${i}层${'x'.repeat(16)}`)

/** Reads a file for half a second, and starts a program meanwhile. */
const hold = `import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
const [, , path, ...words] = process.argv
const file = openSync(path)
setTimeout(() => closeSync(file), 500)
spawn(process.execPath, words, { stdio: 'inherit' }).on('exit', (code) => process.exit(code))
`

/** Notes as people have them on Windows. @param {string} drive */
export async function layOut(drive) {
  // what an earlier journey left
  for (const name of ['用户 资料', 'out', 'repos', 'Imported']) {
    rmSync(join(drive, name), { recursive: true, force: true })
  }
  await layForeign(drive)
  layRepositories(drive)
  const deep = join(drive, 'Notes', ...long)
  for (const folder of [join(drive, '用户 资料'), join(drive, 'out'), deep]) {
    mkdirSync(folder, { recursive: true })
  }
  writeFileSync(join(drive, 'Notes/锁.md'), notes)
  writeFileSync(join(drive, 'Notes/other.md'), `\ufeff${more}`)
  writeFileSync(join(deep, 'deep.md'), '## What is deep?\r\n\r\nFar down.\r\n')
  writeFileSync(join(drive, 'answer.txt'), Buffer.from('bba5b3e2', 'hex'))
  const review = { card: 'java:lock', grade: 3, at: '2026-03-09T20:00:00+08:00' }
  writeFileSync(join(drive, 'reviews.jsonl'), `${JSON.stringify(review)}\r\n`)
  writeFileSync(join(drive, 'hold.mjs'), hold)
  mkdirSync(join(drive, 'stub'), { recursive: true })
  writeFileSync(join(drive, 'stub/notepad.cmd'), '@node C:\\edit.mjs %1\r\n')
  writeFileSync(
    join(drive, 'edit.mjs'),
    "import { writeFileSync } from 'node:fs'\nwriteFileSync(process.argv[2], '我的答案\\r\\n')\n",
  )
}

/** @param {Place} place */
const settings = ({ home }) => JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8'))
/** @param {string} name @param {string} begins @returns {(place: Place) => boolean} */
const isFile =
  (name, begins) =>
  ({ drive }) =>
    existsSync(join(drive, name)) && readFileSync(join(drive, name), 'latin1').startsWith(begins)
/** @param {string} end @param {string} begins @returns {Row} */
const exported = (end, begins) => ({
  name: `export .${end}`,
  words: ['export', `C:\\out\\题目.${end}`, ...(end === 'csv' ? [] : ['--title', 'a:b<c>|d?'])],
  holds: isFile(`out/题目.${end}`, begins),
})

/** @param {string} end @param {string} begins @returns {Row} */
const savedStats = (end, begins) => ({
  name: `stats, saved as .${end}`,
  words: ['stats', '--save', `C:\\out\\统计.${end}`],
  holds: isFile(`out/统计.${end}`, begins),
})

/** @type {readonly Row[]} */
export const rows = [
  { name: 'help', words: ['--help'], says: /completion <shell>/ },
  { name: 'help on a topic', words: ['help', 'keys'], says: /Ctrl-D/ },
  { name: 'library add, by a path with backslashes', words: ['library', 'add', 'C:\\Notes'] },
  {
    name: 'library add, in another spelling',
    words: ['library', 'add', 'c:/NOTES\\'],
    holds: (place) => settings(place).libraries.length === 1,
  },
  { name: 'library list', words: ['library', 'list', '--json'], says: /C:\\\\Notes/ },
  { name: 'check, of lines that end with CRLF', words: ['check'], says: /锁\.md {2}1 card/ },
  { name: 'list, of a path of more than 200', words: ['list'], says: /What is deep\?/ },
  { name: 'list --json', words: ['list', '--json'], says: /"file":"锁\.md","line":1/ },
  { name: 'show, by id', words: ['show', 'java:lock'], says: /互斥。/ },
  { name: 'show, by its place', words: ['show', 'notes\\锁.MD:3'], says: /互斥。/ },
  { name: 'search', words: ['search', '互斥'], says: /什么是锁/ },
  { name: 'assess', words: ['assess', 'java:lock', '互斥', '--json'], says: /"covered":true/ },
  {
    name: 'assess, of a file in code page 936',
    words: ['assess', 'java:lock', '--file', 'C:\\answer.txt', '--json'],
    says: /"covered":true/,
  },
  {
    name: 'assess, of input in code page 936',
    words: ['assess', 'java:lock', '--json'],
    how: { input: Buffer.from('bba5b3e2', 'hex') },
    says: /"covered":true/,
  },
  { name: 'rate', words: ['rate', 'java:lock', 'hard'], says: /saved/ },
  { name: 'undo', words: ['undo'], says: /Taken back/ },
  { name: 'suspend', words: ['suspend', 'java:lock'], says: /Suspended/ },
  { name: 'unsuspend', words: ['unsuspend', 'java:lock'], says: /Let in again/ },
  { name: 'bury', words: ['bury', 'con'], says: /Buried/ },
  {
    name: 'note, in an editor with options, of a card called like a device',
    words: ['note', 'con'],
    how: { env: { EDITOR: 'node C:\\edit.mjs' } },
    holds: ({ home }) => readdirSync(join(home, 'notes')).join() === '%63on.md',
  },
  { name: 'import', words: ['import', 'C:\\reviews.jsonl'], says: /1 review imported/ },
  ...imports,
  {
    name: 'note, in notepad, where no editor is named',
    // a file of cmd stands for it, to which Wine gives no name with a % whole
    words: ['note', 'What is deep?'],
    how: { env: { EDITOR: '', VISUAL: '', WINEPATH: 'C:\\stub;C:\\node' } },
    holds: ({ home }) => readdirSync(join(home, 'notes')).length === 2,
  },
  { name: 'log', words: ['log'], says: /java:lock\t什么是锁/ },
  { name: 'history', words: ['history', '--json'], says: /\[\]/ },
  { name: 'interview --dry-run', words: ['interview', '--dry-run', '-n', '2'], says: /什么是锁/ },
  { name: 'interview without a terminal', words: ['interview', '-n', '1'], status: 2 },
  { name: 'review without a terminal', words: ['review'], status: 2 },
  { name: 'home', words: [], says: /Today: / },
  { name: 'relink', words: ['relink', '--json'], says: /\[/ },
  { name: 'plan', words: ['plan', '--date', soon, '--json'], says: /"daysLeft":\d/ },
  { name: 'plan, in words', words: ['plan', '--date', soon, '-m', '20'], says: /\d days/ },
  { name: 'stats', words: ['stats', '--json'], says: /"reviews"/ },
  savedStats('html', '<!doctype html>'),
  savedStats('pdf', '%PDF-1.7'),
  { name: 'topics, of which there are none', words: ['topics', '--json'], says: /"topics":\[\]/ },
  {
    name: 'topics, of cards that were brought in',
    words: ['topics', '--library', 'C:\\Imported\\Anki'],
    says: /后端/,
  },
  { name: 'list, of a standing', words: ['list', '--due', '--json'], says: /\[/ },
  exported('pdf', '%PDF-1.7'),
  exported('md', ''),
  exported('html', '<!doctype html>'),
  exported('csv', '\xef\xbb\xbf'),
  exported('apkg', 'PK'),
  {
    name: 'export over a file that is there',
    words: ['export', 'C:\\out\\题目.md', '--force'],
    holds: isFile('out/题目.md', ''),
  },
  { name: 'export to a folder that is not there', words: ['export', 'C:\\no\\a.md'], status: 1 },
  {
    name: 'backup',
    words: ['backup', 'C:\\out\\all.viva'],
    holds: isFile('out/all.viva', '\x1f\x8b'),
  },
  { name: 'restore', words: ['restore', 'C:\\out\\all.viva'] },
  {
    name: 'config set',
    words: ['config', 'set', 'new', '7'],
    holds: (place) => settings(place).new === 7,
  },
  {
    name: 'config set, while another program reads the settings',
    words: ['config', 'set', 'new', '9'],
    held: `${home}\\settings.json`,
    holds: (place) => settings(place).new === 9,
  },
  { name: 'config set, back', words: ['config', 'set', 'new', '7'] },
  { name: 'config get', words: ['config', 'get', 'new'], says: /^7\r?\n$/ },
  { name: 'config list', words: ['config', 'list'], says: /new = 7/ },
  { name: 'config tune', words: ['config', 'tune'], says: /\d/ },
  { name: 'doctor', words: ['doctor'] },
  { name: 'doctor --repair', words: ['doctor', '--repair'] },
  ...shared,
  { name: 'completion', words: ['completion', 'powershell'], says: /Register-ArgumentCompleter/ },
  {
    name: 'completion, for the bash of Git',
    words: ['completion', 'bash'],
    says: /complete -/,
    holds: (_, { stdout }) => !stdout.includes('\r'),
  },
  {
    name: 'what PowerShell asks',
    words: ['complete', 'powershell', 'show', '.java'],
    says: /java:lock/,
  },
  { name: 'library remove, in another spelling', words: ['library', 'remove', 'C:\\NOTES'] },
  { name: 'a wrong command', words: ['interviw'], status: 2, says: /interview/ },
  {
    name: 'data in %APPDATA% and %LOCALAPPDATA%, where VIVA_HOME says nothing',
    words: ['config', 'set', 'new', '8'],
    how: { env: { VIVA_HOME: '' } },
    holds: ({ drive }) => {
      const users = join(drive, 'users')
      return readdirSync(users).some((name) =>
        existsSync(join(users, name, 'AppData/Roaming/viva/Config/settings.json')),
      )
    },
  },
]

/** What is wrong with a row; undefined if nothing is. @param {Row} row @param {import('./wine.js').Windows} windows */
export function wrongIn({ words, how = {}, status = 0, says, holds, held }, windows) {
  const env = { VIVA_HOME: home, ...how.env }
  const said =
    held === undefined
      ? windows.viva(words, { ...how, env })
      : windows.node(['C:\\hold.mjs', held, program, ...words], { ...how, env })
  const told = `${said.stdout}\n${said.stderr}`
  if (said.status !== status) return `ended with ${said.status}: ${told.trim().slice(-400)}`
  if (says !== undefined && !says.test(said.stdout) && !says.test(said.stderr)) {
    return `says ${told.trim().slice(0, 400)}`
  }
  const place = { drive: windows.drive, home: join(windows.drive, '用户 资料/viva') }
  return holds === undefined || holds(place, said)
    ? undefined
    : `left something else: ${told.trim()}`
}
