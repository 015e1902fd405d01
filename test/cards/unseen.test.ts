import { expect, test } from 'vitest'
import { wordingOf } from '../../src/cards/choice/wording.ts'
import { parse } from '../../src/cards/read/parse.ts'

const deckOf = (lines: readonly string[], file = 'a.md') =>
  parse({ library: 'notes', file, text: lines.join('\n\n') }).deck
const asked = (...lines: readonly string[]) => deckOf(lines).cards.map(({ question }) => question)
const ends = (...lines: readonly string[]) =>
  deckOf(lines).cards.map(({ question, source }) => `${question} ${source.line}-${source.endLine}`)

test('a title that only says that questions follow is no question over one answer', () => {
  const titled = asked(
    '## 面试题',
    '### 进程之间怎么通信？',
    '管道。',
    '### What is a fork?',
    'Two.',
  )
  expect(titled).toEqual(['进程之间怎么通信？', 'What is a fork?'])
})

test('lines in italics that ask are questions, and remarks in italics are not', () => {
  expect(
    asked(
      '## 浏览器',
      '*什么是回流？*',
      '*What is a repaint?*',
      'Pixels.',
      '*听什么：*',
      '*How is a layer made?*',
    ),
  ).toEqual(['什么是回流？', 'What is a repaint?', 'How is a layer made?'])
})

test('a line that asks with the answer on the very next line is a question, and one in prose is none', () => {
  const [heap, fork, lock] = [
    '什么是堆？\n一棵树。',
    'What is a fork?\nIs a second process.',
    '怎么加锁？\n两步。',
  ]
  expect(ends(heap, fork, '```c\nfork();\n```', lock)).toEqual([
    '什么是堆？ 1-2',
    'What is a fork? 4-9',
    '怎么加锁？ 11-12',
  ])
  expect(
    asked('## 什么是进程？', '为什么要有它？\n因为要隔离。', '## What is a thread?', 'A flow.'),
  ).toEqual(['什么是进程？', 'What is a thread?'])
})

test('a task below each of many counted titles is the text of its title', () => {
  const puzzles = Array.from({ length: 12 }, (_, index) => [
    `**${index + 1}、${index % 2 === 0 ? '分水问题' : 'The two ropes'} ${index}**`,
    index % 2 === 0 ? '怎样分成两份？' : 'How are 45 minutes measured?',
    index % 2 === 0 ? '解答：先装满。' : 'Answer: Burn both ends.',
  ])
  const found = asked('## 智力题', ...puzzles.flat())
  expect(found).toHaveLength(12)
  expect(found.slice(0, 2)).toEqual(['分水问题 0', 'The two ropes 1'])
})

test('a heading without a space before a word is a heading', () => {
  expect(
    asked(
      '###什么是分区？',
      '一段。',
      '###Why are replicas kept?',
      'In case.',
      '###**一致性**',
      '等。',
    ),
  ).toEqual(['什么是分区？', 'Why are replicas kept?', '一致性'])
})

test.each([
  ['利用 indexOf()', 'topic'],
  ['Object.freeze()', 'topic'],
  ['When the same page comes again', 'topic'],
  ['SELECT name FROM users', 'topic'],
  ['下列说法正确的是（）', 'question'],
  ['端口号是 ( )', 'question'],
  ['When to use a queue', 'question'],
  ['In Ruby, an array is a queue', 'topic'],
  ['If a node goes down, an offset is kept', 'topic'],
  ['When a page is slow, how do you find out', 'question'],
  ['In Java, is a string mutable', 'question'],
  ['When is a cache useful', 'question'],
  ['在 Ruby 里，数组就是队列', 'topic'],
  ['Diff between a queue and a stack', 'question'],
  ['Diff tools', 'topic'],
  ['进程 diff', 'topic'],
  ['EXPLAIN THE HEAP', 'question'],
])('%j is read as a %s', (text, wording) => {
  expect(wordingOf(text)).toBe(wording)
})

test('the code below a heading that names a call is its answer', () => {
  const code = '```js\nlist.indexOf(1)\n```'
  const { cards } = deckOf(
    ['## 题一：数组怎么去重？', '集合。', '## 用 indexOf()', code],
    '面试题.md',
  )
  expect(cards.at(-1)?.answer).toMatchObject({ kind: 'written' })
})

const lines = ['为什么要分层？', 'What is a bus?', '谁来重试？', 'How fast is it?', '怎么回滚？']

test('lines that ask in a row are no part of the answer before them', () => {
  expect(
    ends('# 1 什么是消息？', '一段字节。', '# 2 什么是队列？', '先进先出。', ...lines),
  ).toEqual([
    '什么是消息？ 1-3',
    '什么是队列？ 5-7',
    ...lines.map((line, at) => `${line} ${at * 2 + 9}-${at * 2 + 9}`),
  ])
})

test('a number that goes on makes a card of a heading above lines that ask', () => {
  expect(
    asked(
      '# 1 什么是消息？',
      '一段字节。',
      '# 2 What is a queue?',
      '# 3 谁来确认？',
      '进阶',
      ...lines,
    ),
  ).toContain('谁来确认？')
})

const area = (title: string, ...items: readonly string[]) => [
  `## ${title}`,
  items.map((item) => `- ${item}`).join('\n'),
]

test('headings over lists of short topics are the areas of a bank, not its questions', () => {
  expect(
    asked(
      '# Java 面试题',
      ...area('基础', '== 和 equals 的区别', '多态', 'How does a hash work?', '装箱'),
      ...area('Threads', 'volatile', '线程池', '死锁'),
      ...area('Web', 'Filters', '会话', 'REST'),
    ),
  ).toEqual([
    '== 和 equals 的区别',
    '多态',
    'How does a hash work?',
    '装箱',
    'volatile',
    '线程池',
    '死锁',
    'Filters',
    '会话',
    'REST',
  ])
})

test('headings over what the items say of them are topics', () => {
  expect(
    asked(
      '# Java 面试题',
      ...area('多态', '父类的引用指向子类的对象：运行时才决定调用哪一个。', '重写是它的前提。'),
      ...area('Boxing', 'An int becomes an object when it is put into a list.', 'It costs memory.'),
      ...area('死锁', '四个条件同时成立。', '按顺序加锁可以避免。', '超时也可以。'),
      ...area('volatile', '写入立即可见。', '不保证原子性。', 'It forbids reordering.'),
    ),
  ).toEqual(['多态', 'Boxing', '死锁', 'volatile'])
})

test('sections in a row without the chosen form are one part where their headings ask', () => {
  expect(
    asked(
      '# 部署',
      '## How do you split environments?',
      '### 做法',
      '目录。',
      '### Costs',
      'Some.',
      '## 状态文件放在哪里？',
      '### 选择',
      '远端。',
      '# More',
      'Q1: 为什么要加锁？',
      'A: 两人同时改。',
      'Q2: Who holds it?',
      'A: The first.',
    ),
  ).toEqual([
    'How do you split environments?',
    '状态文件放在哪里？',
    '为什么要加锁？',
    'Who holds it?',
  ])
})

test('where nothing is answered, a heading above others asks without a text of its own', () => {
  expect(
    asked(
      '# HR',
      '## 经历',
      '### 介绍一下自己',
      '### Why did you leave?',
      '### 遇到过什么困难？',
      '## What do you look for in a team?',
      '## 你对加班怎么看？',
    ),
  ).toEqual([
    '介绍一下自己',
    'Why did you leave?',
    '遇到过什么困难？',
    'What do you look for in a team?',
    '你对加班怎么看？',
  ])
})

test('a bold mark closed on the line below belongs to the question above it', () => {
  const front = (question: string) => `**${question}\n看的是深度。**`
  expect(
    asked(
      front('1. 讲一个难题？'),
      '……',
      front('2. What did you measure?'),
      '……',
      front('3. 谁做的？'),
    ),
  ).toEqual(['讲一个难题？', 'What did you measure?', '谁做的？'])
})

test.each(['`+` (too easy)', '+', '✅（会）'])('%j is no answer', (mark) => {
  const [card] = deckOf(['## 什么是闭包？', mark, '## What is hoisting?', 'Moving up.']).cards
  expect(card?.answer.kind).toBe('missing')
})

test('a number with only a space behind hides no question', () => {
  const notes = [
    '## 1. What is a metric?',
    'A number.',
    '## 2 How is it scraped and kept',
    'Often.',
  ]
  expect(asked(...notes, '## 3. 什么是告警？', '一条规则。')).toHaveLength(3)
})

test('a bare number that goes on from the card before is no part of the question', () => {
  expect(
    asked(
      '## 1. 什么是原型？',
      '对象。',
      '## 2 V8 怎么执行？',
      '字节码。',
      '## What is a hidden class?',
      '表。',
    ),
  ).toEqual(['什么是原型？', 'V8 怎么执行？', 'What is a hidden class?'])
})

test('headings that their writer gave up counting are cards like the counted ones', () => {
  const topic = (title: string) => [`## ${title}`, '一句话。']
  expect(
    asked(
      ...['1. 原型', '2. 继承和混入的区别', '3. Closures'].flatMap(topic),
      ...['事件循环', '什么是 PWA？', 'Proxies', '重排', 'async 的实现', '内存泄漏'].flatMap(topic),
    ),
  ).toHaveLength(9)
})

test('a label with a number of two parts and nothing behind it stands for the question below', () => {
  expect(
    asked(
      '## 1. 布局',
      '### Q1.1',
      '什么是网格？',
      '答：行和列。',
      '### Q1.2',
      'What is a gap?',
      'A: Space.',
    ),
  ).toEqual(['什么是网格？', 'What is a gap?'])
})

test('headings that say only where something was asked are areas over the lines that ask', () => {
  const rounds = Array.from({ length: 12 }, (_, at) => {
    const line =
      at % 2 === 0 ? `第 ${at} 轮为什么这样设计？` : 'Mostly about the project, and quite friendly'
    return [`## Engineer ${String.fromCharCode(65 + at)}, 某公司`, line]
  })
  expect(deckOf(rounds.flat(), 'questions.md').cards.map(({ question }) => question)).toEqual(
    [0, 2, 4, 6, 8, 10].map((at) => `第 ${at} 轮为什么这样设计？`),
  )
})

test('a title that is nothing but the word for questions says that they follow', () => {
  const topics = [
    '什么是切面？',
    '注册中心',
    'How does a fuse blow?',
    'Gateways',
    '限流',
    '怎么做到幂等？',
    'Locks',
    '重试',
    '回滚',
    '心跳',
    '分页',
    'Caches',
  ]
  const lines = topics.map((topic, at) => `${at + 1}、${topic}\n\n一段话。`)
  expect(asked('# 面试题', ...lines)).toEqual(topics)
})
