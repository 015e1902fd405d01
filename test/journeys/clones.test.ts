import { describe, expect, test } from 'vitest'
import type { Clone } from '../../src/cards/card.ts'
import { program } from '../../src/cli/program.ts'
import { type GitTrouble, Unreadable, UserError } from '../../src/errors.ts'
import type { Clones } from '../../src/host/host.ts'
import { type FakeHost, type FakeOptions, fakeHost } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'

const before = `## 什么是死锁？

<!-- id: deadlock -->

互相等待。

## 什么是活锁？

<!-- id: livelock -->

都在让路。
`

const after = `## 什么是死锁？

<!-- id: deadlock -->

互相等待对方持有的锁。

## 什么是饥饿？

一直轮不到。
`

const state = { commit: 'abcdef0123'.repeat(4), made: 1_795_262_400_000, asked: 1_795_348_800_000 }
const address = 'https://example.org/wen/notes.git'

function viva(host: FakeHost, ...words: readonly string[]): Promise<unknown> {
  return program(host).parseAsync([...words], { from: 'user' })
}

type Script = {
  readonly edits?: readonly string[]
  /** What went wrong, by name. */
  readonly troubles?: Readonly<Record<string, GitTrouble>>
  /** As they are called after a fetch. */
  readonly follows?: (clone: Clone) => Clone
}

/** A machine whose clones bring the second note in place of the first. */
function hostWith({ edits = [], troubles = {}, follows }: Script = {}, options: FakeOptions = {}) {
  const library: Record<string, string> = { '锁.md': before }
  const removed: string[] = []
  const clones: Clones = {
    add: async (address, { name = 'notes', keep }) => {
      const library = { path: `/home/libraries/${name}/notes`, clone: { name, ...address } }
      await keep(library)
      return library
    },
    fetch: async (clone) => {
      const why = troubles[clone.name]
      if (why !== undefined) {
        throw new UserError({ code: 'git-failed', address: clone.url, why, said: '' })
      }
      const found = follows?.(clone) ?? clone
      if (library['锁.md'] === after) return { kind: 'same', clone: found, state }
      const take = async () => {
        library['锁.md'] = after
        return state
      }
      return { kind: 'news', clone: found, take }
    },
    state: () => state,
    edits: async () => edits,
    remove: ({ name }) => removed.push(name) > 0,
  }
  return { host: fakeHost({ library, clones, ...options }), removed, library }
}

describe('a library from git', () => {
  test('is added by its address, with what was said of it, and listed', async () => {
    const { host } = hostWith()
    await viva(
      host,
      'library',
      'add',
      'github:wen/notes',
      '--branch',
      'zh',
      '--path',
      'docs/',
      '--name',
      '题库',
    )
    expect(host.store.settings.read().libraries).toEqual([
      {
        path: '/home/libraries/题库/notes',
        clone: {
          name: '题库',
          url: 'https://github.com/wen/notes.git',
          branch: 'zh',
          folder: 'docs',
        },
      },
    ])
    await viva(host, 'library', 'list')
    expect(host.printed()).toMatchInlineSnapshot(`
      "已添加 题库：2 张卡片。
      题库
        https://github.com/wen/notes.git（分支 zh，只读 docs）
        提交 abcdef0（2026-11-21），2026-11-22 20:00 更新过
        /home/libraries/题库/notes"
    `)
  })

  test('that is there already is not fetched again; its shapes may change', async () => {
    const { host } = hostWith()
    await viva(host, 'library', 'add', address)
    await viva(host, 'library', 'add', 'https://example.org/wen/notes', '--questions', 'heading-2')
    expect(host.store.settings.read().libraries).toMatchObject([
      { clone: { name: 'notes', url: address }, questions: ['heading-2'] },
    ])
  })

  test('is read without a word to git', async () => {
    const clone = { name: 'notes', url: address }
    const libraries = [{ path: '/home/libraries/notes/notes', clone }]
    // a machine that has no way to clones
    const host = fakeHost({ library: { '锁.md': before }, settings: { libraries } })
    await viva(host, 'list', '--json')
    expect(host.printed()).toContain('livelock')
  })

  test('may stand beside folders in one call, but what is said of one goes with one alone', async () => {
    const { host } = hostWith()
    await viva(host, 'library', 'add', '/mine', address)
    expect(host.store.settings.read().libraries.map(({ path }) => path)).toEqual([
      '/mine',
      '/home/libraries/notes/notes',
    ])
    for (const words of [
      ['/mine', address, '--name', 'x'],
      ['/mine', '--branch', 'zh'],
    ]) {
      await expect(viva(host, 'library', 'add', ...words)).rejects.toMatchObject({
        fault: { code: 'address-alone' },
      })
    }
  })

  test.each([
    [['ext::sh -c touch'], 'address-refused'],
    [['https://wen:secret@example.org/notes'], 'address-refused'],
    [[address, '--branch', '-u'], 'branch-name'],
    [[address, '--path', '../x'], 'folder-name'],
    [[address, '--name', '../x'], 'clone-name'],
  ])('is refused as %j', async (words, code) => {
    const { host } = hostWith()
    await expect(viva(host, 'library', 'add', ...words)).rejects.toMatchObject({ fault: { code } })
  })

  test('tells of a password in an address without showing it', async () => {
    const { host } = hostWith({}, { look: englishLook })
    const { fault } = await viva(host, 'library', 'add', 'https://wen:secret@example.org/n').then(
      () => ({ fault: undefined }),
      (error: UserError) => error,
    )
    expect(JSON.stringify(fault === undefined ? '' : englishLook.say.fault(fault))).not.toContain(
      'secret',
    )
    expect(fault).toBeDefined()
  })
})

describe('an update', () => {
  test('says what changed in cards, and whose grades are kept', async () => {
    const { host } = hostWith()
    await viva(host, 'library', 'add', address)
    await viva(host, 'rate', 'livelock', 'good')
    const said = host.printed().length
    await viva(host, 'library', 'update')
    expect(host.printed().slice(said + 1)).toMatchInlineSnapshot(`
      "notes：新增 1 张卡片，改动 1 张，删去 1 张（其中 1 张的评分都还在）。
        + 什么是饥饿？
        ~ 什么是死锁？
        - 什么是活锁？"
    `)
    await viva(host, 'library', 'update', 'notes')
    expect(host.printed()).toMatch(/notes：没有变化。$/)
  })

  test('says the same as JSON', async () => {
    const { host } = hostWith()
    await viva(host, 'library', 'add', address)
    const said = host.printed().length
    await viva(host, 'library', 'update', '--json')
    expect(JSON.parse(host.printed().slice(said))).toEqual([
      {
        name: 'notes',
        commit: state.commit,
        changed: true,
        new: [{ id: expect.any(String), question: '什么是饥饿？' }],
        edited: [{ id: 'deadlock', question: '什么是死锁？' }],
        gone: [{ id: 'livelock', question: '什么是活锁？' }],
      },
    ])
  })

  test('that cannot reach one says so, updates the others, and ends with a fault', async () => {
    const { host, library } = hostWith({ troubles: { gone: 'offline' } })
    await viva(host, 'library', 'add', 'https://example.org/gone', '--name', 'gone')
    await viva(host, 'library', 'add', address)
    await expect(viva(host, 'library', 'update')).rejects.toBeInstanceOf(Unreadable)
    expect(host.warned()).toContain('连不上 https://example.org/gone')
    expect(host.printed()).toContain('notes：新增 1 张卡片')
    expect(library['锁.md']).toBe(after)
  })

  test('follows the repository where the branch is gone there, and says so', async () => {
    const follows = ({ branch: _, ...rest }: Clone): Clone => rest
    const { host } = hostWith({ follows })
    await viva(host, 'library', 'add', address, '--branch', 'master')
    await viva(host, 'library', 'update')
    expect(host.printed()).toContain('分支 master 已经没有了')
    expect(host.store.settings.read().libraries[0]?.clone).toEqual({ name: 'notes', url: address })
  })

  test('of a folder, or of what was not added, is a fault; without any from git there is nothing to do', async () => {
    const { host } = hostWith()
    await viva(host, 'library', 'update')
    expect(host.printed()).toContain('没有来自 git 的题库')
    await viva(host, 'library', 'add', '/mine')
    const code = (code: string) => ({ fault: { code } })
    await expect(viva(host, 'library', 'update', '/mine')).rejects.toMatchObject(code('no-clone'))
    await expect(viva(host, 'library', 'update', 'x')).rejects.toMatchObject(
      code('library-not-added'),
    )
  })
})

describe('a library from git that is removed', () => {
  test('goes with its files, by name, path or address', async () => {
    for (const word of ['notes', '/home/libraries/notes/notes', 'https://example.org/wen/notes']) {
      const { host, removed } = hostWith()
      await viva(host, 'library', 'add', address)
      await viva(host, 'library', 'remove', word)
      expect([removed, host.store.settings.read().libraries]).toEqual([['notes'], []])
    }
  })

  test('asks first where something in it is the person’s own', async () => {
    for (const [pick, left] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const { host, removed } = hostWith({ edits: ['锁.md'] }, { replies: [{ pick }] })
      await viva(host, 'library', 'add', address)
      await viva(host, 'library', 'remove', 'notes')
      expect(host.printed()).toContain('锁.md')
      expect([removed.length, host.store.settings.read().libraries.length]).toEqual([
        1 - left,
        left,
      ])
    }
  })

  test('stays where nobody can be asked, unless it is forced', async () => {
    const { host, removed } = hostWith({ edits: ['锁.md'] }, { interactive: false })
    await viva(host, 'library', 'add', address)
    const unsaved = { fault: { code: 'clone-unsaved', files: ['锁.md'] } }
    await expect(viva(host, 'library', 'remove', 'notes')).rejects.toMatchObject(unsaved)
    expect(removed).toEqual([])
    await viva(host, 'library', 'remove', 'notes', '--force')
    expect(removed).toEqual(['notes'])
  })
})
