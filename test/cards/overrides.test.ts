import { expect, test } from 'vitest'
import { overrideFor, parseOverrides } from '../../src/cards/read/overrides.ts'
import { parse } from '../../src/cards/read/parse.ts'

const yaml = `language: zh
skip: ["drafts/**"]
files:
  "java/*.md":
    questions: heading 3
    topics: [Java]
  "java/old.md":
    skip: true
`

test('the owner says what the questions of files are, later rules over earlier ones', () => {
  const { rules, problems } = parseOverrides(yaml, '.viva.yaml')
  expect(problems).toEqual([])
  expect(overrideFor(rules, 'java/a.md')).toMatchObject({
    language: 'zh',
    questions: ['heading-3'],
    topics: ['Java'],
    skip: false,
  })
  expect(overrideFor(rules, 'java/deep/a.md').questions).toEqual([])
  expect(overrideFor(rules, 'java/old.md').skip).toBe(true)
  expect(overrideFor(rules, 'drafts/b/c.md').skip).toBe(true)
})

test('what cannot be meant is a problem with its line', () => {
  const { problems } = parseOverrides(
    'language: fr\nfiles:\n  a.md: { questions: chapter }\ncolour: red',
    'v',
  )
  expect(problems).toEqual([
    { code: 'overrides-key', at: { file: 'v', line: 4 }, key: 'colour' },
    { code: 'overrides-key', at: { file: 'v', line: 1 }, key: 'language' },
    { code: 'overrides-key', at: { file: 'v', line: 3 }, key: 'questions' },
  ])
})

test('broken YAML is a problem, and no rules', () => {
  expect(parseOverrides('a: [', 'v')).toMatchObject({
    rules: [],
    problems: [{ code: 'overrides-invalid' }],
  })
  expect(parseOverrides('', 'v')).toEqual({ rules: [], problems: [] })
})

const text = '# 笔记\n\n## 类加载\n\n### 双亲委派\n\n先问父亲。\n\n### 打破它\n\n线程上下文。\n'
const questionsOf = (note: string, questions?: readonly string[]) =>
  parse({
    library: 'x',
    file: 'a.md',
    text: note,
    overrides: { questions: questions ?? [] },
  }).deck.cards.map(({ question }) => question)

test('a shape the owner names is taken at their word', () => {
  expect(questionsOf(text, ['heading-3'])).toEqual(['双亲委派', '打破它'])
  expect(questionsOf(text, ['heading-2'])).toEqual(['类加载'])
  expect(questionsOf(`---\nquestions: heading-3\n---\n${text}`, ['heading-2'])).toEqual([
    '双亲委派',
    '打破它',
  ])
})

test('a file may be skipped whole', () => {
  expect(parse({ library: 'x', file: 'a.md', text, overrides: { skip: true } }).deck.cards).toEqual(
    [],
  )
  expect(
    questionsOf('---\nskip: true\n---\n## 什么是栈？\n\n后进先出。\n\n## 什么是堆？\n\n树。'),
  ).toEqual([])
})

const two =
  '# 题\n\n## 甲\n\n### 什么是栈？\n\n后进先出。\n\n### 什么是堆？\n\n树。\n\n## 乙\n\n### 什么是图？\n\n点和边。\n'

test('a comment opts its section out, or says what it asks with', () => {
  expect(questionsOf(two.replace('## 乙', '## 乙\n<!-- viva: skip -->'))).toEqual([
    '什么是栈？',
    '什么是堆？',
  ])
  expect(questionsOf(two.replace('## 乙', '## 乙\n<!-- viva: heading-2 -->'))).toEqual([
    '什么是栈？',
    '什么是堆？',
    '乙',
  ])
})

test('an order nobody understands is a problem', () => {
  const { problems } = parse({ library: 'x', file: 'a.md', text: '# a\n<!-- viva: chapter -->\n' })
  expect(problems).toEqual([
    { code: 'mark-invalid', at: { file: 'a.md', line: 2 }, mark: 'viva', value: 'chapter' },
  ])
})

test('whatever shape a file is found to have can be asked for', () => {
  const names = ['1.1 栈', '1.2 什么是队列？', '1.3 图', '1.4 什么是堆？', '1.5 散列']
  const note = names.map((name) => `**${name}**\n\n一种结构。\n`).join('\n')
  const { deck } = parse({ library: 'x', file: 'a.md', text: note })
  const [shape = ''] = deck.shapes.map(({ name }) => name)
  expect(shape).toBe('line-dotted')
  const ordered = parse({ library: 'x', file: 'a.md', text: `<!-- viva: ${shape} -->\n\n${note}` })
  expect(ordered.problems).toEqual([])
  expect(ordered.deck.cards.map(({ question }) => question)).toEqual(
    deck.cards.map(({ question }) => question),
  )
})
