import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Problem } from '../../src/cards/card.ts'
import { decodeBytes } from '../../src/host/library/decode.ts'
import { inspectLibrary } from '../../src/host/library/inspect-library.ts'
import { readLibrary as readFrom } from '../../src/host/library/library.ts'
import { filesOf } from '../../src/host/library/walk.ts'
import { readPicture } from '../../src/host/paper/pictures.ts'
import { folderWith } from '../support/library.ts'

const question = '## 什么是死锁？\n\n互相等待。\n\n## 什么是活锁？\n\n互相谦让。\n'
const bytesGbk = Buffer.from(
  'IyMgyrLDtMrHy8DL+KO/Cgq7pc/gtci0/aGjCgojIyDKssO0yse77sv4o78KCrulz+DHq8jDoaMK',
  'base64',
)
let made: ReturnType<typeof folderWith> | undefined

afterEach(() => made?.remove())

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  made = folderWith(files)
  return made.path
}

function readLibrary(root: string) {
  return readFrom({ root, cache: undefined, now: Date.now })
}

async function filesRead(root: string): Promise<readonly string[]> {
  return (await readLibrary(root)).decks.map(({ file }) => file)
}

describe('a folder', () => {
  test('is read with its folders, in order, Markdown only', async () => {
    const root = folder({ 'b.md': question, 'a/一.markdown': question, 'c.txt': question })
    expect(await filesRead(root)).toEqual(['a/一.markdown', 'b.md'])
  })

  test('gives nothing of hidden folders and packages', async () => {
    const root = folder({
      '.git/a.md': question,
      'node_modules/x/a.md': question,
      'b.md': question,
    })
    expect(await filesRead(root)).toEqual(['b.md'])
  })

  test('gives nothing of the copies that programs keep, and says so once', async () => {
    const root = folder({
      'pages/锁.md': question,
      'logseq/bak/pages/锁/1.md': question,
      'logseq/version-files/local/pages/a.md': question,
      'logseq/mine.md': question,
      '.trash/old.md': question,
      '.obsidian/plugins/x/README.md': question,
      'pages/锁.sync-conflict-20260301-101010-ABCDEFG.md': question,
      "pages/锁 (Li's conflicted copy 2026-03-01).md": question,
      'pages/锁（李 的冲突副本 2026-03-01）.md': question,
      'pages/copy.sync-conflict-20260301-101010-ABCDEFG.png': '',
    })
    const { decks, problems } = await readLibrary(root)
    expect(decks.map(({ file }) => file)).toEqual(['logseq/mine.md', 'pages/锁.md'])
    expect(problems).toMatchObject([{ code: 'app-copies', at: { file: '.trash' }, count: 6 }])
    expect(await filesRead(join(root, 'logseq/bak'))).toEqual(['pages/锁/1.md'])
  })

  test('is not left by links, and a loop of links ends', async () => {
    const outside = folderWith({ 'secret.md': question })
    const root = folder({ 'a.md': question })
    symlinkSync(root, join(root, 'loop'))
    symlinkSync(outside.path, join(root, 'away'))
    symlinkSync(join(outside.path, 'secret.md'), join(root, 'secret.md'))
    symlinkSync(join(root, 'a.md'), join(root, 'same.md'))
    const { decks, problems } = await readLibrary(root)
    expect(decks.map(({ file }) => file)).toEqual(['a.md', 'same.md'])
    expect(problems).toMatchObject([{ code: 'file-outside', at: { file: 'secret.md' } }])
    outside.remove()
  })

  test.runIf(process.platform !== 'win32')('with a named pipe in it does not hang', async () => {
    const root = folder({ 'a.md': question })
    execFileSync('mkfifo', [join(root, 'pipe.md')])
    const { decks, problems } = await readLibrary(root)
    expect(decks.map(({ file }) => file)).toEqual(['a.md'])
    expect(problems).toMatchObject([{ code: 'file-no-file', at: { file: 'pipe.md' } }])
  })

  test('is read on past a file that cannot be read', async () => {
    const root = folder({
      'a.md': question,
      'big.md': Buffer.alloc(9 * 1024 * 1024, 'a'),
      'binary.md': Buffer.from('a\0b'),
      'latin.md': Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a, 0xff]),
    })
    const { decks, problems } = await readLibrary(root)
    expect(decks.map(({ file }) => file)).toEqual(['a.md'])
    expect(problems.map(({ code, at }) => `${at.file} ${code}`)).toEqual([
      'big.md file-too-large',
      'binary.md file-binary',
      'latin.md file-encoding',
    ])
  })
})

test('a single file is a library of its own', async () => {
  const root = folder({ '并发.md': question })
  const { decks } = await readLibrary(join(root, '并发.md'))
  expect(decks[0]?.cards.map(({ source }) => source.file)).toEqual(['并发.md', '并发.md'])
})

test('what is not there is a fault', async () => {
  await expect(readLibrary('/no/such/notes')).rejects.toMatchObject({
    fault: { code: 'library-missing', path: '/no/such/notes' },
  })
})

test('a path that leads nowhere is a fault, not a bug', async () => {
  const root = folder({ 'a.md': question })
  symlinkSync(join(root, 'loop'), join(root, 'loop'))
  await expect(readLibrary(join(root, 'a.md', 'below'))).rejects.toMatchObject({
    fault: { code: 'library-missing' },
  })
  await expect(readLibrary(join(root, 'loop'))).rejects.toMatchObject({
    fault: { code: 'library-not-readable', reason: 'ELOOP' },
  })
})

test('a head in JavaScript never runs', async () => {
  const root = folder({})
  const trace = join(root, 'trace')
  const code = `---js\nrequire('fs').writeFileSync(${JSON.stringify(trace)}, 'ran')\n---\n`
  writeFileSync(join(root, 'a.md'), code + question)
  const { decks, problems } = await readLibrary(root)
  expect(decks[0]?.cards).toHaveLength(2)
  expect(problems).toMatchObject([{ code: 'front-matter-code', language: 'js' }])
  expect(await filesRead(root)).toEqual(['a.md'])
  expect(() => execFileSync('cat', [trace], { stdio: 'ignore' })).toThrow()
})

describe.runIf(process.platform === 'linux')('a name that is no UTF-8', () => {
  // as an archive made on a Chinese system is unpacked: 锁/题.md and 锁/图.gif
  const gbk = { 锁: 'cbf8', 题: 'cce2', 图: 'cdbc' }
  const named = (root: string, ...parts: readonly string[]) =>
    Buffer.concat([Buffer.from(root), ...parts.map((part) => Buffer.from(part, 'hex'))])
  const slash = '2f'
  const md = '2e6d64'

  function archive(): string {
    const root = folder({})
    const inner = named(root, slash, gbk.锁)
    mkdirSync(inner)
    writeFileSync(named('', inner.toString('hex'), slash, gbk.题, md), `${question}\n![](图.gif)\n`)
    writeFileSync(
      named('', inner.toString('hex'), slash, gbk.图, '2e676966'),
      'GIF89a\x05\0\x06\0;',
    )
    return root
  }

  test('is read and shown decoded, and told', async () => {
    const { decks, problems } = await readLibrary(archive())
    expect(decks.map(({ file, cards }) => `${file} ${cards.length}`)).toEqual(['锁/题.md 2'])
    expect(problems).toEqual([
      { code: 'name-encoding', at: { file: '锁/题.md', line: 1 }, encoding: 'gb18030' },
    ])
  })

  test('finds the pictures beside it', async () => {
    const root = archive()
    const source = { library: root, file: '锁/题.md', line: 1, endLine: 2 }
    expect(await readPicture(source, '图.gif')).toMatchObject({ head: { kind: 'gif' } })
    expect(await readPicture(source, '../锁/图.gif')).toMatchObject({ head: { kind: 'gif' } })
    expect(await readPicture(source, '题.gif')).toBe('missing')
    const { inspections } = await inspectLibrary({ root, now: Date.now })
    expect(inspections.get('锁/题.md')?.images).toEqual([])
  })

  test('whose letters a Mac wrote in parts is shown whole, and found as it is typed', async () => {
    const parts = 'é'.normalize('NFD')
    const root = folder({ [`${parts}.md`]: `${question}\n![](é.gif)\n` })
    writeFileSync(join(root, `${parts}.gif`), 'GIF89a\x05\0\x06\0;')
    expect(await filesRead(root)).toEqual(['é.md'])
    const source = { library: root, file: 'é.md', line: 1, endLine: 2 }
    expect(await readPicture(source, 'é.gif')).toMatchObject({ head: { kind: 'gif' } })
    expect(await readPicture(source, `${parts}.gif`)).toMatchObject({ head: { kind: 'gif' } })
  })

  test('that means the same as one in UTF-8 is another file', async () => {
    const root = folder({ '题.md': question })
    writeFileSync(named(root, slash, gbk.题, md), question)
    const files = await filesRead(root)
    expect(files).toHaveLength(2)
    expect(files).toContain('题.md')
  })
})

test('what is left out for its number or its depth is named', () => {
  const root = folder({ 'a/b/c/d.md': question, 'a/b/e.md': question, '一.md': '', '二.md': '' })
  const problems: Problem[] = []
  const found = filesOf(root, problems, { files: 2, depth: 2 })
  expect(found.map(({ name }) => name)).toEqual(['a/b/e.md', '一.md'])
  expect(problems).toEqual([
    { code: 'folder-too-deep', at: { file: 'a/b/c', line: 1 } },
    { code: 'files-too-many', at: { file: '二.md', line: 1 }, count: 1 },
  ])
})

describe('what the owner says about a library', () => {
  const skipping = 'skip: [a.md]\n'

  test('is not read through a link out of it, and that is told', async () => {
    const outside = folderWith({ 'own.yaml': skipping })
    const root = folder({ 'a.md': question })
    symlinkSync(join(outside.path, 'own.yaml'), join(root, '.viva.yaml'))
    const { decks, problems } = await readLibrary(root)
    expect(decks).toHaveLength(1)
    expect(problems).toEqual([{ code: 'file-outside', at: { file: '.viva.yaml', line: 1 } }])
    outside.remove()
  })

  test('is read through a link that stays inside', async () => {
    const root = folder({ 'a.md': question, 'own.yaml': skipping })
    symlinkSync('own.yaml', join(root, '.viva.yaml'))
    expect(await filesRead(root)).toEqual([])
  })

  test.runIf(process.platform === 'linux')(
    'is bounded by its bytes, not by what its size says, and no pipe',
    async () => {
      const root = folder({ 'a.md': question })
      execFileSync('mkfifo', [join(root, '.viva.yaml')])
      expect((await readLibrary(root)).problems).toMatchObject([{ code: 'file-no-file' }])
      writeFileSync(join(folder({}), '.viva.yaml'), `#${' '.repeat(70_000)}`)
      expect((await readLibrary(made?.path ?? '')).problems).toMatchObject([
        { code: 'file-too-large', bytes: 70_001 },
      ])
    },
  )

  test('有很多星号的规则不会让人久等', async () => {
    const long = `${'a'.repeat(60)}.md`
    const root = folder({ [long]: question, '.viva.yaml': `skip: ["${'*a'.repeat(15)}b"]\n` })
    expect(await filesRead(root)).toEqual([long])
  })

  test('names anchors in vain, and its quotes are read once', async () => {
    const quotes = `topics: "${'\\"'.repeat(30_000)}"`
    const root = folder({ 'a.md': question, '.viva.yaml': quotes })
    expect((await readLibrary(root)).problems).toEqual([])
    writeFileSync(join(root, '.viva.yaml'), 'topics: [b"c, &x 缓存, e"f]\n')
    expect((await readLibrary(root)).problems).toMatchObject([
      { code: 'overrides-invalid', reason: 'aliases' },
    ])
  })
})

describe('an encoding', () => {
  test('带标记的 UTF-8 和 UTF-16 都认得', () => {
    const utf16 = Buffer.from('\ufeff## 题', 'utf16le')
    const swapped = Buffer.from(utf16).swap16()
    expect(decodeBytes(Buffer.from('\ufeff## 题'))).toMatchObject({ text: '## 题' })
    expect(decodeBytes(utf16)).toMatchObject({ text: '## 题', encoding: 'utf-16le' })
    expect(decodeBytes(swapped)).toMatchObject({ text: '## 题', encoding: 'utf-16be' })
  })

  test('GB18030 的文件照读，并指名提醒', async () => {
    const root = folder({ '旧.md': bytesGbk })
    const { decks, problems } = await readLibrary(root)
    expect(decks[0]?.cards[0]?.question).toBe('什么是死锁？')
    expect(problems).toMatchObject([{ code: 'file-encoding', encoding: 'gb18030' }])
  })
})

test('a library is inspected in the encoding that its owner names', async () => {
  const pictured = Buffer.from(`${question}\n![](here.png) ![](gone.png)\n`, 'utf16le')
  const root = folder({ 'a.md': pictured, 'here.png': 'x', '.viva.yaml': 'encoding: utf-16le\n' })
  const { inspections } = await inspectLibrary({ root, now: Date.now })
  expect(inspections.get('a.md')?.images).toEqual([{ line: 9, path: 'gone.png' }])
})
