import { describe, expect, test } from 'vitest'
import { obey } from '../../src/cli/program.ts'
import { exitCodeOf, UserError } from '../../src/errors.ts'
import { enDeck, zhDeck } from '../support/bank.ts'
import { fakeHost } from '../support/fake-host.ts'
import { englishLook, plainLook } from '../support/look.ts'

const library = { '并发.md': zhDeck, 'net.md': enDeck }

async function faultOf(line: string) {
  const host = fakeHost({ library, interactive: false })
  try {
    await obey(host, line.split(' '))
  } catch (error) {
    if (error instanceof UserError) return error.fault
    throw error
  }
  return undefined
}

async function printed(line: string): Promise<string> {
  const host = fakeHost({ library, interactive: false })
  await obey(host, line.split(' '))
  return host.printed()
}

describe('a filter that cannot match', () => {
  const everywhere = [
    'list',
    'search 锁',
    'interview --dry-run',
    'review',
    'export a.md',
    'review --cram',
  ]

  test.each(everywhere)('is refused by viva %s, with the names that are alike', async (line) => {
    const fault = await faultOf(`${line} --topic 并友`)
    expect(fault).toMatchObject({ code: 'name-nowhere', filter: 'topic', name: '并友' })
    const tag = await faultOf(`${line} --tag nosuch`)
    expect(tag).toMatchObject({ code: 'name-nowhere', filter: 'tag', name: 'nosuch' })
  })

  test.each([
    ['search level:boss', 'level', ['junior', 'mid', 'senior']],
    ['search is:foo', 'is', ['due', 'weak', 'unanswered']],
    ['search 锁 状态:可疑', 'is', ['due', 'weak', 'unanswered']],
    ['interview --dry-run --from is:foo', 'is', ['due', 'weak', 'unanswered']],
    ['review --from 级别:老板', 'level', ['junior', 'mid', 'senior']],
    ['export a.md --from level:boss', 'level', ['junior', 'mid', 'senior']],
  ])('is refused in a query: %s', async (line, filter, known) => {
    const fault = await faultOf(line)
    expect(fault).toMatchObject({ code: 'filter-value', filter, known })
    expect(fault && exitCodeOf(fault)).toBe(2)
  })

  test.each([
    'search topic:nosuch',
    'search 锁 标签:没有的',
    'interview --dry-run --from tag:nosuch',
  ])('is refused in a query for a name that no card has: %s', async (line) => {
    const fault = await faultOf(line)
    expect(fault).toMatchObject({ code: 'name-nowhere' })
    expect(fault && exitCodeOf(fault)).toBe(1)
  })

  test('is told with the topic that is spelt alike, in both languages', async () => {
    const fault = await faultOf('list --topic netwrok')
    if (fault === undefined) throw new Error('nothing was refused')
    expect(englishLook.say.fault(fault)).toEqual({
      message: 'No card has the topic netwrok.',
      hint: 'Did you mean Networks?',
    })
    expect(plainLook.say.fault(fault)).toEqual({
      message: '没有卡片属于主题“netwrok”。',
      hint: '是不是想写 Networks？',
    })
  })

  test('in quotes is text to be found', async () => {
    expect(await printed('search "is:foo"')).toContain('没有找到')
  })
})

test('a level may be said in Chinese, as its filter may', async () => {
  const ids = async (line: string) =>
    JSON.parse(await printed(line)).map(({ id }: { id: string }) => id)
  expect(await ids('search 级别:中级 --json')).toEqual(await ids('search level:mid --json'))
  expect(await ids('search 级别:中级 --json')).not.toEqual([])
})

test('where there is no card, no name is wrong', async () => {
  const host = fakeHost({ library: {}, interactive: false })
  await obey(host, ['list', '--topic', '并发'])
  expect(host.printed()).toBe('')
})

test('library list prints JSON wherever its option stands', async () => {
  const settings = { libraries: [{ path: '/notes' }] }
  for (const words of [
    ['library', 'list', '--json'],
    ['library', '--json'],
    ['library', 'list', '--json', '--lang', 'zh'],
  ]) {
    const host = fakeHost({ library, settings })
    await obey(host, words)
    expect(JSON.parse(host.printed())).toEqual([{ path: '/notes' }])
  }
  const none = fakeHost({ library })
  await obey(none, ['library', 'list', '--json'])
  expect(JSON.parse(none.printed())).toEqual([])
})
