import { expect, test } from 'vitest'
import { parse } from '../../src/cards/read/parse.ts'

const first = (text: string) => parse({ library: 'x', file: '面试题.md', text }).deck.cards[0]
const answerOf = (text: string) => {
  const answer = first(text)?.answer
  return answer?.kind === 'written' ? answer.markdown : undefined
}
const other = '\n\n## 什么是堆？\n\n一种树。\n'

test('what copying a web page left behind is not shown, a language name goes to its fence', () => {
  expect(
    answerOf(`## 怎么打印？\n\n用函数：\n\npython\n\n复制代码\n\n\`\`\`\nprint(1)\n\`\`\`${other}`),
  ).toBe('用函数：\n\n```python\nprint(1)\n```')
})

test('a language name inside a fence stays', () => {
  expect(answerOf(`## 怎么启动？\n\n\`\`\`\npython\n\`\`\`${other}`)).toBe('```\npython\n```')
})

test('an answer in a list item is dedented', () => {
  const text =
    '1. 什么是栈？\n\n   后进先出。\n\n   ```js\n   pop()\n   ```\n2. 什么是堆？\n3. 什么是图？\n'
  expect(answerOf(text)).toBe('后进先出。\n\n```js\npop()\n```')
})

test('details around a whole answer are taken off, details inside stay', () => {
  const inner = '<details><summary>更多</summary>\n\n细节\n\n</details>'
  const text = `## 什么是栈？\n\n<details>\n<summary>查看答案</summary>\n\n后进先出。\n\n${inner}\n\n</details>${other}`
  expect(answerOf(text)).toBe(`后进先出。\n\n${inner}`)
})

test('details whose title says something are a part of the answer', () => {
  const fold = '<details>\n<summary>缓存击穿</summary>\n\n热点过期。\n\n</details>'
  expect(answerOf(`## 什么是雪崩？\n\n${fold}${other}`)).toBe(fold)
})

test('HTML that says something is an answer, with the ends of its list or table', () => {
  const list = '<ul>\n<li>聚簇</li>\n<li>二级</li>\n</ul>'
  expect(answerOf(`## 索引有几种？\n\n${list}\n\n<br>\n${other}`)).toBe(list)
  const table = '<table>\n<tr><td>204</td></tr>\n</table>'
  expect(answerOf(`## 状态码？\n\n${table}${other}`)).toBe(table)
  expect(answerOf(`## 什么是乐观锁？\n\n<p>比较版本号。</p>${other}`)).toBe('<p>比较版本号。</p>')
})

test('tags without words are no answer', () => {
  expect(first(`## 什么是栈？\n\n<div>\n<br>&nbsp;\n</div>${other}`)?.answer.kind).toBe('missing')
})

test('marks and back links are not shown', () => {
  const text = `## 什么是栈？\n<!-- tags: a -->\n\n后进先出。\n\n[⬆ 回到顶部](#top)${other}`
  expect(answerOf(text)).toBe('后进先出。')
})

test('ticked options are the answer, and the body does not give them away', () => {
  const card = first(
    `## Q1. 哪个后进先出？\n\n- [ ] 队列\n- [x] 栈\n\n## Q2. 哪个先进先出？\n\n- [x] 队列\n`,
  )
  expect(card).toMatchObject({
    body: '- [ ] 队列\n- [ ] 栈',
    answer: { kind: 'written', markdown: '栈' },
  })
})

test('code a question points at belongs to it', () => {
  const card = first(`## 下面的代码输出什么？\n\n\`\`\`js\nlog(1)\n\`\`\`\n\n一。${other}`)
  expect(card).toMatchObject({
    body: '```js\nlog(1)\n```',
    answer: { kind: 'written', markdown: '一。' },
  })
})

test('bullets that ask more are follow-ups, not an answer', () => {
  const card = first('- 什么是栈？\n  - 怎么实现？\n- 什么是堆？\n- 什么是图？\n')
  expect(card).toMatchObject({
    followUps: [{ question: '怎么实现？' }],
    answer: { kind: 'missing' },
  })
})

test.each([
  'To be completed.',
  '待补充',
  '答案：[见这里](https://example.org)',
  '答：',
  '- [ ] TODO',
])('%j is no answer', (placeholder) => {
  expect(answerOf(`## 什么是栈？\n\n${placeholder}${other}`)).toBeUndefined()
})

test('a card without an answer ends with its question', () => {
  expect(first(`## 什么是栈？\n\nTODO${other}`)?.source).toMatchObject({ line: 1, endLine: 1 })
})

test.each([
  ['## 3. ***什么是 `Map`？*** ⭐⭐ ##', '什么是 Map？'],
  ['## <a name="q">什么是栈？</a> [[↑]](#top)', '什么是栈？'],
  ['## :star: 什么是 &lt;T&gt;？', '什么是 <T>？'],
  ['## `<script>` 和 List<?> 是什么？', '<script> 和 List<?> 是什么？'],
  ['## 1️⃣ 什么是 [栈](https://example.org)？', '什么是 栈？'],
  ['## 第 12 题：什么是 a_b_c？', '什么是 a_b_c？'],
])('%j asks as a person would', (heading, question) => {
  expect(first(`${heading}\n\n答${other}`)?.question).toBe(question)
})

test('单独一行的追问也算追问，答案里照样留着', () => {
  const card = first(`## 什么是活锁？

互相谦让，谁也不前进。

**追问：** 活锁和死锁有什么区别？

Follow-up: How would you detect it?

追问环节常问这些。
`)
  expect(card).toMatchObject({
    followUps: [{ question: '活锁和死锁有什么区别？' }, { question: 'How would you detect it?' }],
    answer: { markdown: expect.stringContaining('追问：') },
  })
})

test.each([
  ['**Answer: because it is a tree**', 'because it is a tree'],
  ['**答案：因为是树**，所以快', '因为是树，所以快'],
  ['**答案：**因为是树', '因为是树'],
  ['答：**树**是一种图', '**树**是一种图'],
  ['**Answer: A**', '**Answer: A**'],
])('the label of %j goes with the stars around it', (told, shown) => {
  expect(answerOf(`## 什么是堆？\n\n${told}${other}`)).toBe(shown)
})

test.each([
  '稍后补充',
  '答案之后再更新……',
  'Will be added later.',
  '(not written yet)',
  '::: tip\n:::',
])('%s is no answer', (text) => {
  expect(
    answerOf(`# 题\n\n## 什么是闭包？\n\n${text}\n\n## What is hoisting?\n\nA move.\n`),
  ).toBeUndefined()
})

test.each(['写时复制', '先更新数据库，再删缓存', 'Values are added later by the caller.'])(
  '%s is an answer',
  (text) => {
    expect(
      answerOf(`# 题\n\n## 什么是闭包？\n\n${text}\n\n## What is hoisting?\n\nA move.\n`),
    ).toBe(text)
  },
)
