import { describe, expect, test } from 'vitest'
import { obey } from '../../src/cli/program.ts'
import { UserError } from '../../src/errors.ts'
import type { Syncing } from '../../src/host/sync/syncing.ts'
import { messagesFor } from '../../src/i18n/messages.ts'
import { fakeHost } from '../support/fake-host.ts'
import { met, syncing, url } from '../support/syncing.ts'

const en = { say: await messagesFor('en'), tongue: 'en' } as const
const zh = { say: await messagesFor('zh'), tongue: 'zh' } as const

describe('viva sync', () => {
  test('says in a line that nothing is new', async () => {
    const { sync, asked } = syncing()
    const host = fakeHost({ sync, look: en })
    await obey(host, ['sync'])
    expect(host.printed()).toBe('Nothing new on either side · 2 devices')
    expect(asked).toEqual([`join ${url}`])
    expect(host.warned()).toBe('')
  })

  test('says before the first push what leaves the machine, and goes on in a pipe', async () => {
    const { sync, asked } = syncing({ upheaval: 'new', given: { records: 12, files: 4 } }, 'never')
    const host = fakeHost({ sync, look: en, interactive: false })
    await obey(host, ['sync', 'setup', '/stick/viva.git'])
    expect(host.warned()).toMatchInlineSnapshot(`
      "From now on this goes to /stick/viva.git, and comes from there to your other
      machines:
      · every grade, and where each card stands
      · the texts of your cards as they are linked to their grades, and the paths of
        their files
      · interviews that are over, with your answers; your notes; your glossary
      · settings and presets; the addresses of libraries that were added by one
      It stays here: the files of your libraries, the language, the paths of
      libraries. Nothing is encrypted: whoever can read that repository can read all
      of it, for good.
      An empty repository was made in /stick/viva.git."
    `)
    expect(host.printed()).toMatchInlineSnapshot(`
      "This machine and the remote have met for the first time.
      Sent: 12 records · 4 files changed there
      In step · 2 devices"
    `)
    expect(asked).toEqual(['join /stick/viva.git', 'prefer /stick/viva.git'])
  })

  test('asks who sits there, and a no leaves everything as it was', async () => {
    const { sync, asked } = syncing({}, 'never')
    const host = fakeHost({ sync, look: zh, interactive: true, replies: [{ pick: 1 }] })
    await obey(host, ['sync', 'setup', url])
    expect(host.warned()).toMatchInlineSnapshot(`
      "从现在起，这些内容会传到 git@example.org:me/viva.git，再传到你的其他机器：
      · 每一次评分，以及每张卡片的进度
      · 卡片的文字（用来把评分对上改过的卡片），以及它们所在文件的路径
      · 已结束的面试和你的回答；你的备注；你的词汇表
      · 设置和预设；按地址添加的题库的地址
      留在本机的：题库文件、界面语言、题库的路径。内容没有加密：能读那个仓库的人，就能
      一直读到全部内容。"
    `)
    expect(host.printed()).toBe('没有任何内容离开本机。')
    expect(asked).toEqual([])
  })

  test('names a remote the first time it is given one', async () => {
    const { sync, asked } = syncing({}, 'never')
    await obey(fakeHost({ sync, interactive: false }), ['sync', url])
    expect(asked).toEqual([`join ${url}`, `prefer ${url}`])
  })

  test('tells what came and went, what is kept twice, and what else there is, in Chinese', async () => {
    const { sync } = syncing({
      upheaval: 'rewritten',
      received: { records: 5, cards: 2, interviews: 1, texts: 1, settings: 1 },
      given: { records: 3, files: 2 },
      beside: [['notes/deadlock.md', 'notes/deadlock.other-1a2b3c4d.md']],
      disputed: [{ name: 'seconds', ours: '60', theirs: '90' }],
      damage: [{ path: 'journal/a/0001.jsonl', line: 2, start: 9, end: 99, why: 'checksum' }],
      offered: ['https://example.org/notes.git --branch zh'],
    })
    const host = fakeHost({ sync, look: zh })
    await obey(host, ['sync'])
    expect(host.printed()).toMatchInlineSnapshot(`
      "远端的历史被改写过；本机没有因此丢掉任何内容，你的内容也都重新传上去了。
      收到：5 条记录 · 2 行卡片登记 · 1 场面试 · 1 份备注 · 1 项设置
      送出：3 条记录 · 远端有 2 个文件变动
      在两台机器上都改过，两份都留着：这里用 notes/deadlock.md，另一份在
        notes/deadlock.other-1a2b3c4d.md
      两台机器都设过 seconds：现在用 90（本机原来是 60）。可以用 viva config set 再
        改。
      远端有 1 处损坏，没有收下；viva doctor 会说在哪里。
      你的其他机器上有、本机没有的题库：
        viva library add https://example.org/notes.git --branch zh
      已同步 · 2 台设备"
    `)
  })

  test('does not keep a remote that could not be met', async () => {
    const { sync, asked } = syncing({}, 'never')
    const join = async () => {
      throw new UserError({ code: 'sync-foreign', address: url, why: 'project' })
    }
    const host = fakeHost({ sync: { ...sync, join }, interactive: false })
    await expect(obey(host, ['sync', 'setup', url])).rejects.toThrow(UserError)
    expect(asked).toEqual([])
  })

  test('says nothing in the background, whatever is in its way', async () => {
    const { sync } = syncing()
    const away: Syncing = {
      ...sync,
      join: async () => {
        throw new UserError({ code: 'git-failed', address: url, why: 'offline', said: '' })
      },
    }
    const host = fakeHost({ sync: away })
    await obey(host, ['sync', '--quiet'])
    expect(host.printed() + host.warned()).toBe('')
  })

  test('joins nothing in the background that nobody agreed to yet', async () => {
    const { sync, asked } = syncing({}, 'never')
    await obey(fakeHost({ sync }), ['sync', '--quiet'])
    expect(asked).toEqual([])
  })

  test('is one JSON document for programs', async () => {
    const host = fakeHost({ sync: syncing().sync })
    await obey(host, ['sync', '--json'])
    expect(JSON.parse(host.printed())).toMatchObject({ devices: 2, given: { records: 0 } })
  })
})

describe('viva sync status', () => {
  test('says where to, how long ago, and what waits', async () => {
    const host = fakeHost({ sync: syncing().sync, look: en })
    await obey(host, ['sync', 'status'])
    expect(host.printed()).toMatchInlineSnapshot(`
      "Remote: git@example.org:me/viva.git
      In step since 2026-11-22 17:00 (3 h ago) · 2 devices
      3 grades here that are not there yet.
      1 piece in the remote is damaged and was not taken; viva doctor says where.
      Libraries of your other machines that are not here:
        viva library add https://example.org/notes.git
      Syncs when you say so; viva config set autosync on does it after each sitting."
    `)
  })

  test('says how to begin where nothing was set up', async () => {
    const host = fakeHost({ sync: syncing({}, 'never').sync, look: zh })
    await obey(host, ['sync', 'status'])
    expect(host.printed()).toMatchInlineSnapshot(
      `"还没有同步过。用 viva sync setup <url> 开始；url 也可以是 U 盘上的文件夹。"`,
    )
  })

  test('is one JSON document for programs', async () => {
    const host = fakeHost({ sync: syncing().sync, settings: { autosync: 'on' } })
    await obey(host, ['sync', 'status', '--json'])
    expect(JSON.parse(host.printed())).toMatchObject({
      remote: url,
      at: '2026-11-22T17:00:00+08:00',
      waiting: 3,
      autosync: true,
    })
  })
})

test.each([
  ['en', en, '2 devices, synced 3 h ago'],
  ['zh', zh, '2 台设备，3 小时前同步过'],
])(
  'the home screen says how many devices there are, and since when they are in step (%s)',
  async (_, look, line) => {
    const library = { 'a.md': '## 什么是死锁？\n\n互相等待。\n' }
    const host = fakeHost({
      library,
      look,
      interactive: false,
      synced: { id: 'h', remotes: [met] },
    })
    await obey(host, [])
    expect(host.printed()).toContain(line)
  },
)

test('what else was written of a note is named where it is edited', async () => {
  const library = { 'a.md': '## 什么是死锁？\n<!-- id: deadlock -->\n\n互相等待。\n' }
  const otherNotes = { deadlock: ['/home/notes/deadlock.other-1a2b3c4d.md'] }
  const host = fakeHost({ library, otherNotes, replies: [{ leave: '我的说法' }] })
  await obey(host, ['note', 'deadlock'])
  expect(host.printed()).toContain(
    '另一份文字（来自其他机器或旧的副本）在 /home/notes/deadlock.other',
  )
})
