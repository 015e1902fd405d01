import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { belongs } from '../../src/archive/archive.ts'
import { offeredLibraries, sharedLibraries, sharedLibraryIn } from '../../src/sync/addresses.ts'
import { markIn, markText } from '../../src/sync/mark.ts'
import { piecePath, sharedFile } from '../../src/sync/places.ts'
import { newRemote, noState, stateIn, stateText, withRemote } from '../../src/sync/state.ts'
import { blobsIn, commitStream, entriesIn } from '../../src/sync/tree.ts'

describe('a path of a shared tree', () => {
  const part = fc.constantFrom(
    'journal',
    'notes',
    '..',
    '.',
    '',
    'a',
    '0001.jsonl',
    'x.md',
    'C:',
    'a\\b',
  )
  test('leads nowhere but to files of ours', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const file = sharedFile(parts.join('/'))
        expect(file === undefined || !('file' in file) || belongs(file.file)).toBe(true)
      }),
      { numRuns: 200 },
    )
    for (const path of [
      'notes/../../a.md',
      'journal/../0001.jsonl',
      '/notes/a.md',
      '.git/config',
    ]) {
      expect(sharedFile(path)).toBeUndefined()
    }
  })

  test('of a piece is read as it was made', () => {
    const path = piecePath('journal/a1b2.jsonl', 12)
    expect(path).toBe('journal/a1b2/0012.jsonl')
    expect(sharedFile(path)).toEqual({ kind: 'piece', file: 'journal/a1b2.jsonl', piece: 12 })
  })
})

test('links, folders and other repositories in a tree are no files', () => {
  const listing = [
    `100644 blob ${'a'.repeat(40)}      12\tnotes/死锁.md`,
    `120000 blob ${'b'.repeat(40)}      11\tnotes/passwd.md`,
    `160000 commit ${'c'.repeat(40)}       -\tnotes/more.md`,
  ]
  expect([...entriesIn(`${listing.join('\0')}\0`).keys()]).toEqual(['notes/死锁.md'])
})

test('blobs are read whole, whatever is in them, and those that are lacking left out', () => {
  const [a, b] = [Buffer.from('死锁\n\0blob 3\n'), Buffer.alloc(0)]
  const said = [`aa blob ${a.length}\n`, a, '\ncc missing\nbb blob 0\n', b, '\n']
  const blobs = blobsIn(Buffer.concat(said.map((one) => Buffer.from(one))))
  expect([...blobs]).toEqual([
    ['aa', a],
    ['bb', b],
  ])
})

test('a commit names its author itself, and quotes what a path may hold', () => {
  const given = [{ path: 'journal/a"b/0001.jsonl', bytes: Buffer.from('死锁\n') }]
  const text = commitStream({
    ref: 'refs/viva/mine',
    onto: undefined,
    given,
    message: 'a: 1',
    at: 5000,
  })
  expect(text.toString()).toContain('committer viva <viva@localhost> 5 +0000\ndata 4\na: 1\n')
  expect(text.toString()).toContain('M 100644 inline "journal/a\\"b/0001.jsonl"\ndata 7\n死锁\n')
})

test.each([
  [markText('0123456789abcdef'), 'history'],
  ['{"viva":"history","v":2,"id":"0123456789abcdef"}', 'newer'],
  ['{"viva":"history","v":1,"id":"../.."}', 'foreign'],
  ['# 别的', 'foreign'],
])('the mark %j is that of a history: %s', (text, kind) => {
  expect(markIn(Buffer.from(text)).kind).toBe(kind)
})

test('what is remembered is read as it was written, and rubbish is nothing', () => {
  const damage = [
    { path: 'journal/a/0001.jsonl', line: 2, start: 0, end: 9, why: 'checksum' as const },
  ]
  const state = withRemote({ ...noState, id: 'h' }, { ...newRemote('file:///a'), at: 5, damage })
  expect(stateIn(stateText(state))).toEqual(state)
  for (const text of ['', '[]', '{"remotes":[1,{"url":2},{}]}']) {
    expect(stateIn(text)).toEqual(noState)
  }
})

test('a library is offered by its address, quoted for a shell, and one that could not be fetched is not', () => {
  const clone = { name: 'a', url: 'https://example.org/a.git', folder: '后端 笔记' }
  const shared = sharedLibraries([
    { path: '/home/a' },
    { path: '/b', clone, questions: ['heading-3'] },
  ])
  expect(offeredLibraries(shared, [])).toEqual([
    "https://example.org/a.git --path '后端 笔记' --questions heading-3",
  ])
  expect(offeredLibraries(shared, shared)).toEqual([])
  for (const url of ['file:///home/a', 'ext::sh -c id', '--upload-pack=x', 5]) {
    expect(sharedLibraryIn({ url })).toBeUndefined()
  }
})
