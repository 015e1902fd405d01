import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/cards/card.ts'
import { parse } from '../../src/cards/read/parse.ts'
import { keyPointsOf } from '../../src/points/derive.ts'

function cardOf(question: string, answer: string): Card {
  const text = `## 占位的问题是什么？\n\n占位的回答。\n`
  const [card] = parse({ library: 'x', file: 'x.md', text }).deck.cards
  if (card === undefined) throw new Error('no card')
  return { ...card, question, answer: { kind: 'written', markdown: answer } }
}

function texts(question: string, answer: string): readonly string[] {
  return keyPointsOf(cardOf(question, answer)).map(({ text }) => text)
}

test('given key points are taken as they are', () => {
  const card = { ...cardOf('什么是锁？', '**一**：二'), keyPoints: ['用 `SET NX`', '设过期'] }
  expect(keyPointsOf(card).map(({ text }) => text)).toEqual(['用 `SET NX`', '设过期'])
})

test('标题是要点，编号去掉，总结和注意事项不算', () => {
  const answer = `处理故障有以下几步：

### 1. 监控和告警

- **实时监控**：看指标
- **告警**：发短信

### 2. 快速定位

- 看日志

### 3. 自动恢复

- 进程守护

### 注意事项

- 不要慌

### 总结

故障不可避免。`
  expect(texts('线上服务挂了怎么办？', answer)).toEqual(['监控和告警', '快速定位', '自动恢复'])
})

test('what stands below a head counts for it', () => {
  const [first] = keyPointsOf(
    cardOf('挂了怎么办？', '### 监控\n\n- 看 Grafana\n- 发短信\n\n### 回滚\n\n### 复盘'),
  )
  expect(first).toEqual({ text: '监控', details: ['看 Grafana', '发短信'] })
})

test('bold lead-ins and short names before a colon are points with what they claim', () => {
  expect(
    texts(
      'How would you cache?',
      '- **Eviction**: LRU\n- **Expiry**: a TTL\n- Warm-up: load at start',
    ),
  ).toEqual(['Eviction: LRU', 'Expiry: a TTL', 'Warm-up: load at start'])
  expect(texts('怎么做缓存？', '1. **淘汰**：LRU\n2. **过期**：TTL\n3. 预热：启动时加载')).toEqual([
    '淘汰：LRU',
    '过期：TTL',
    '预热：启动时加载',
  ])
})

test('heads that only frame let their items up', () => {
  const answer = '### 特点\n\n- 全双工\n- 低延迟\n\n### 使用场景：\n\n- 聊天室\n- 股票行情'
  expect(texts('WebSocket 有什么用？', answer)).toEqual(['全双工', '低延迟', '聊天室', '股票行情'])
})

test('too few heads are looked below, too many are put together under them', () => {
  const list = (names: string) =>
    names
      .split(' ')
      .map((name) => `- ${name}`)
      .join('\n')
  const answer = `### 前端\n\n${list('压缩 缓存头 懒加载 雪碧图')}\n\n### 后端\n\n${list('索引 连接池 异步队列 分页 读写分离 预热')}`
  const found = texts('怎么优化性能？', answer)
  expect(found).toHaveLength(7)
  expect(found).toContain('前端：压缩；缓存头')
})

test('an answer without structure is taken in sentences, or in clauses', () => {
  expect(
    texts(
      'Nginx 做什么用？',
      '我们用它做反向代理。静态文件也由它返回。另外用 limit_req 做了限流。',
    ),
  ).toEqual(['我们用它做反向代理', '静态文件也由它返回', '另外用 limit_req 做了限流'])
  expect(texts('后端多少人？', '团队13人，产品1人，测试2人，后端4人')).toEqual([
    '团队13人',
    '产品1人',
    '测试2人',
    '后端4人',
  ])
})

test('a paragraph above a list defines what was asked, or only leads in', () => {
  const list = '\n\n- 捕获变量\n- 延长生命周期\n- 做私有状态'
  expect(texts('什么是闭包？', `闭包是函数和它的词法环境。${list}`)[0]).toBe(
    '闭包是函数和它的词法环境',
  )
  expect(texts('闭包有哪些用处？', `闭包是函数和它的词法环境。${list}`)).toHaveLength(3)
  expect(texts('什么是闭包？', `闭包的用处有以下几点：${list}`)).toHaveLength(3)
})

test('rows of a table are points unless they only say yes or no, and so are the names in an answer that is only code', () => {
  const table =
    '| | SQL | NoSQL |\n|---|---|---|\n| Schema | fixed | flexible |\n| Joins | yes | no |\n| Scaling | vertical | horizontal |'
  expect(texts('SQL or NoSQL?', table)).toEqual([
    'Schema: fixed / flexible',
    'Scaling: vertical / horizontal',
  ])
  const code =
    '```python\nwith transaction.atomic():\n    row = Row.objects.select_for_update().get()\n```'
  expect(texts('Django 怎么加行锁？', code)).toEqual([
    'transaction',
    'atomic',
    'objects',
    'select_for_update',
  ])
})

test('what follows the summary of an answer is an appendix', () => {
  const answer =
    '### 监控\n\n### 回滚\n\n### 复盘\n\n### 总结\n\n都要做。\n\n### 安装 supervisor\n\napt'
  expect(texts('挂了怎么办？', answer)).toEqual(['监控', '回滚', '复盘'])
})

test('whatever the answer, there are at most seven points of one short line', () => {
  const piece = fc.constantFrom(
    '# ',
    '- ',
    '**',
    '监控',
    '：',
    '\n',
    '\n\n',
    '  ',
    '1. ',
    '|',
    '`',
    '。',
    'word ',
    '总结',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const found = texts('怎么办？', pieces.join(''))
      expect(found.length).toBeLessThanOrEqual(7)
      for (const text of found) {
        expect(text.length).toBeLessThanOrEqual(120)
        expect(text).not.toMatch(/\n/)
      }
    }),
  )
})

test.each([
  '- a\n',
  '# x\n',
  '**a',
  '| a | b |\n',
  'a：',
  '区别与',
  '监控，',
  '- **a**：b\n  - c\n',
])('100 KB of %j end in a few points', (unit) => {
  expect(texts('怎么办？', unit.repeat(100_000 / unit.length)).length).toBeLessThanOrEqual(7)
})

test('English sentences become points without their full stops', () => {
  expect(
    texts('What is a sigmoid?', 'A squashing function. It limits the range. It is smooth.'),
  ).toEqual(['A squashing function', 'It limits the range', 'It is smooth'])
})

describe('a colon or a number that is part of what is said', () => {
  const told = (markdown: string) => texts('有哪些做法？', markdown)

  test('cuts nothing', () => {
    const said = [
      '下载 https://nodejs.org 的安装包',
      '用 redis://127.0.0.1:6379 连接',
      '比例 3:1 最好',
      '端口映射 80:8080',
      'std::map 是红黑树',
      '时间 10：30 开始同步',
      '访问 localhost:3000 查看结果',
      '1.7 分段锁 Segment；1.8 CAS',
    ]
    for (const line of said)
      expect(told(`- ${line}\n- 缓存：放在内存\n- 队列：削峰填谷`)[0]).toBe(line)
    expect(told('Run http://localhost:3000 to see it.')).toEqual([
      'Run http://localhost:3000 to see it',
    ])
  })

  test('still leads in where it does', () => {
    expect(told('- 缓存：放在内存\n- queue: evens out the load\n- 锁:互斥')).toEqual([
      '缓存：放在内存',
      'queue: evens out the load',
      '锁：互斥',
    ])
    expect(
      told('### 1.1 缓存\n\n放在内存里\n\n### 1.2 队列\n\n削峰填谷\n\n### 1.3 锁\n\n互斥'),
    ).toEqual(['缓存', '队列', '锁'])
  })

  test('a row of a table is said whole', () => {
    const rows =
      '| | ArrayList | LinkedList |\n|---|---|---|\n| 底层 | 数组 | 双向链表 |\n| 随机访问 | 快 | 慢 |\n| 插入删除 | 慢 | 快 |\n| 空 | | |'
    expect(told(rows)).toEqual(['底层：数组 / 双向链表', '随机访问：快 / 慢', '插入删除：慢 / 快'])
  })

  test('operators stand in it', () => {
    expect(
      told('it is\n- a<b && c>d is read from the left\n- arr[i][j] by rows\n- 2**3 is eight'),
    ).toEqual(['a<b && c>d is read from the left', 'arr[i][j] by rows', '2**3 is eight'])
  })
})
