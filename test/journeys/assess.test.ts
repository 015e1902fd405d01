import { expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { program } from '../../src/cli/program.ts'
import { UserError } from '../../src/errors.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { type FakeOptions, fakeHost } from '../support/fake-host.ts'

const notes = `## 怎么防缓存穿透？

<!-- id: penetration -->

- **空值缓存**：查不到也存一份，过期时间短一点
- **布隆过滤器**：先判断 key 在不在
- **参数校验**：非法的 id 直接拒绝

### 追问

- 布隆过滤器**误判**了怎么办？

  误判只会放过，不会错杀：多查一次库。误判率由位数和哈希个数决定。
- 空值缓存多久？

## 什么是缓存雪崩？
`

async function ran(words: readonly string[], options: FakeOptions = {}) {
  const host = fakeHost({ library: { '缓存.md': notes }, ...options })
  await program(host).parseAsync(['assess', ...words], { from: 'user' })
  return { printed: host.printed(), warned: host.warned() }
}

test('assess --json gives coverage, the key points with their evidence, and a grade', async () => {
  const answer = '把空值缓存起来，再加个布隆过滤器'
  const { printed } = await ran(['penetration', answer, '--json'])
  const found = JSON.parse(printed)
  expect(Object.keys(found)).toEqual(['id', 'coverage', 'keyPoints', 'proposed'])
  expect(found).toMatchObject({ id: 'penetration', proposed: 'hard' })
  expect(found.keyPoints[1]).toEqual({
    text: '布隆过滤器：先判断 key 在不在',
    credit: expect.any(Number),
    covered: true,
    verdict: 'said',
    evidence: [{ start: 11, end: 16 }],
  })
  expect(found.keyPoints.map(({ covered }: { covered: boolean }) => covered)).toEqual([
    true,
    true,
    false,
  ])
  const sum = found.keyPoints.reduce(
    (all: number, { credit }: { credit: number }) => all + credit,
    0,
  )
  expect(found.coverage).toBeCloseTo(sum / 3, 2)
})

test('对照的结果在窄屏上也读得清', async () => {
  const options = { look: { say: zh, columns: 32 } }
  const { printed } = await ran(['怎么防缓存穿透？', '把空值缓存起来，再加个布隆过滤器'], options)
  expect(printed).toMatchInlineSnapshot(`
    "怎么防缓存穿透？

    ✓  80%  空值缓存：查不到也存一
            份，过期时间短一点
            听到：空值缓存
    ✓  72%  布隆过滤器：先判断 key
            在不在
            听到：布隆过滤器
    ✗   0%  参数校验：非法的 id 直接
            拒绝

    要点 51% · 建议评分：困难"
  `)
})

test('without an argument the answer comes from --file, else from stdin', async () => {
  const credit = async (words: readonly string[], options?: FakeOptions) => {
    const { printed } = await ran(['penetration', '--json', ...words], options)
    return JSON.parse(printed).keyPoints[1].covered
  }
  expect(await credit(['--file', '布隆过滤器.txt'])).toBe(true)
  expect(await credit(['--file', '-'], { stdin: '用布隆过滤器' })).toBe(true)
  expect(await credit([], { stdin: '用布隆过滤器' })).toBe(true)
  expect(await credit([], { stdin: '' })).toBe(false)
})

test('whoever types the answer is told how to end it; a pipe is not', async () => {
  expect((await ran(['penetration'])).warned).toContain('Ctrl-D')
  expect((await ran(['penetration'], { interactive: false })).warned).toBe('')
})

test('a card without an answer is a fault', async () => {
  const error = await ran(['什么是缓存雪崩？', '大量 key 同时失效']).catch((cause) => cause)
  expect(error).toBeInstanceOf(UserError)
  expect(error.fault).toEqual({ code: 'no-answer', question: '什么是缓存雪崩？' })
})

test('the person’s own glossary counts', async () => {
  const glossary = '布隆过滤器 = bitgate'
  const { printed } = await ran(['penetration', '前面放个 bitgate', '--json'], { glossary })
  expect(JSON.parse(printed).keyPoints[1].covered).toBe(true)
})

test('问你自己的题，按你写的回答来对照', async () => {
  const text = '## 请介绍一个你做过的项目。\n\n<!-- id: project -->\n\n先说背景，再说结果。\n'
  const host = fakeHost({ library: { '自己.md': text } })
  host.store.notes.write('project' as CardId, '- 支付网关\n- 流式对账\n- 延迟降到一分钟\n')
  await program(host).parseAsync(['assess', 'project', '我做了支付网关的流式对账', '--json'], {
    from: 'user',
  })
  const { keyPoints } = JSON.parse(host.printed())
  expect(
    keyPoints.map(({ text, covered }: { text: string; covered: boolean }) => [text, covered]),
  ).toEqual([
    ['支付网关', true],
    ['流式对账', true],
    ['延迟降到一分钟', false],
  ])
})

test('--follow-up 对照的是那道追问自己的答案；没有就对照整张卡片的', async () => {
  const own = await ran(['penetration', '多查一次库而已', '--follow-up', '1'])
  expect(own.printed).toContain('布隆过滤器误判了怎么办？')
  expect(own.printed).toContain('多查一次库')
  const whole = await ran(['penetration', '空值缓存', '--follow-up', '2', '--json'])
  expect(JSON.parse(whole.printed).keyPoints).toHaveLength(3)
  const none = ran(['penetration', '空值缓存', '--follow-up', '3'])
  await expect(none).rejects.toMatchObject({ fault: { code: 'no-such-follow-up', count: 2 } })
})
