import { expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'

const ask = (section: string) => {
  const text = `# 面试题\n\n## 什么是死锁？\n\n互相等待。\n\n${section}\n\n## 什么是活锁？\n\n互相谦让。\n`
  return parse({ library: 'notes', file: 'a.md', text }).deck.cards
}
const followUps = (section: string) =>
  ask(section)[0]?.followUps.map(({ question, answer = '' }) => [question, answer])

test('a paragraph indented below a follow-up is its answer, code and lists among it', () => {
  const section = `### 追问

- 怎么发现**死锁**？

  看线程的栈。

  \`\`\`sh
  jstack 42
  \`\`\`

  - 谁持有
  - 谁在等
- 能避免吗？

### 要点

- 互相等待`
  expect(followUps(section)).toEqual([
    ['怎么发现**死锁**？', '看线程的栈。\n\n```sh\njstack 42\n```\n\n- 谁持有\n- 谁在等'],
    ['能避免吗？', ''],
  ])
  expect(ask(section)[0]?.keyPoints).toEqual(['互相等待'])
})

test('answers of follow-ups change neither the answer nor the id of a card', () => {
  const [bare] = ask('### Follow-ups\n\n- How do you find one?\n')
  const [told] = ask('### Follow-ups\n\n- How do you find one?\n\n  In the stack.\n')
  expect(told?.followUps).toEqual([{ question: 'How do you find one?', answer: 'In the stack.' }])
  expect({ ...told, followUps: [], source: 0 }).toEqual({ ...bare, followUps: [], source: 0 })
  expect(told?.source.endLine).toBe((bare?.source.endLine ?? 0) + 2)
})

test.each([
  ['- 为什么？\n  因为有环。', [['为什么？', '因为有环。']]],
  ['- Why does one\n  wait?', [['Why does one wait?', '']]],
  ['- 为什么？\n  怎么办？', [['为什么？ 怎么办？', '']]],
  ['- 为什么？\n  - 有环\n  - 不放手', [['为什么？', '- 有环\n- 不放手']]],
  ['- 为什么？\n  - 怎么办？', [['为什么？', ''], ['怎么办？', '']]], // biome-ignore format: a row
  ['1. 为什么？\n\n   有环。\n2. 怎么办？\n\n   TODO', [['为什么？', '有环。'], ['怎么办？', '']]], // biome-ignore format: a row
  ['#### 为什么？\n\n有环。\n\n#### 基础\n\n- 怎么办？', [['为什么？', '有环。'], ['怎么办？', '']]], // biome-ignore format: a row
  ['先问这些。\n\n- 为什么？\n\n之后就不问了。', [['为什么？', '']]],
])('below 追问, %j', (items, expected) => {
  expect(followUps(`### 追问\n\n${items}`)).toEqual(expected)
})
