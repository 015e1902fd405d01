import { expect, test } from 'vitest'
import { splitFrontMatter } from '../../src/cards/read/front-matter.ts'

const split = (text: string) => splitFrontMatter(text.split('\n'), 'a.md')

test('known keys are read, in the forms people write them', () => {
  const { head, from, problems } = split(
    '---\ntitle: 闭包\ntopics: [JS, 函数]\ntags: a，b、c\nlevel: 中等\nlanguage: zh-CN\nlayout: x\n---\n# 一',
  )
  expect(problems).toEqual([])
  expect(from).toBe(8)
  expect(head).toMatchObject({
    title: '闭包',
    topics: ['JS', '函数'],
    tags: ['a', 'b', 'c'],
    level: 'mid',
    language: 'zh',
  })
})

test('code in a head never runs', () => {
  for (const mark of ['---js', '---javascript', '---JS', '--- js', '---coffee']) {
    const { from, problems } = split(`${mark}\nglobalThis.ran = true\n---\n# 一`)
    expect(problems[0]?.code).toBe('front-matter-code')
    expect(from).toBe(3)
  }
  expect('ran' in globalThis).toBe(false)
})

test('a wrong type is a problem with its line', () => {
  const { problems } = split('---\ntitle: 一\ntags: {a: 1}\n---\n')
  expect(problems).toEqual([
    { code: 'front-matter-key', at: { file: 'a.md', line: 3 }, key: 'tags' },
  ])
})

test('broken YAML is a problem with its line', () => {
  const { problems, from } = split('---\ntitle: 一\ntags: [a\n---\n# 题')
  expect(problems).toMatchObject([{ code: 'front-matter-invalid', at: { line: 3 } }])
  expect(from).toBe(4)
})

test('aliases are refused, a star in quotes is not one', () => {
  expect(split('---\na: &x [1]\ntitle: *x\n---\n').problems).toMatchObject([
    { code: 'front-matter-invalid', reason: 'aliases' },
  ])
  expect(split("---\ntitle: 'What does `* { a }` do?'\n---\n").problems).toEqual([])
})

test('a head over 64 KB is not read', () => {
  const { problems } = split(`---\ntitle: ${'x'.repeat(70_000)}\n---\n`)
  expect(problems[0]?.code).toBe('front-matter-too-large')
})

test('a rule at the start of a note is text', () => {
  expect(split('---\n随便写的一段话\n\n---\n## 什么是闭包？').from).toBe(0)
  expect(split('---\n\n## 什么是闭包？').from).toBe(0)
})

test('a head of TOML is read as one of YAML is', () => {
  const { head, from, problems } = split(
    '+++\ntitle = "通道"\ndate = 2026-03-01T10:00:00+08:00\ntopics = ["Go", "并发"]\ntags = ["go", "concurrency"]\nlevel = "hard"\n[params]\nx = 1\n+++\n# 一',
  )
  expect(problems).toEqual([])
  expect(from).toBe(9)
  expect(head).toMatchObject({
    title: '通道',
    titleLine: 1,
    topics: ['Go', '并发'],
    tags: ['go', 'concurrency'],
    level: 'senior',
  })
  expect(split('+++\n[taxonomies]\ntags = ["锁"]\n+++\n').head.tags).toEqual(['锁'])
})

test('broken TOML is a problem with its line, and a wrong type too', () => {
  const { problems, from } = split('+++\ntitle = "一"\ntags = ["a"\n+++\n# 题')
  expect(problems).toMatchObject([
    { code: 'front-matter-invalid', language: 'TOML', at: { file: 'a.md' } },
  ])
  expect(problems[0]?.at.line).toBeGreaterThanOrEqual(2)
  expect(problems[0]?.at.line).toBeLessThanOrEqual(4)
  expect(from).toBe(4)
  expect(split('+++\ntitle = "一"\ntitle = 2\n+++\n').problems).toMatchObject([{ at: { line: 3 } }])
  expect(split('+++\ntags = {a = 1}\n+++\n').problems).toEqual([
    { code: 'front-matter-key', at: { file: 'a.md', line: 2 }, key: 'tags' },
  ])
  expect(split('+++\n__proto__ = {tags = ["x"]}\n+++\n').head.tags).toEqual([])
})

test('`+++` that opens no head is text', () => {
  for (const text of ['+++\n\n# 一', '+++\n一行字\n+++\n# 一']) expect(split(text).from).toBe(0)
})
