import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AddedLibrary, Clone, GitAddress } from '../../src/cards/card.ts'
import { Interrupted } from '../../src/errors.ts'
import { openClones } from '../../src/host/clones/clones.ts'
import {
  addressOf,
  commit,
  daemonFor,
  filesFor,
  httpFor,
  ownFolder,
  plainGit,
  repository,
} from '../support/repositories.ts'

const lock = '## 什么是锁？\n\n互斥。\n'
const notes = { 'docs/锁.md': lock, 'video.mp4': 'x'.repeat(1000) }

/** A home below a folder, with what its settings would hold of libraries. */
function homeIn(folder: string) {
  const data = join(folder, 'home')
  const kept: AddedLibrary[] = []
  const clones = openClones({ data, now: () => 1_795_348_800_000, interactive: false })
  const keep = async (library: AddedLibrary) => void kept.push(library)
  const add = async (address: GitAddress, name?: string): Promise<Clone> => {
    const { clone } = await clones.add(address, { name, keep })
    if (clone === undefined) throw new Error('no clone')
    return clone
  }
  const update = async (clone: Clone, force = false) => {
    const fetched = await clones.fetch(clone)
    if (fetched.kind === 'news') await fetched.take(force)
    return fetched
  }
  const placed = (clone: Clone, file = '') => join(data, 'libraries', clone.name, 'notes', file)
  const read = (clone: Clone, file: string) => {
    const path = placed(clone, file)
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined
  }
  const names = () => readdirSync(join(data, 'libraries')).sort()
  return { data, kept, clones, add, update, placed, read, names, keep }
}

describe('a library that is added from git', () => {
  test('is one folder: the notes and pictures that are read, and beside them what git keeps', async () => {
    const folder = ownFolder()
    const files = {
      ...notes,
      'docs/图.PNG': 'x',
      '.github/about.md': lock,
      'node_modules/a/a.md': lock,
    }
    const url = addressOf(repository(join(folder, '题库'), files))
    const { data, kept, add, placed, names } = homeIn(folder)
    const clone = await add({ url })
    expect(clone).toEqual({ name: '题库', url })
    expect(readdirSync(placed(clone))).toEqual(['docs'])
    expect(readdirSync(placed(clone, 'docs')).sort()).toEqual(['图.PNG', '锁.md'])
    expect(kept).toEqual([{ path: join(data, 'libraries/题库/notes'), clone }])
    // as after a kill between the clone and its entry in the settings
    expect(await add({ url })).toEqual(clone)
    expect(names()).toEqual(['题库'])
    expect(await add({ url, folder: 'docs' })).toMatchObject({
      name: `${folder.split('/').at(-1)}-题库`,
    })
  })

  test('may be a folder, a note, a tag, or of the newer kind of names for commits', async () => {
    const folder = ownFolder()
    const bank = repository(join(folder, 'bank'), { ...notes, 'docs/x.md': lock, 'y.md': lock })
    plainGit(bank, 'tag', '-a', 'v1', '-m', 'one')
    commit(bank, { 'docs/x.md': '## 改了？\n\n是。\n' })
    const url = addressOf(bank)
    const { kept, add, placed, read } = homeIn(folder)
    const part = await add({ url, folder: 'docs' }, 'part')
    expect(readdirSync(placed(part))).toEqual(['docs'])
    expect(kept.at(-1)?.path).toBe(placed(part, 'docs'))
    const one = await add({ url, branch: 'v1', folder: 'docs/x.md' }, 'one')
    expect(read(one, 'docs/x.md')).toBe(lock)
    expect(readdirSync(placed(one, 'docs'))).toEqual(['x.md'])
    const newer = join(folder, 'newer')
    plainGit(folder, 'init', '--quiet', '--object-format=sha256', newer)
    commit(newer, notes)
    expect(read(await add({ url: addressOf(newer) }), 'docs/锁.md')).toBe(lock)
  })

  test('comes over http without what is not read, and by a server that can do neither', async () => {
    const folder = ownFolder()
    const bank = repository(join(folder, 'bank'), notes)
    plainGit(bank, 'config', 'uploadpack.allowFilter', 'true')
    const { address } = await httpFor(folder)
    const { data, add, update, read } = homeIn(folder)
    const clone = await add({ url: `${address}/bank/.git` }, '网上')
    expect(read(clone, 'docs/锁.md')).toBe(lock)
    const gitDir = join(data, 'libraries/网上/git')
    const missing = plainGit(gitDir, 'rev-list', '--objects', '--missing=print', 'HEAD')
    expect(missing).toMatch(/^\?/m)
    plainGit(bank, 'update-server-info')
    const old = await filesFor(folder)
    const whole = await add({ url: `${old.address}/bank/.git` }, '旧')
    expect(read(whole, 'docs/锁.md')).toBe(lock)
    commit(bank, { 'docs/锁.md': '## 新的？\n\n是。\n' })
    plainGit(bank, 'update-server-info')
    await update(whole)
    expect(read(whole, 'docs/锁.md')).toContain('新的')
  })

  test('leaves nothing after Ctrl-C, a wrong folder, a failure to note it, or where there is none', async () => {
    const folder = ownFolder()
    const url = addressOf(repository(join(folder, 'bank'), notes))
    const { clones, add, keep, names } = homeIn(folder)
    const onProgress = () => void process.emit('SIGINT')
    await expect(clones.add({ url }, { onProgress, keep })).rejects.toBeInstanceOf(Interrupted)
    const missing = { fault: { code: 'folder-missing', folder: 'doc' } }
    await expect(add({ url, folder: 'doc' })).rejects.toMatchObject(missing)
    const full = async () => {
      throw new Error('full')
    }
    await expect(clones.add({ url }, { keep: full })).rejects.toThrow('full')
    const nowhere = { fault: { code: 'git-failed', why: 'not-found' } }
    await expect(add({ url: `${url}s` })).rejects.toMatchObject(nowhere)
    const noBranch = { fault: { code: 'git-failed', why: 'no-branch' } }
    await expect(add({ url, branch: 'zh' })).rejects.toMatchObject(noBranch)
    expect(names()).toEqual([])
  })

  test('sweeps what a killed process left, once it is old, and what is not ours stays', async () => {
    const folder = ownFolder()
    const { data, add, names } = homeIn(folder)
    for (const name of ['.new-00000001', '.new-00000002', '.gone-00000003', '.mine']) {
      mkdirSync(join(data, 'libraries', name), { recursive: true })
      if (name !== '.new-00000002') utimesSync(join(data, 'libraries', name), 1, 1)
    }
    await add({ url: addressOf(repository(join(folder, 'bank'), notes)) })
    expect(names()).toEqual(['.mine', '.new-00000002', 'bank'])
  })

  test('takes no name that another has, however it is written', async () => {
    const folder = ownFolder()
    const url = addressOf(repository(join(folder, 'Bank'), notes))
    const other = addressOf(repository(join(folder, 'bank'), notes))
    const { add, names } = homeIn(folder)
    await add({ url })
    const taken = { fault: { code: 'clone-name-taken', name: 'BANK' } }
    await expect(add({ url: other }, 'BANK')).rejects.toMatchObject(taken)
    await add({ url: other })
    expect(names()).toHaveLength(2)
  })
})

describe('a private repository', () => {
  test('opens to the helper for passwords that the person set up, and asks nobody else', async () => {
    const folder = ownFolder()
    const ran = join(folder, 'asked')
    repository(join(folder, 'bank'), notes)
    const { address } = await httpFor(folder, 'wen:secret')
    const { add, read } = homeIn(folder)
    const url = `${address}/bank/.git`
    const askpass = join(folder, 'askpass')
    writeFileSync(askpass, `#!/bin/sh\ntouch '${ran}'\necho secret\n`, { mode: 0o755 })
    process.env.SSH_ASKPASS = askpass
    process.env.GIT_ASKPASS = askpass
    const refused = { fault: { code: 'git-failed', why: 'refused' } }
    await expect(add({ url })).rejects.toMatchObject(refused)
    delete process.env.SSH_ASKPASS
    delete process.env.GIT_ASKPASS
    expect(existsSync(ran)).toBe(false)
    const helper = '!f() { echo username=wen; echo password=secret; }; f'
    plainGit(folder, 'config', '--global', 'credential.helper', helper)
    expect(read(await add({ url }, 'bank'), 'docs/锁.md')).toBe(lock)
  })

  test('is reached by the ssh that the person set up', async () => {
    const folder = ownFolder()
    const bank = repository(join(folder, 'bank'), notes)
    const ssh = join(folder, 'ssh')
    // what ssh is given: options, the host, and what to run there
    writeFileSync(ssh, '#!/bin/sh\nfor last; do :; done\nexec sh -c "$last"\n', { mode: 0o755 })
    process.env.GIT_SSH_COMMAND = ssh
    try {
      const { add, read } = homeIn(folder)
      expect(read(await add({ url: `wen@example.org:${bank}` }), 'docs/锁.md')).toBe(lock)
    } finally {
      delete process.env.GIT_SSH_COMMAND
    }
  })
})

describe('an update', () => {
  test('follows a forced push, a renamed branch and one that is gone, over the network', async () => {
    const folder = ownFolder()
    const bank = repository(join(folder, 'bank'), notes)
    const address = await daemonFor(folder)
    const { add, update, read } = homeIn(folder)
    const clone = await add({ url: `${address}/bank` })
    const pinned = await add({ url: `${address}/bank`, branch: 'main' }, 'pinned')
    expect(await update(clone)).toMatchObject({ kind: 'same' })
    commit(bank, { 'docs/锁.md': '## 什么是锁？\n\n新的。\n' }, '--amend')
    plainGit(bank, 'branch', '-m', 'main', 'trunk')
    expect(await update(clone)).toMatchObject({ kind: 'news', clone })
    expect(read(clone, 'docs/锁.md')).toContain('新的')
    const { name, url } = pinned
    expect(await update(pinned)).toMatchObject({ kind: 'news', clone: { name, url } })
    expect(read(pinned, 'docs/锁.md')).toContain('新的')
  })

  test('keeps what a person changed, and says what is in the way before anything changes', async () => {
    const folder = ownFolder()
    const bank = repository(join(folder, 'bank'), { 'a.md': lock, 'b.md': lock })
    const { add, update, placed, read, clones } = homeIn(folder)
    const clone = await add({ url: addressOf(bank) })
    writeFileSync(placed(clone, 'a.md'), '我的')
    writeFileSync(placed(clone, 'mine.md'), '我的')
    expect((await clones.edits(clone))?.toSorted()).toEqual(['a.md', 'mine.md'])
    commit(bank, { 'b.md': '新的' })
    await update(clone)
    expect([read(clone, 'a.md'), read(clone, 'b.md')]).toEqual(['我的', '新的'])
    commit(bank, { 'a.md': '新的', 'b.md': '更新的', 'mine.md': '他们的' })
    const edited = { fault: { code: 'clone-edited', name: 'bank', files: ['a.md', 'mine.md'] } }
    await expect(update(clone)).rejects.toMatchObject({ fault: { code: 'clone-edited' } })
    await expect(update(clone)).rejects.toMatchObject({
      fault: { ...edited.fault, files: ['a.md'] },
    })
    expect([read(clone, 'b.md'), read(clone, 'mine.md')]).toEqual(['新的', '我的'])
    await update(clone, true)
    expect([read(clone, 'a.md'), read(clone, 'mine.md')]).toEqual(['新的', '他们的'])
    expect(await clones.edits(clone)).toEqual([])
  })

  test('that was killed among the files is brought to its end by the next one', async () => {
    const folder = ownFolder()
    const bank = repository(join(folder, 'bank'), { 'a.md': lock, 'b.md': lock })
    const { data, add, update, placed, read, clones } = homeIn(folder)
    const clone = await add({ url: addressOf(bank) })
    const state = clones.state(clone)
    const path = join(data, 'libraries/bank/clone.json')
    const turning = { to: state?.commit, isEdited: false }
    writeFileSync(path, JSON.stringify({ ...state, turning }))
    rmSync(placed(clone, 'a.md'))
    writeFileSync(placed(clone, 'b.md'), '## 什么')
    writeFileSync(join(data, 'libraries/bank/git/index.lock'), '')
    expect(await update(clone)).toMatchObject({ kind: 'news' })
    expect([read(clone, 'a.md'), read(clone, 'b.md')]).toEqual([lock, lock])
    expect(clones.state(clone)).not.toHaveProperty('turning')
  })

  test('that cannot bring what it needs leaves the old notes whole', async () => {
    const folder = ownFolder()
    const bank = repository(join(folder, 'bank'), notes)
    plainGit(bank, 'config', 'uploadpack.allowFilter', 'true')
    const server = await httpFor(folder)
    const { add, read, clones } = homeIn(folder)
    const clone = await add({ url: `${server.address}/bank/.git` }, 'bank')
    const before = clones.state(clone)
    commit(bank, { 'docs/锁.md': '## 新的？\n\n是。\n' })
    const fetched = await clones.fetch(clone)
    await server.close()
    expect(fetched.kind).toBe('news')
    if (fetched.kind === 'news') await expect(fetched.take(false)).rejects.toThrow('git-failed')
    expect(read(clone, 'docs/锁.md')).toBe(lock)
    expect(clones.state(clone)).toEqual(before)
    const offline = { fault: { code: 'git-failed', why: 'offline' } }
    await expect(clones.fetch(clone)).rejects.toMatchObject(offline)
  })

  test('brings back one that is not on this machine, as after a restore', async () => {
    const folder = ownFolder()
    const { add, update, read, clones, names } = homeIn(folder)
    const clone = await add({ url: addressOf(repository(join(folder, 'bank'), notes)) }, '题库')
    clones.remove(clone)
    expect(await update(clone)).toMatchObject({ kind: 'news', clone })
    expect([read(clone, 'docs/锁.md'), names()]).toEqual([lock, ['题库']])
  })

  test('of one whose git files are lost says so, and it can be removed', async () => {
    const folder = ownFolder()
    const { data, add, clones, names } = homeIn(folder)
    const clone = await add({ url: addressOf(repository(join(folder, 'bank'), notes)) })
    rmSync(join(data, 'libraries/bank/git/HEAD'))
    const damaged = { fault: { code: 'clone-damaged', name: 'bank' } }
    await expect(clones.fetch(clone)).rejects.toMatchObject(damaged)
    expect(await clones.edits(clone)).toBe(undefined)
    expect(clones.remove(clone)).toBe(true)
    expect(names()).toEqual([])
  })
})
