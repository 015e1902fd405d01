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
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { UserError } from '../../src/errors.ts'
import { openJournal } from '../../src/host/store/journal.ts'
import { openKeeper } from '../../src/host/store/keeper.ts'
import { openSettings } from '../../src/host/store/settings.ts'
import { openSyncing } from '../../src/host/sync/syncing.ts'
import type { Instant } from '../../src/schedule/schedule.ts'
import { folderWith } from '../support/library.ts'

const evening = Date.parse('2026-11-22T20:00:00+08:00')
let base: ReturnType<typeof folderWith>
let asked = 0

beforeEach(() => {
  base = folderWith({})
  asked = 0
})
afterEach(() => base.remove())

/** git as a person would run it, without settings of theirs. */
function git(...words: readonly string[]): string {
  const env = { PATH: process.env.PATH, HOME: base.path, GIT_CONFIG_NOSYSTEM: '1' }
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org']
  return execFileSync('git', [...who, ...words], { cwd: base.path, env, encoding: 'utf8' })
}

function machine(name: string) {
  const data = join(base.path, name)
  const home = { data, settings: data, cache: join(data, 'cache') }
  const now = () => (evening + asked++ * 60_000) as Instant
  const settings = openSettings(data, () => {})
  const journal = openJournal(data, home.cache)
  const sync = openSyncing({ home, settings, now, random: () => 0.5 })
  const place = (path: string) => join(data, path)
  return {
    data,
    settings,
    sync,
    read: (path: string) => readFileSync(place(path), 'utf8'),
    write: (path: string, text: string) => {
      mkdirSync(dirname(place(path)), { recursive: true })
      writeFileSync(place(path), text)
    },
    grade: (card: string) =>
      journal.append({
        ...{ kind: 'review', id: journal.nextId(), at: now(), offset: 480, grade: 'good' },
        ...{ card: card as CardId, tookMs: 1000, source: 'review' },
      }),
    cards: () => journal.read().reviews.map(({ card }) => card),
    notes: () => (existsSync(place('notes')) ? readdirSync(place('notes')).sort() : []),
    join: async (word = 'remote.git') => {
      const { url } = sync.remote(join(base.path, word))
      if (sync.state().remotes.length === 0) await sync.make(url)
      return sync.join(url, { interactive: false })
    },
    doctor: () => openKeeper(home, home.cache, { now, offsetAt: () => 0, settings }).examine(),
  }
}

async function faultOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.catch((thrown) => thrown)
  return error instanceof UserError ? error.fault : error
}

/** What git was asked to do, call by call. */
async function callsOfGit(work: () => Promise<unknown>): Promise<readonly string[]> {
  const trace = join(base.path, 'calls')
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
  const script = `#!/bin/sh\nprintf '%s\\n' "$@" >> '${trace}'\nexec ${real} "$@"\n`
  mkdirSync(join(base.path, 'path'))
  writeFileSync(join(base.path, 'path/git'), script, { mode: 0o755 })
  const { PATH } = process.env
  process.env.PATH = `${join(base.path, 'path')}:${PATH}`
  try {
    await work()
  } finally {
    process.env.PATH = PATH
  }
  const verbs = ['ls-remote', 'fetch', 'rev-parse', 'merge-base', 'ls-tree', 'cat-file']
  const words = readFileSync(trace, 'utf8').split('\n')
  return words.filter((word) => [...verbs, 'fast-import', 'push', 'init'].includes(word))
}

test('a remote without a name is none, and not the folder where one stands', () => {
  const { sync } = machine('a')
  for (const word of ['', '　']) expect(() => sync.remote(word)).toThrow(UserError)
})

describe('two machines and a folder on a stick', () => {
  test('have all grades on both, and nothing is pushed when nothing is new', async () => {
    const [a, b] = [machine('a'), machine('b')]
    a.grade('死锁')
    expect(await a.join()).toMatchObject({ upheaval: 'new', devices: 1, given: { records: 1 } })
    b.grade('活锁')
    expect(await b.join()).toMatchObject({ devices: 2, received: { records: 1 } })
    expect(await a.join()).toMatchObject({ received: { records: 1 }, given: { files: 0 } })
    expect(a.cards()).toEqual(['死锁', '活锁'])
    expect(b.cards()).toEqual(['死锁', '活锁'])
    const before = git('-C', 'remote.git', 'rev-parse', 'main')
    expect(await b.join()).toMatchObject({ upheaval: 'none', given: { files: 0 } })
    expect(git('-C', 'remote.git', 'rev-parse', 'main')).toBe(before)
  })

  test.skipIf(process.platform === 'win32')(
    'ask git three things when nothing is new',
    async () => {
      const a = machine('a')
      a.grade('死锁')
      await a.join()
      expect(await callsOfGit(() => a.join())).toEqual(['ls-remote', 'merge-base', 'ls-tree'])
    },
  )

  test('both push at once, and the slower one goes once more', async () => {
    const [a, b] = [machine('a'), machine('b')]
    a.grade('死锁')
    await a.join()
    await b.join()
    a.grade('锁')
    b.grade('活锁')
    await Promise.all([a.join(), b.join()])
    await Promise.all([a.join(), b.join()])
    expect(a.cards()).toEqual(b.cards())
    expect(a.cards()).toHaveLength(3)
  })

  test('keep both notes that were edited on both, settings and glossary joined', async () => {
    const [a, b] = [machine('a'), machine('b')]
    a.write('notes/deadlock.md', '第一版\n')
    a.write('glossary.txt', '锁 = lock\n')
    await a.settings.write('seconds', 60)
    await a.settings.write('language', 'en')
    await a.join()
    await b.join()
    expect(b.settings.own()).toEqual({ seconds: 60 })
    a.write('notes/deadlock.md', '甲的\n')
    b.write('notes/deadlock.md', '乙的\n')
    a.write('glossary.txt', '锁 = lock\n死锁 = deadlock\n')
    b.write('glossary.txt', '锁 = lock\n缓存 = cache\n')
    await a.join()
    const { beside } = await b.join()
    await a.join()
    const ours = join(b.data, 'notes/deadlock.md')
    expect(beside).toEqual([[ours, expect.stringContaining('deadlock.other-')]])
    expect(a.notes()).toEqual(b.notes())
    expect(a.notes().map((name) => a.read(`notes/${name}`))).toEqual(['乙的\n', '甲的\n'])
    expect(a.read('glossary.txt')).toBe(b.read('glossary.txt'))
    expect(a.read('glossary.txt')).toBe('锁 = lock\n死锁 = deadlock\n缓存 = cache\n')
  })

  test('a library that has an address is offered on the other one, by it', async () => {
    const [a, b] = [machine('a'), machine('b')]
    const clone = { name: 'notes', url: 'https://example.org/notes.git', branch: 'zh' }
    await a.settings.write('libraries', [
      { path: '/home/a/secret' },
      { path: '/home/a/clones/notes', clone },
    ])
    await a.join()
    expect((await b.join()).offered).toEqual(['https://example.org/notes.git --branch zh'])
    expect(() => git('-C', 'remote.git', 'grep', '/home/a', 'main')).toThrow()
  })
})

describe('a remote', () => {
  test('that was emptied gets all of it once more, and takes nothing away', async () => {
    const a = machine('a')
    a.grade('死锁')
    a.write('notes/deadlock.md', '笔记\n')
    await a.join()
    git('-C', 'remote.git', 'update-ref', '-d', 'refs/heads/main')
    expect(await a.join()).toMatchObject({ upheaval: 'emptied', given: { records: 1 } })
    expect(a.notes()).toEqual(['deadlock.md'])
    const b = machine('b')
    await b.join()
    expect(b.cards()).toEqual(['死锁'])
  })

  test('whose history was rewritten loses nothing for anybody', async () => {
    const [a, b] = [machine('a'), machine('b')]
    a.grade('死锁')
    await a.join()
    await b.join()
    b.write('notes/deadlock.md', '笔记\n')
    b.grade('活锁')
    await b.join()
    await a.join()
    const first = git('-C', 'remote.git', 'rev-list', '--max-parents=0', 'main').trim()
    const tree = git('-C', 'remote.git', 'rev-parse', `${first}^{tree}`).trim()
    const alone = git('-C', 'remote.git', 'commit-tree', '-m', 'anew', tree).trim()
    git('-C', 'remote.git', 'update-ref', 'refs/heads/main', alone)
    expect(await a.join()).toMatchObject({ upheaval: 'rewritten', given: { records: 1 } })
    expect(a.notes()).toEqual(['deadlock.md'])
    await b.join()
    expect(b.cards()).toEqual(a.cards())
  })

  test('that is another project is refused, and not touched', async () => {
    mkdirSync(join(base.path, 'work'))
    git('init', '-q', '-b', 'main', 'work')
    writeFileSync(join(base.path, 'work/README.md'), '# 别的\n')
    git('-C', 'work', 'add', '.')
    git('-C', 'work', 'commit', '-qm', 'first')
    const before = git('-C', 'work', 'rev-parse', 'main')
    const a = machine('a')
    a.grade('死锁')
    expect(await faultOf(a.join('work'))).toMatchObject({ code: 'sync-foreign', why: 'project' })
    git('-C', 'work', 'branch', '-m', 'main', 'elsewhere')
    expect(await faultOf(a.join('work'))).toMatchObject({ code: 'sync-foreign', why: 'project' })
    expect(git('-C', 'work', 'rev-parse', 'elsewhere')).toBe(before)
  })

  test('with another history is refused, and neither is touched', async () => {
    const [a, b] = [machine('a'), machine('b')]
    a.grade('死锁')
    b.grade('活锁')
    await a.join('one.git')
    await b.join('two.git')
    expect(await faultOf(a.join('two.git'))).toMatchObject({ why: 'history' })
    expect(a.cards()).toEqual(['死锁'])
  })

  test('with damage gives what is whole, and the doctor says where the rest stands', async () => {
    const [a, b] = [machine('a'), machine('b')]
    for (const card of ['死锁', '活锁', '锁']) a.grade(card)
    await a.join()
    git('clone', '-q', 'remote.git', 'work')
    const [device = ''] = readdirSync(join(base.path, 'work/journal'))
    const path = join(base.path, 'work/journal', device, '0001.jsonl')
    writeFileSync(path, readFileSync(path, 'utf8').replace('活锁', '死锁'))
    mkdirSync(join(base.path, 'work/notes'))
    symlinkSync('/etc/passwd', join(base.path, 'work/notes/passwd.md'))
    git('-C', 'work', 'add', '.')
    git('-C', 'work', 'commit', '-qm', 'spoilt')
    git('-C', 'work', 'push', '-q', 'origin', 'main')
    await b.join()
    expect(b.cards()).toEqual(['死锁', '锁'])
    expect(b.notes()).toEqual([])
    expect((await b.doctor()).remote).toMatchObject([{ line: 2, why: 'checksum' }])
    // who wrote it has it whole, and gives it again
    expect(await a.join()).toMatchObject({ given: { records: 1 } })
    await b.join()
    expect(b.cards()).toEqual(['死锁', '活锁', '锁'])
  })

  test('that runs a hook, and a person who signs, have no part in it', async () => {
    const trace = join(base.path, 'ran')
    const hook = `#!/bin/sh\ntouch ${trace}\n`
    git('init', '-q', '--bare', 'remote.git')
    const config = join(base.path, 'config')
    writeFileSync(
      config,
      `[core]\n\thooksPath = ${base.path}/hooks\n[commit]\n\tgpgSign = true\n[init]\n\ttemplateDir = ${base.path}/template\n[user]\n\tuseConfigOnly = true\n`,
    )
    const names = ['pre-receive', 'update', 'post-receive', 'pre-push', 'reference-transaction']
    for (const folder of ['hooks', 'template/hooks', 'remote.git/hooks']) {
      mkdirSync(join(base.path, folder), { recursive: true })
      for (const name of names) writeFileSync(join(base.path, folder, name), hook, { mode: 0o755 })
    }
    process.env.GIT_CONFIG_GLOBAL = config
    try {
      const a = machine('a')
      a.grade('死锁')
      await a.join()
      await a.join()
    } finally {
      delete process.env.GIT_CONFIG_GLOBAL
    }
    expect(git('-C', 'remote.git', 'log', '--format=%an', 'main').trim()).toBe('viva')
    expect(existsSync(trace)).toBe(false)
  })

  test('that cannot be reached is told, and nothing here is touched', async () => {
    const a = machine('a')
    a.grade('死锁')
    await a.join()
    rmSync(join(base.path, 'remote.git'), { recursive: true })
    expect(await faultOf(a.join())).toMatchObject({ code: 'git-failed', why: 'not-found' })
    expect(a.cards()).toEqual(['死锁'])
    expect(a.sync.state().remotes[0]?.at).toBeDefined()
  })

  test('is told by address, but for what would run something', () => {
    const { sync } = machine('a')
    expect(sync.remote('git@example.org:me/viva.git').url).toBe('git@example.org:me/viva.git')
    for (const word of ['ext::sh -c true', 'https://me:word@example.org/a.git', 'a\nb']) {
      expect(() => sync.remote(word)).toThrow(UserError)
    }
    expect(() => sync.remote(undefined)).toThrow(UserError)
  })
})

test('what carries files is made anew where it was damaged', async () => {
  const a = machine('a')
  a.grade('死锁')
  await a.join()
  rmSync(join(a.data, 'cache/sync.git/objects'), { recursive: true })
  mkdirSync(join(a.data, 'cache/sync.git/objects'))
  a.grade('活锁')
  expect(await a.join()).toMatchObject({ upheaval: 'none', given: { records: 1 } })
})
