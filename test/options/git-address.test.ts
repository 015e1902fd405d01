import { describe, expect, test } from 'vitest'
import {
  cloneIn,
  folderNamed,
  isBranch,
  isCloneName,
  isSame,
  namedBy,
  namesBy,
} from '../../src/options/git-address.ts'

describe('a word on the command line', () => {
  test.each([
    'notes',
    '~/笔记',
    './a.md',
    '/srv/git/notes.git',
    'C:\\notes',
    'C:/notes',
    '面试题：并发.md',
    'a@b',
    'github/notes',
    '',
  ])('%j is a path', (word) => {
    expect(namedBy(word)).toEqual({ kind: 'path' })
  })

  test.each([
    ['https://example.org/a/notes.git', 'https://example.org/a/notes.git'],
    ['HTTPS://example.org:8443/题库', 'https://example.org:8443/题库'],
    ['http://127.0.0.1:3000/notes', 'http://127.0.0.1:3000/notes'],
    ['git://[::1]/notes', 'git://[::1]/notes'],
    ['ssh://git@example.org:22/~wen/notes', 'ssh://git@example.org:22/~wen/notes'],
    ['git@example.org:wen/notes.git', 'git@example.org:wen/notes.git'],
    ['file:///home/wen/my notes', 'file:///home/wen/my notes'],
    ['github:wen/notes', 'https://github.com/wen/notes.git'],
    ['GitHub:wen/notes.git', 'https://github.com/wen/notes.git'],
    ['gitee:wen/notes/', 'https://gitee.com/wen/notes.git'],
  ])('%j is an address', (word, url) => {
    expect(namedBy(word)).toEqual({ kind: 'address', address: { url } })
  })

  test('that is the page of a folder names its branch and the folder', () => {
    const address = (word: string) => namedBy(word)
    expect(address('https://github.com/wen/notes/tree/main/docs/%E9%94%81/')).toMatchObject({
      address: { url: 'https://github.com/wen/notes.git', branch: 'main', folder: 'docs/锁' },
    })
    expect(address('https://gitlab.com/wen/notes/-/tree/dev')).toMatchObject({
      address: { url: 'https://gitlab.com/wen/notes.git', branch: 'dev' },
    })
    expect(address('https://github.com/wen/notes/tree/main/../../x')).toMatchObject({
      kind: 'refused',
    })
  })

  test.each([
    ['ext::sh -c touch% x', 'transport'],
    ['fd::17', 'transport'],
    ['transport::https://example.org/notes', 'transport'],
    ['ftp://example.org/notes', 'transport'],
    ['file://host/notes', 'form'],
    ['https://wen:secret@example.org/notes', 'secret'],
    ['https://example.org/notes?token=1', 'form'],
    ['https://example.org', 'form'],
    ['https://example.org/a b', 'form'],
    ['ssh://-oProxyCommand=x/notes', 'form'],
    ['ssh://git@-oProxyCommand=x/notes', 'form'],
    ['-u@example.org:notes', 'form'],
    ['git@-oProxyCommand=x:notes', 'form'],
    ['git@example.org:-notes', 'form'],
    ['git@example.org::notes', 'transport'],
    ['https://example.org/no\ntes', 'form'],
    ['https://example.org/no\u202etes', 'form'],
    ['github:wen', 'form'],
    ['github:../notes', 'form'],
    ['github:-wen/notes', 'form'],
  ])('%j is refused', (word, why) => {
    expect(namedBy(word)).toEqual({ kind: 'refused', why })
  })
})

describe('what of a repository', () => {
  test('a branch is named by the rules of git', () => {
    const good = ['main', 'feature/锁', 'v1.0', 'a-b']
    const bad = [
      '',
      '-x',
      'a..b',
      'a b',
      'a:b',
      '+main',
      '@',
      'a/',
      '.a',
      'a.lock',
      'a\n',
      'a@{1}',
      'a*',
    ]
    expect([good.map(isBranch), bad.filter(isBranch)]).toEqual([
      [true, true, true, true],
      ['+main'],
    ])
  })

  test('a folder is one within it', () => {
    expect(['docs/', './a//b', '文档\\java', 'a b'].map(folderNamed)).toEqual([
      'docs',
      'a/b',
      '文档/java',
      'a b',
    ])
    const bad = ['..', 'a/../b', '/etc', 'C:\\x', '.git', 'a/.GIT/b', '.', '', 'a\nb']
    expect(bad.flatMap((one) => folderNamed(one) ?? [])).toEqual([])
  })

  test('is called by the end of its address, by a name that every disk takes', () => {
    expect(namesBy('https://example.org/wen/java-题库.git')).toEqual([
      'java-题库',
      'wen-java-题库',
      'notes',
    ])
    expect(namesBy('git@example.org:.con')[0]).toBe('git-example.org-con')
    const bad = ['', '.', '..', 'a/b', 'con', 'NUL.md', '-a', 'a.', 'a\n', 'a b', 'x'.repeat(61)]
    expect(bad.filter(isCloneName)).toEqual([])
  })

  test('is the same whether its address ends with .git or not', () => {
    const url = 'https://example.org/wen/notes'
    expect(isSame({ url }, { url: `${url}.git` })).toBe(true)
    expect(isSame({ url }, { url: `${url}/`, branch: 'main' })).toBe(false)
  })

  test('that settings hold counts only as it would have been typed', () => {
    const clone = { name: 'notes', url: 'https://example.org/notes', branch: 'zh', folder: 'docs' }
    expect(cloneIn(clone)).toEqual(clone)
    const odd = [
      { ...clone, name: '../x' },
      { ...clone, url: 'ext::sh' },
      { ...clone, url: '/srv/notes' },
      { ...clone, branch: '-u' },
      { ...clone, folder: '../..' },
      { ...clone, name: 1 },
      undefined,
    ]
    expect(odd.flatMap((one) => cloneIn(one) ?? [])).toEqual([])
  })
})
