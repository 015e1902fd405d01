import { describe, expect, test } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { type FakeOptions, fakeHost } from '../support/fake-host.ts'
import { englishLook } from '../support/look.ts'

const notes = `## 缓存的键怎么过期？

<!-- id: expiry -->

读到时删，或者定期抽查；内存满了按策略淘汰。

### 要点

- 惰性删除 <!-- also: 读到它才清 --> <!-- not: 到点立刻删 -->
- 过期通知不可靠
- 定期抽样删除
`

async function ran(words: readonly string[], options: FakeOptions = {}) {
  const host = fakeHost({ library: { '缓存.md': notes }, ...options })
  await program(host).parseAsync(words, { from: 'user' })
  return host
}

const answer = '键到点立刻删。过期通知很可靠。'
const sit = ['interview', '--card', 'expiry', '-n', '1', '--seconds', '60', '--no-follow-ups']

describe('what is said the other way round', () => {
  test('is told by assess, in both languages, with the words', async () => {
    const zh = await ran(['assess', 'expiry', answer])
    expect(zh.printed()).toContain('好像说反了：到点立刻删')
    const en = await ran(['assess', 'expiry', answer], { look: englishLook })
    expect(en.printed()).toContain('you seem to say the opposite: ')
  })

  test('has its verdict in JSON, and --why names what it rests on', async () => {
    const plain = await ran(['assess', 'expiry', answer, '--json'])
    const { keyPoints } = JSON.parse(plain.printed())
    expect(keyPoints[0]).toEqual({
      text: '惰性删除',
      credit: 0,
      covered: false,
      verdict: 'contradicted',
      evidence: [{ start: 1, end: 6 }],
    })
    const why = await ran(['assess', 'expiry', answer, '--why'])
    expect(why.printed()).toContain('题库里写明的常见错误：到点立刻删')
    expect(why.printed()).toContain('没听到：')
  })

  test('is told while comparing and in the report, and the answer is hard at best', async () => {
    const said = `${answer}定期抽样删除。`
    const host = await ran(sit, {
      replies: [
        { type: said },
        { key: 'ctrl-d' },
        { wait: 20_000 },
        { type: '2' },
        { key: 'enter' },
      ],
    })
    expect(host.printed()).toContain('好像说反了：到点立刻删')
    expect(host.printed()).toContain('✗ 惰性删除 (说反了)')
  })
})

describe('what a person ticks by hand', () => {
  const taught = '没人碰它就一直放着'
  const replies = [
    ...[{ type: taught }, { key: 'ctrl-d' }, { wait: 20_000 }, { type: ' ' }],
    ...[{ type: '3' }, { key: 'enter' }],
  ]

  test('is heard the next time, and shown with the card', async () => {
    const host = await ran(sit, { replies })
    expect(host.store.notes.whole('expiry' as never)).toContain(`also: ${taught}`)
    await program(host).parseAsync(['show', 'expiry'], { from: 'user' })
    expect(host.printed()).toContain(`惰性删除: ${taught}`)
    await program(host).parseAsync(['assess', 'expiry', taught, '--json'], { from: 'user' })
    const json = host.printed().slice(host.printed().lastIndexOf('{"id":"expiry"'))
    expect(JSON.parse(json).keyPoints[0].verdict).toBe('said')
  })

  test('is not learnt where that is off', async () => {
    const host = fakeHost({ library: { '缓存.md': notes }, replies })
    await program(host).parseAsync(['config', 'set', 'learn', 'off'], { from: 'user' })
    await program(host).parseAsync(sit, { from: 'user' })
    expect(host.store.notes.whole('expiry' as never)).toBeUndefined()
  })
})
