import { describe, expect, test } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { Unreadable } from '../../src/errors.ts'
import { zhDeck } from '../support/bank.ts'
import { type FakeHost, fakeHost } from '../support/fake-host.ts'

const messy = `# 后端笔记

## 目录

- [死锁](#死锁)

## 什么是死锁？

互相等待。

![图](no/such.png)

## 死锁怎么排查？

\`\`\`sh
jstack 1
`

function viva(host: FakeHost, ...words: readonly string[]): Promise<unknown> {
  return program(host).parseAsync([...words], { from: 'user' })
}

describe('check', () => {
  test('说明每个文件的写法、题数、忽略的部分和可疑之处', async () => {
    const host = fakeHost({ library: { '并发.md': zhDeck, '笔记.md': messy } })
    await viva(host, 'check', '/notes')
    expect(host.printed()).toMatchInlineSnapshot(`
      "并发.md  2 张卡片
        heading-2 · 2 处里有 2 处像提问 · 100% 下面有自己的内容

      笔记.md  2 张卡片
        heading-2 · 3 处里有 2 处像提问 · 67% 下面有自己的内容
        笔记.md:3  忽略“目录”：目录、参考资料之类
        笔记.md:11  图片不存在：no/such.png
        笔记.md:15  代码块没有结尾
        笔记.md:7  题目重复： 并发.md:9

      2 个文件，4 张卡片，0 张没有答案"
    `)
  })

  test('says with --why what was weighed, with terms and what each would leave out', async () => {
    const note =
      '# 部署\n\n### 什么是镜像？\n\n层。\n\n### What is a pod?\n\nShared.\n\n**问：怎么回退**\n\n换回去。\n'
    const host = fakeHost({ library: { '部署.md': note } })
    await viva(host, 'check', '--why')
    const printed = host.printed()
    expect(printed).toContain('整个文件的候选：')
    expect(printed).toContain('heading-3 + label · 选用 · 3 处里有 3 处像提问')
    expect(printed).toContain('label · 选用 · 1 处里有 1 处像提问 · 遗漏 2 处提问：第 3、7 行')
    expect(printed).toMatch(/0\.80 = \.55×1\.00 措辞 \+ \.25×1\.00 下有内容/)
    const json = fakeHost({ library: { '部署.md': note } })
    await viva(json, 'check', '--why', '--json')
    const [file] = JSON.parse(json.printed()).libraries[0].files
    expect(file.weighed[0].candidates[0]).toMatchObject({
      name: 'heading-3 + label',
      is: 'chosen',
      unexplained: { count: 0 },
    })
    const plain = fakeHost({ library: { '部署.md': note } })
    await viva(plain, 'check', '--json')
    expect(JSON.parse(plain.printed()).libraries[0].files[0]).not.toHaveProperty('weighed')
  })

  test('gives the same as JSON, with codes and places', async () => {
    const host = fakeHost({ library: { '笔记.md': messy, 'b.md': messy } })
    await viva(host, 'check', '--json')
    const { libraries, duplicates } = JSON.parse(host.printed())
    expect(libraries[0].files[0]).toMatchObject({
      file: '笔记.md',
      cards: 2,
      unanswered: 0,
      shapes: [{ name: 'heading-2', asking: 2 }],
      ignored: [{ line: 3, title: '目录', why: 'apparatus' }],
      images: [{ line: 11, path: 'no/such.png' }],
      openFences: [15],
    })
    expect(duplicates).toMatchObject([
      { how: 'same', file: 'b.md', line: 7, of: { file: '笔记.md', line: 7 } },
      { how: 'same', file: 'b.md', line: 13 },
    ])
  })

  test('ends with a fault only where a file could not be read', async () => {
    const host = fakeHost({ library: { 'a.md': zhDeck } })
    const lost = { code: 'file-binary' as const, at: { file: 'b.md', line: 1 } }
    const unreadable: FakeHost = {
      ...host,
      library: {
        ...host.library,
        inspect: async (root) => {
          const all = await host.library.inspect(root)
          return { ...all, library: { ...all.library, problems: [lost] } }
        },
      },
    }
    await expect(viva(unreadable, 'check')).rejects.toThrow(Unreadable)
    expect(host.printed()).toContain('b.md:1  含有二进制数据，没有读')
  })
})

describe('a library', () => {
  test('that was added is read from then on, until it is removed', async () => {
    const host = fakeHost({ library: { '并发.md': zhDeck } })
    await viva(host, 'library', 'add', 'notes', '/other')
    await viva(host, 'list', '--json')
    expect(host.printed()).toContain('"library":"/here/notes"')
    expect(host.printed()).toContain('"library":"/other"')
    await viva(host, 'library', 'remove', '/other')
    expect(host.store.settings.own().libraries).toEqual([{ path: '/here/notes' }])
    await viva(host, 'library', 'remove', 'notes')
    expect(host.store.settings.own().libraries).toBeUndefined()
  })

  test('that was added twice is kept once, with what was said last', async () => {
    const host = fakeHost({ library: { '并发.md': zhDeck } })
    await viva(host, 'library', 'add', '/notes')
    await viva(host, 'library', 'add', '/notes', '--questions', 'heading-3')
    expect(host.store.settings.own().libraries).toEqual([
      { path: '/notes', questions: ['heading-3'] },
    ])
  })

  test('names the files that the shapes named for it leave without a card', async () => {
    const one = fakeHost({
      library: {
        'a.md': '### 什么是死锁？\n\n互相等待。\n\n### 什么是活锁？\n\n互相谦让。\n',
        'b.md': '## 为什么要三次握手？\n\n都收得到。\n\n## 什么是 CDN？\n\n缓存。\n',
      },
    })
    await viva(one, 'library', 'add', '/notes', '--questions', 'heading-3')
    expect(one.printed()).toContain('b.md 里没有这种题型')
    expect(one.printed()).toContain('不指定题型时有 2 张')
    expect(one.printed()).not.toContain('a.md 里')
  })

  test('that is named twice in one line is kept once', async () => {
    const host = fakeHost({ library: { '并发.md': zhDeck } })
    await viva(host, 'library', 'add', '/notes', '/notes')
    expect(host.store.settings.own().libraries).toEqual([{ path: '/notes' }])
  })

  test('that is not there, was not added, or has shapes nobody knows is a fault', async () => {
    const host = fakeHost()
    const code = (name: string) => ({ fault: { code: name } })
    await expect(viva(host, 'library', 'add', '/missing')).rejects.toMatchObject(
      code('library-missing'),
    )
    await expect(viva(host, 'library', 'remove', '/notes')).rejects.toMatchObject(
      code('library-not-added'),
    )
    await expect(
      viva(host, 'library', 'add', '/notes', '--questions', 'loud ones'),
    ).rejects.toMatchObject(code('shape-unknown'))
    expect(host.store.settings.own().libraries).toBeUndefined()
  })
})

test('a library that was read oddly says so when it is added, and leaves the rest to check', async () => {
  const cards = Array.from(
    { length: 20 },
    (_, i) => `## 第${i}种锁是什么？\n\n见下一版的 \`第三章\`。\n`,
  )
  const files = Array.from({ length: 6 }, (_, i) => [`${i}.md`, cards.join('\n')] as const)
  const host = fakeHost({ library: Object.fromEntries(files) })
  await viva(host, 'library', 'add', '/notes')
  expect(host.printed()).toContain('0.md:1  20 张卡片的答案都和这张一样')
  expect(host.printed()).toContain('还有 1 处，见 viva check')
})
