import { execFile } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Card, CardId } from '../../src/cards/card.ts'
import { readLibrary } from '../../src/host/library/library.ts'
import { settled } from '../../src/host/library/settle.ts'
import { openJournal } from '../../src/host/store/journal.ts'
import { openRegistry } from '../../src/host/store/registry.ts'
import type { Instant } from '../../src/schedule/schedule.ts'
import { folderWith } from '../support/library.ts'
import { binary } from '../support/pty.ts'

const first = `## 什么是死锁？

两个任务互相等待对方手里的锁，谁也走不下去。

## What is a semaphore?

A counter that lets at most n threads pass at once, and makes others wait.
`
const edited = `### 1. What is a counting semaphore good for?

A counter that lets at most n threads pass at once, and makes the others wait.

### 2. 死锁是怎么发生的？

两个任务互相等待对方手里的锁，于是谁也走不下去。
`
const flat = edited.replaceAll(/### \d\./g, '##')
const other = `## 什么是一致性哈希？

把节点和键放在同一个环上，加一个节点只搬动相邻的一段。
`

let home: ReturnType<typeof folderWith>
let notes: ReturnType<typeof folderWith>
let failures: string[]

beforeEach(() => {
  home = folderWith({})
  notes = folderWith({ 'a.md': first })
  failures = []
})
afterEach(() => {
  home.remove()
  notes.remove()
})

function open() {
  const cache = join(home.path, 'cache')
  const onFailure = (_: string, reason: string) => void failures.push(reason)
  return openRegistry({ data: home.path, cache, now: Date.now, onFailure })
}

async function cardsAt(root = notes.path, registry = open()): Promise<readonly Card[]> {
  const library = await readLibrary({ root, cache: join(home.path, 'cache'), now: Date.now })
  return settled(library, registry).decks.flatMap(({ cards }) => cards)
}

async function idsAt(root = notes.path): Promise<readonly CardId[]> {
  return (await cardsAt(root)).map(({ id }) => id)
}

function write(text: string, file = 'a.md'): void {
  writeFileSync(join(notes.path, file), text)
}

function registryText(): string {
  const folder = join(home.path, 'registry')
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('')
}

describe('cards', () => {
  test('keep their ids when they are edited, renumbered, moved and lifted', async () => {
    const [deadlock, semaphore] = await idsAt()
    write(edited)
    expect(await idsAt()).toEqual([semaphore, deadlock])
  })

  test('keep them though the cache is deleted in the same moment', async () => {
    const [deadlock, semaphore] = await idsAt()
    write(edited)
    rmSync(join(home.path, 'cache'), { recursive: true })
    expect(await idsAt()).toEqual([semaphore, deadlock])
    rmSync(join(home.path, 'cache'), { recursive: true })
    expect(await idsAt()).toEqual([semaphore, deadlock])
  })

  test('keep them in another file, and when they were gone for a while', async () => {
    const [deadlock, semaphore] = await idsAt()
    write(other)
    const [hash] = await idsAt()
    write(edited, 'later.md')
    expect(await idsAt()).toEqual([hash, semaphore, deadlock])
  })

  test('keep their texts readable when they are called otherwise', async () => {
    await idsAt()
    write(edited)
    await idsAt()
    const [semaphore] = await cardsAt()
    expect(semaphore?.answer).toMatchObject({ markdown: expect.stringContaining('the others') })
  })

  test('that ask the same in one file stay two', async () => {
    write('## 优缺点？\n\n查得快，但是没有顺序。\n\n## 优缺点？\n\n支持范围，但是要多存指针。\n')
    const [hash, list] = await idsAt()
    expect(hash).not.toBe(list)
    write(
      '## 优缺点？\n\n支持范围，但是要多存不少指针。\n\n## 优缺点？\n\n查得很快，但是没有顺序。\n',
    )
    expect(await idsAt()).toEqual([list, hash])
  })

  test('become two again when an old one comes back beside what it was taken for', async () => {
    const [deadlock, semaphore] = await idsAt()
    write(edited)
    await idsAt()
    write(`${first}\n${flat}`)
    const ids = await idsAt()
    expect(ids.slice(0, 2)).toEqual([deadlock, semaphore])
    expect(new Set(ids).size).toBe(4)
    expect(await idsAt()).toEqual(ids)
  })
})

describe('an id in a note', () => {
  const named = edited
    .replace('###', '###')
    .replace('发生的？\n', '发生的？\n\n<!-- id: deadlock -->\n')

  test('is the name of the card from then on, and of its reviews', async () => {
    const [deadlock, semaphore] = await idsAt()
    const registry = open()
    const journal = openJournal(home.path, home.path, registry.names)
    const at = 1_795_000_000_000 as Instant
    const card = deadlock as CardId
    const said = { grade: 'good', tookMs: 1, source: 'rate' } as const
    journal.append({ kind: 'review', id: 'r-0', at, offset: 0, card, ...said })
    write(named)
    expect(await idsAt()).toEqual([semaphore, 'deadlock'])
    expect(journal.read().reviews).toMatchObject([{ card: 'deadlock' }])
  })

  test('stays the name when it is taken out of the note', async () => {
    write(named)
    const ids = await idsAt()
    write(edited)
    expect(await idsAt()).toEqual(ids)
  })

  test('gives way to another one', async () => {
    write(named)
    await idsAt()
    write(named.replace('id: deadlock', 'id: a-new-name'))
    expect((await idsAt()).at(-1)).toBe('a-new-name')
    expect(
      open()
        .names()
        .nameOf('deadlock' as CardId),
    ).toBe('a-new-name')
  })

  test('that stands on two cards joins nothing', async () => {
    const plain = first + other
    write(plain)
    const before = await idsAt()
    write(plain.replaceAll('？\n', '？\n\n<!-- id: x -->\n'))
    await idsAt()
    write(plain.replace('哈希？\n', '哈希？\n\n<!-- id: x -->\n'))
    expect(await idsAt()).toEqual([...before.slice(0, 2), 'x'])
  })

  test('is one card in two languages', async () => {
    const two = '\n## 什么是信号量？\n\n<!-- id: semaphore -->\n\n最多放 n 个线程通过的计数器。\n'
    write(first.replace('semaphore?\n', 'semaphore?\n\n<!-- id: semaphore -->\n') + two)
    expect((await idsAt()).slice(1)).toEqual(['semaphore', 'semaphore'])
  })

  test('in two files of one language is a problem', async () => {
    const text = (question: string) =>
      `## ${question}\n\n<!-- id: x -->\n\n${question}的答案在这里。\n`
    write(text('什么是死锁？'))
    write(text('什么是活锁？'), 'b.md')
    const { problems } = await readLibrary({ root: notes.path, cache: undefined, now: Date.now })
    expect(problems).toEqual([
      {
        code: 'id-twice',
        id: 'x',
        at: { file: 'b.md', line: 1 },
        first: { file: 'a.md', line: 1 },
      },
    ])
  })
})

describe('another library', () => {
  test('takes no history from one whose cards are still there', async () => {
    const [deadlock, semaphore] = await idsAt()
    const elsewhere = folderWith({ 'a.md': edited })
    const ids = await idsAt(elsewhere.path)
    expect(ids).not.toContain(deadlock)
    expect(ids).not.toContain(semaphore)
    expect(await idsAt()).toEqual([deadlock, semaphore])
    elsewhere.remove()
  })

  test('shares the cards that are the same to the letter', async () => {
    const ids = await idsAt()
    const elsewhere = folderWith({ 'b.md': first })
    expect(await idsAt(elsewhere.path)).toEqual(ids)
    elsewhere.remove()
  })

  test('is the same one where it was moved and edited meanwhile', async () => {
    write(first + other)
    write(other.replace('哈希', '散列'), 'b.md')
    const [deadlock, semaphore, ...rest] = await idsAt()
    const moved = folderWith({})
    cpSync(notes.path, moved.path, { recursive: true })
    rmSync(notes.path, { recursive: true })
    writeFileSync(join(moved.path, 'a.md'), flat + other)
    expect(await idsAt(moved.path)).toEqual([semaphore, deadlock, ...rest])
    moved.remove()
  })

  test('that is a file of a folder shares its places', async () => {
    const [deadlock, semaphore] = await idsAt()
    write(edited)
    expect(await idsAt(join(notes.path, 'a.md'))).toEqual([semaphore, deadlock])
    expect(await idsAt()).toEqual([semaphore, deadlock])
  })
})

describe('the registry', () => {
  test('grows by nothing when nothing changed, nor when notes go back and forth', async () => {
    await idsAt()
    write(edited)
    await idsAt()
    const text = registryText()
    for (const version of [edited, first, edited, first]) {
      write(version)
      await idsAt()
      rmSync(join(home.path, 'cache'), { recursive: true })
      await idsAt()
    }
    expect(registryText()).toBe(text)
  })

  test('that cannot be written is told once, and cards are called right all the same', async () => {
    const [deadlock, semaphore] = await idsAt()
    const before = registryText()
    write(edited)
    const folder = join(home.path, 'registry')
    const [name = ''] = readdirSync(folder)
    rmSync(join(folder, name))
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, 'other.jsonl'), before)
    const registry = open()
    expect((await cardsAt(notes.path, registry)).map(({ id }) => id)).toEqual([semaphore, deadlock])
    await cardsAt(notes.path, registry)
    expect(failures).toEqual(['EISDIR'])
  })

  test('where nothing can be written stops nobody', async () => {
    writeFileSync(join(home.path, 'registry'), 'a file in its place')
    expect(await idsAt()).toHaveLength(2)
    expect(failures).toEqual(['ENOTDIR'])
  })

  test('outlives damage: what is whole still counts', async () => {
    const [deadlock, semaphore] = await idsAt()
    const [name = ''] = readdirSync(join(home.path, 'registry'))
    appendFileSync(join(home.path, 'registry', name), '{"v":1,"id":"torn')
    write(edited)
    expect(await idsAt()).toEqual([semaphore, deadlock])
    expect(await idsAt()).toEqual([semaphore, deadlock])
  })

  test('of two machines joins into one', async () => {
    const mine = home
    const [deadlock, semaphore] = await idsAt()
    home = folderWith({})
    write(edited)
    const theirs = await idsAt()
    expect(theirs).not.toContain(deadlock)
    cpSync(join(home.path, 'registry'), join(mine.path, 'registry'), { recursive: true })
    home.remove()
    home = mine
    expect(await idsAt()).toEqual([semaphore, deadlock])
    expect(
      theirs.map((id) =>
        open()
          .names()
          .nameOf(id as CardId),
      ),
    ).toEqual([semaphore, deadlock])
  })
})

test('two processes that read an edit at once agree, and with the next one', async () => {
  await idsAt()
  write(edited)
  const words = [binary, 'list', '--json', '--library', notes.path]
  const env = { ...process.env, VIVA_HOME: home.path }
  const runs = [1, 2, 3, 4].map(() => promisify(execFile)(process.execPath, words, { env }))
  const outputs = (await Promise.all(runs)).map(({ stdout }) => stdout)
  expect(new Set(outputs).size).toBe(1)
  expect(JSON.parse(outputs[0] ?? '').map(({ id }: { id: string }) => id)).toEqual(await idsAt())
  expect(existsSync(join(home.path, 'registry'))).toBe(true)
})
