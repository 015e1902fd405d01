import { expect, test } from 'vitest'
import { blocksOf } from '../../src/cards/blocks/blocks.ts'
import { linesOf } from '../../src/cards/blocks/lines.ts'
import { outlineOf } from '../../src/cards/choice/survey.ts'
import { weighingsOf } from '../../src/cards/choice/why.ts'
import { splitFrontMatter } from '../../src/cards/read/front-matter.ts'
import { parse } from '../../src/cards/read/parse.ts'

const deckOf = (lines: readonly string[]) =>
  parse({ library: 'notes', file: 'a.md', text: lines.join('\n\n') }).deck
const asked = (...lines: readonly string[]) => deckOf(lines).cards.map(({ question }) => question)
const ends = (...lines: readonly string[]) =>
  deckOf(lines).cards.map(({ question, source }) => `${question} ${source.line}-${source.endLine}`)

test('lists under areas beside numbered headings are cards, not the answer before them', () => {
  const notes = ['# 笔试', '## 1. 什么是索引？', '一棵树。', '## 2. 什么是视图？', '一条查询。']
  expect(
    asked(
      ...notes,
      '## 网络',
      '- 什么是拥塞？\n- How does a proxy cache?\n- 域名怎么解析？',
      '## Team work',
      '- Why did you leave?\n- 你怎么评审代码？\n- What would you change?',
    ),
  ).toEqual([
    '什么是索引？',
    '什么是视图？',
    '什么是拥塞？',
    'How does a proxy cache?',
    '域名怎么解析？',
    'Why did you leave?',
    '你怎么评审代码？',
    'What would you change?',
  ])
})

test('a heading with a text of its own above the chosen level is a card if such headings ask', () => {
  expect(
    asked(
      '# 消息',
      '## 基础',
      '### 什么是主题？',
      '一类消息。',
      '### What is an offset?',
      'A place in a log.',
      '## 消息为什么会重复？',
      '确认丢了就会再发。',
      '## 存储',
      '### 日志怎么清理？',
      '按时间。',
    ),
  ).toEqual(['什么是主题？', 'What is an offset?', '消息为什么会重复？', '日志怎么清理？'])
})

test('what stands before the first card on its own is no answer', () => {
  expect(
    asked(
      '# 闭包',
      '函数和它的环境。',
      '# Stack vs heap',
      'One frees itself.',
      '# 尾调用是什么？',
      '最后一步是调用。',
      '# 进阶',
      '## 1. What is a trampoline?',
      'A loop that calls.',
      '## 2. 什么是续延？',
      '剩下的计算。',
      '## 3. 为什么要柯里化？',
      '先给一部分。',
    ),
  ).toEqual([
    '闭包',
    'Stack vs heap',
    '尾调用是什么？',
    'What is a trampoline?',
    '什么是续延？',
    '为什么要柯里化？',
  ])
})

test('a few labels do not take the headings beside them', () => {
  expect(
    asked(
      '# 并发面试',
      '## 问：什么是栅栏？',
      '等齐了再走。',
      '## 什么是信号量？',
      '数许可。',
      '## How does a spin lock wait?',
      'It burns time.',
      '## 问：什么是公平锁？',
      '先来先得。',
      '## 可见性',
      '写了要让别人看到。',
      '### 乱序会不会影响单线程？',
      '不会。',
    ),
  ).toEqual([
    '什么是栅栏？',
    '什么是信号量？',
    'How does a spin lock wait?',
    '什么是公平锁？',
    '可见性',
    '乱序会不会影响单线程？',
  ])
})

test('labels and headings are questions side by side', () => {
  expect(
    asked(
      '# 部署',
      '## 镜像',
      '**问：层是怎么缓存的**',
      '按指令。',
      '**Q: why is the image so big?**',
      'It keeps the tools.',
      '### 滚动发布怎么回退？',
      '换回旧的副本集。',
      '### What does a probe ask?',
      'Whether to send traffic.',
    ),
  ).toEqual([
    '层是怎么缓存的',
    'why is the image so big?',
    '滚动发布怎么回退？',
    'What does a probe ask?',
  ])
})

test('a list most of which is said again below is a table of contents, reworded lines and all', () => {
  expect(
    asked(
      '# Questions',
      '- Q1: What is recall?\n- Q2: 什么是精确率\n- Q3: What about the F score?',
      '# Answers',
      '## Q1: What is recall?',
      'Found of all.',
      '## Q2: 什么是精确率？',
      '找对的占比。',
      '## Q3: How is the F score made?',
      'A mean of both.',
    ),
  ).toEqual(['What is recall?', '什么是精确率？', 'How is the F score made?'])
})

test('what a contents list without links names is a card on every level', () => {
  expect(
    asked(
      '# 目录',
      '## 语言',
      '- 什么是枚举\n- What is a protocol?\n- 什么是元类？',
      '# 正文',
      '## 什么是枚举？',
      '有限的值。',
      '### What is a protocol?',
      'A promise.',
      '## 什么是元类？',
      '类的类。',
      '### 它从哪里来？',
      '由运行时给出。',
    ),
  ).toEqual(['什么是枚举？', 'What is a protocol?', '什么是元类？'])
})

test('numbers that run on join two levels', () => {
  expect(
    ends(
      '# 前端',
      '### 1. 什么是重排？',
      '重新算位置。',
      '### 2. What is a paint?',
      'Pixels.',
      '## 3. 合成层',
      '自己一层。',
      '## 4. Why is a long task bad?',
      'Nothing else runs.',
      '## 关于本站',
      '欢迎来信。',
    ),
  ).toEqual([
    '什么是重排？ 3-5',
    'What is a paint? 7-9',
    '合成层 11-13',
    'Why is a long task bad? 15-17',
  ])
})

test('all items of a list are cards, whatever their emphasis', () => {
  expect(
    asked(
      '# 八股',
      '1. 什么是虚表\n2. **友元**\n3. 拷贝省略是什么？\n4. **移动语义**\n5. What is a trait?\n6. 30. b. 异常安全',
    ),
  ).toEqual(['什么是虚表', '友元', '拷贝省略是什么？', '移动语义', 'What is a trait?', '异常安全'])
})

test('a chapter that has a text ends the card before it, though the numbers run on', () => {
  expect(
    ends(
      '# 数据库',
      '## 一、事务',
      '### 1. 什么是幻读？',
      '多出几行。',
      '### 2. What is a gap lock?',
      'It locks what is not there.',
      '## 二、日志',
      '还在写。',
      '### 3. 什么是检查点？',
      '刷到这里。',
    ),
  ).toEqual(['什么是幻读？ 5-7', 'What is a gap lock? 9-11', '什么是检查点？ 17-19'])
})

test('headings behind the last numbered one close the file, unless answers held such before', () => {
  const first = ['# 十问', '## 1. 什么是租约？', '有时限的锁。']
  const last = ['## 2. What is a quorum?', 'Most of them.', '## 写在后面', '谢谢。']
  expect(ends(...first, ...last)).toEqual(['什么是租约？ 3-5', 'What is a quorum? 7-9'])
  const held = [...first, '## 例子', '选主。', ...last]
  expect(ends(...held)).toEqual(['什么是租约？ 3-9', 'What is a quorum? 11-17'])
})

test('few quotes do not hide the headings that ask', () => {
  expect(
    asked(
      '## 连接池是做什么的？',
      '复用连接。',
      '> 有多少个连接？',
      '十个。',
      '## What if the database restarts?',
      'They break.',
      '> 什么时候重连？',
      '下一次借出。',
      '> 谁来重连？',
      '池。',
      '## 密码换了会怎样？',
      '旧连接还在。',
    ),
  ).toEqual(['连接池是做什么的？', 'What if the database restarts?', '密码换了会怎样？'])
})

test('a list that does not ask among lists that do is none of questions', () => {
  expect(
    asked(
      '# 面经',
      '## 公司',
      '1. 甲公司\n2. Second company\n3. 丙公司',
      '## 一面',
      '1. 什么是原型？\n2. How does a promise settle?\n3. 什么是事件循环？',
      '## 二面',
      '1. 什么是跨域？\n2. What is a cookie?\n3. 怎么做鉴权？',
    ),
  ).toHaveLength(6)
})

test('links to elsewhere are no answers', () => {
  expect(
    asked(
      '# 收藏',
      '## 北京',
      '[甲](https://example.com/a)\n[乙](https://example.com/b)',
      '## 上海',
      '- [丙](https://example.com/c)',
      '## 深圳',
      '[丁](https://example.com/d)',
    ),
  ).toEqual([])
})

test('an owner may join shapes with a plus, and a card is not doubled by two names for it', () => {
  const text = '# 题\n\n### 栈\n\n后进先出。\n\n**问：堆**\n\n树。\n'
  const questionsOf = (questions: string) =>
    parse({
      library: 'x',
      file: 'a.md',
      text: `---\nquestions: ${questions}\n---\n${text}`,
    }).deck.cards.map(({ question }) => question)
  expect(questionsOf('heading-3 + label')).toEqual(['栈', '堆'])
  expect(questionsOf('Heading 3 + bold + label')).toEqual(['栈', '堆'])
})

test('each part of a document says what was weighed for it, with terms that add up', () => {
  const text =
    '# 部署\n\n### 什么是镜像？\n\n层。\n\n### What is a pod?\n\nShared.\n\n**问：怎么回退**\n\n换回去。\n'
  const { deck } = parse({ library: 'x', file: 'a.md', text })
  const lines = linesOf(text)
  const { head, from } = splitFrontMatter(lines, 'a.md')
  const [whole] = weighingsOf(outlineOf(blocksOf(lines, from), lines, head, 'a.md'), deck)
  const candidates = whole?.candidates ?? []
  expect(candidates.filter(({ is }) => is === 'chosen').map(({ name }) => name)).toEqual([
    'heading-3 + label',
    'heading-3',
    'label',
  ])
  expect(candidates[0]?.unexplained).toEqual({ count: 0, lines: [] })
  expect(candidates.find(({ name }) => name === 'label')?.unexplained.lines).toEqual([3, 7])
  for (const { weight, own, run, listed, repeated, bonus, left, score } of candidates) {
    const sum = 0.55 * weight + 0.25 * own + 0.2 * run + 0.05 * listed + bonus
    expect(score).toBeCloseTo(sum - 0.2 * repeated - 0.25 * left)
  }
})

test('six titled notes, each with its text, are a file of topics', () => {
  const topics = ['单例', 'Observer', '代理', 'Visitor', '策略', 'Bridge']
  expect(asked('# 模式', ...topics.flatMap((topic) => [`## ${topic}`, '一句话。']))).toEqual(topics)
  expect(
    asked('# 模式', ...topics.slice(1).flatMap((topic) => [`## ${topic}`, '一句话。'])),
  ).toEqual([])
})

test('many prompts below a title that speaks of questions are the questions, not the title', () => {
  const tips = '- 先说结果。\n- Keep it short.'
  expect(
    asked(
      '# How to answer interview questions',
      '### 准备材料',
      tips,
      '### Tell me about a time you were wrong.',
      tips,
      '### 请介绍一次失败的经历？',
      '### Describe a conflict with a colleague.',
      '### Tell me how you handle pressure.',
      '### 你为什么离开上一家公司？',
    ),
  ).toEqual([
    'Tell me about a time you were wrong.',
    '请介绍一次失败的经历？',
    'Describe a conflict with a colleague.',
    'Tell me how you handle pressure.',
    '你为什么离开上一家公司？',
  ])
})

test('a link to a page beside this one is a question among questions, else a contents page', () => {
  const page = (text: string) => `[${text}](/os/${text.length}.md)`
  const mixed = [
    '## 系统',
    `1. ${page('什么是进程？')}\n2. What is a thread?\n3. 怎么调度？`,
    '## 内存',
    `1. ${page('What is paging?')}\n2. ${page('什么是缺页？')}\n3. 缓存怎么失效？`,
  ]
  expect(asked(...mixed)).toHaveLength(6)
  const index = ['什么是进程？', 'What is a thread?', '怎么调度？', 'What is paging?'].map(page)
  expect(asked('## 目录', index.map((one, at) => `${at + 1}. ${one}`).join('\n'))).toEqual([])
})

test('a link that leads nowhere yet is no link to a page', () => {
  const open = ['**什么是进程？**', '**What is a thread?**', '怎么调度？'].map(
    (text) => `- [${text}]()`,
  )
  const page = '- [What is paging?](paging.md)'
  expect(asked('## 系统', [...open, page].join('\n'))).toEqual([
    '什么是进程？',
    'What is a thread?',
    '怎么调度？',
    'What is paging?',
  ])
})

test('where a table says how hard each row is, its titles are problems, and a title with nothing beside it names a part', () => {
  const rows = (head: string, ...names: readonly string[]) =>
    [
      head,
      '| --- | --- | --- |',
      ...names.map((name) => `| [${name}](https://a.example) | Easy | ✅ |`),
    ].join('\n')
  const graded = `${rows('| Title | Difficulty | Done |', 'Same Tree', '两数之和', 'Valid Anagram')}\n| Extras | | |`
  expect(asked('## Trees', graded, '## 数组', rows('| 题 | 难度 | 完成 |', '跳跃游戏'))).toEqual([
    'Same Tree',
    '两数之和',
    'Valid Anagram',
    '跳跃游戏',
  ])
  const tools = rows('| Name | Price | Owned |', 'A red kettle', '水壶', 'A blue cup')
  expect(asked('## Kitchen', tools)).toEqual([])
})

test('bold with a space inside its marks is bold where it is the whole question', () => {
  expect(asked('1. ** 什么是对齐？**\n2. **What is padding? **\n3. 什么是 2 ** 3？')).toEqual([
    '什么是对齐？',
    'What is padding?',
    '什么是 2 ** 3？',
  ])
})

test('an element whose class says so is a question, and a bold line may end with a break', () => {
  expect(
    asked(
      '<div class="question">什么是分层？</div>',
      '一层只用下一层。',
      '<p class="interview-question">Indexing</p>',
      'A tree beside the rows.',
    ),
  ).toEqual(['什么是分层？', 'Indexing'])
  expect(
    asked('**状态码有哪些？**</br>\n五类。</br>', '**What is a cache?**<br>\nA nearer copy.<br>'),
  ).toEqual(['状态码有哪些？', 'What is a cache?'])
})

test('what asks with a label of an answer below it is a question, as if it had a label too', () => {
  const list = [
    '- 什么是委托？\n\n  答：交给上层。',
    '- Why is it useful?\n\n  Answer: One handler.',
  ]
  expect(
    asked('### 1. 什么是闭包？', '函数和环境。', '### 2. What is hoisting?', 'Moving up.', ...list),
  ).toEqual(['什么是闭包？', 'What is hoisting?', '什么是委托？', 'Why is it useful?'])
})

test('a list behind folds is no part of the last of them, and a list inside an answer that asks is one', () => {
  const fold = (text: string) => `<details>\n<summary>${text}</summary>\n\n一层。\n\n</details>`
  expect(
    asked(
      fold('什么是镜像？'),
      fold('What is a layer?'),
      '- 什么时候用编排？\n- How do I run it?\n- 怎么停掉？',
    ),
  ).toHaveLength(5)
  const outline =
    '- 先缩小范围：\n  - 只有他一个人有问题？\n    - Is the wifi on?\n    - 地址对吗？\n    - Is the name found?\n  - 是整个公司都有问题？'
  expect(
    asked('## 行为题', '### 一次安全事件', '- 先锁设备。', '### 网络不通怎么查？', outline),
  ).toEqual(['一次安全事件', '网络不通怎么查？'])
})

test('a link back to the contents is no part of a heading', () => {
  expect(
    asked(
      '# <a name="0">什么是缓存？</a><a href="#index">[Top]</a>',
      '离得近的副本。',
      '# What is a queue? [返回目录](#目录)',
      'A line.',
    ),
  ).toEqual(['什么是缓存？', 'What is a queue?'])
})

test('a number of several parts in brackets is all number', () => {
  expect(asked('[1.1.1] 什么是栈？', '[1.1.2] What is a queue?', '[1.1.3] 什么是堆？')).toEqual([
    '什么是栈？',
    'What is a queue?',
    '什么是堆？',
  ])
})

test('what asks below a heading after counted lines is no part of the last of them', () => {
  const counted = [1, 2, 3, 4].map((at) => `${at}、第 ${at} 步为什么要做？`)
  expect(
    asked(
      ...counted,
      '# Second round',
      '**网络**',
      'What is a socket?<br>\nHow does a proxy work?<br>\n什么是心跳？<br>',
      '**存储**',
      'What is a page?<br>\nHow does a log shrink?<br>\n什么是快照？<br>',
    ),
  ).toHaveLength(10)
})
