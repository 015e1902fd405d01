import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSettings } from '../../src/host/store/settings.ts'
import { folderWith } from '../support/library.ts'

let home: ReturnType<typeof folderWith>
let broken: string[]

beforeEach(() => {
  home = folderWith({})
  broken = []
})
afterEach(() => home.remove())

function open() {
  return openSettings(home.path, (_, reason) => broken.push(reason))
}

test('a setting is kept, and taken back to its default', async () => {
  await open().write('language', 'zh')
  await open().write('seconds', 90)
  expect(open().own()).toEqual({ language: 'zh', seconds: 90 })
  await open().write('language', undefined)
  expect(open().own()).toEqual({ seconds: 90 })
})

test.skipIf(!existsSync('/proc/self/stat'))(
  'while another process writes one setting the next waits, and keeps it',
  async () => {
    const parent = readFileSync(`/proc/${process.ppid}/stat`, 'latin1')
    const start = parent.slice(parent.lastIndexOf(')') + 2).split(' ')[19]
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
    const lock = join(home.path, 'settings.json.lock')
    writeFileSync(lock, `${process.ppid} ${boot} ${start}`)
    const written = open().write('mode', 'think')
    writeFileSync(join(home.path, 'settings.json'), '{"seconds":60}')
    rmSync(lock)
    await written
    expect(open().own()).toEqual({ mode: 'think', seconds: 60 })
    expect(readdirSync(home.path)).toEqual(['settings.json'])
  },
)

test('reading creates nothing', () => {
  expect(open().own()).toEqual({})
  expect(readdirSync(home.path)).toEqual([])
})

test('a value that is none is named, and the others are used', () => {
  writeFileSync(join(home.path, 'settings.json'), '{"mode":"sing","seconds":60,"other":1}')
  expect(open().own()).toEqual({ seconds: 60 })
  expect(broken).toEqual(['mode: sing (type | think)'])
})

test('a broken file is set aside before the next write, not wiped', async () => {
  writeFileSync(join(home.path, 'settings.json'), '{"seconds": 60')
  expect(open().own()).toEqual({})
  expect(broken).toHaveLength(1)
  await open().write('mode', 'think')
  const aside = readdirSync(home.path).find((name) => name.startsWith('settings.json.bad-'))
  expect(readFileSync(join(home.path, aside ?? ''), 'utf8')).toBe('{"seconds": 60')
  expect(open().own()).toEqual({ mode: 'think' })
})

test('what cannot be read is neither set aside nor replaced', async () => {
  mkdirSync(join(home.path, 'settings.json'))
  await expect(open().write('mode', 'think')).rejects.toMatchObject({
    fault: { code: 'settings-not-saved', reason: 'EISDIR' },
  })
  expect(readdirSync(home.path)).toEqual(['settings.json'])
})

// Windows has no pipes that lie in a folder
const onPosix = test.skipIf(process.platform === 'win32')
onPosix('what cannot be read is no settings of nobody, and no pipe is waited for', () => {
  const path = join(home.path, 'settings.json')
  execFileSync('mkfifo', [path])
  const fault = { code: 'own-not-readable', path, reason: 'not a file' }
  expect(() => open().own()).toThrow(expect.objectContaining({ fault }))
  expect(() => open().read()).toThrow(expect.objectContaining({ fault }))
  expect(broken).toEqual([])
})

test('a link to settings elsewhere stays, and what is not of ours in them', async () => {
  const dotfiles = folderWith({ 'viva.json': '{"theirs":{"__proto__":1},"seconds":60}' })
  symlinkSync(join(dotfiles.path, 'viva.json'), join(home.path, 'settings.json'))
  await open().write('mode', 'think')
  const text = readFileSync(join(dotfiles.path, 'viva.json'), 'utf8')
  expect(text.replace(/\s/g, '')).toBe('{"theirs":{"__proto__":1},"seconds":60,"mode":"think"}')
  expect(readdirSync(dotfiles.path)).toEqual(['viva.json'])
  dotfiles.remove()
})

test('presets are kept by names in any script, and what is none of them is named', async () => {
  const presets = { 后端: { topic: ['缓存'], questions: 5, followUps: false }, 'front end': {} }
  await open().write('presets', presets)
  expect(open().own()).toEqual({ presets })
  const odd = {
    ...presets,
    later: { topic: ['a'], wind: 3 },
    many: { questions: 0.5 },
    text: 'x',
    '-n': {},
  }
  writeFileSync(join(home.path, 'settings.json'), JSON.stringify({ presets: odd }))
  expect(Object.keys(open().own().presets ?? {})).toEqual(['后端', 'front end', 'later'])
  expect(broken).toEqual(['presets: many', 'presets: text', 'presets: -n'])
  for (const presets of ['3', '[]', '"x"', 'null']) {
    writeFileSync(join(home.path, 'settings.json'), `{"presets":${presets}}`)
    expect(open().own()).toEqual({})
  }
})

test('a library from git is where the home is now, and counts only whole', async () => {
  const clone = { name: 'notes', url: 'https://example.org/notes' }
  const written = { libraries: [{ path: '/before/libraries/notes/notes', clone }] }
  writeFileSync(join(home.path, 'settings.json'), JSON.stringify(written))
  const settings = openSettings(
    home.path,
    () => {},
    ({ name }) => `/now/${name}`,
  )
  expect(settings.own().libraries).toEqual([{ path: '/now/notes', clone }])
  const evil = { libraries: [{ path: '/x', clone: { ...clone, url: 'ext::sh' } }] }
  writeFileSync(join(home.path, 'settings.json'), JSON.stringify(evil))
  expect(open().own()).toEqual({})
  expect(broken).toEqual(['libraries'])
})
