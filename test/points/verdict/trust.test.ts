import { expect, test } from 'vitest'
import { assessed } from '../../../src/points/assess.ts'

const card = { question: '？', aliases: [] }

function point(text: string, also: readonly string[], not: readonly string[] = []) {
  return { text, details: [], ways: { also, not, any: [] } }
}

const backups = [
  point('备份异地保存一份', [
    '机房着火也还有一份',
    '另一个城市再放一份拷贝',
    '同城的都坏了还能恢复',
  ]),
  point('每季度演练恢复', ['真的拿出来还原一遍', '没还原过的备份等于没有']),
  point(
    'Keep them encrypted',
    ['the dump is unreadable without its key'],
    ['plain dumps are fine'],
  ),
]

function verdicts(answer: string) {
  return assessed(backups, answer, card).points.map(({ verdict }) => verdict)
}

test('words of several ways of saying a point together say it', () => {
  expect(verdicts('我们在另一个城市还有拷贝，机房着火也不怕')[0]).toBe('said')
})

test('what is said of a point in a few words counts less than all of it', () => {
  const credit = (answer: string) => assessed(backups, answer, card).points[0]?.credit ?? 0
  const little = credit('拷贝在城市里')
  expect(little).toBeGreaterThanOrEqual(0.5)
  expect(little).toBeLessThan(credit('备份异地保存一份'))
})

test('a word or two of two clauses may be chance', () => {
  expect(verdicts('城市很大，拷贝')[0]).toBe('open')
})

test('an answer that says something wrong must say more to be believed', () => {
  const half = 'We restore them. Somebody keeps them.'
  const wrong = `${half} Plain dumps are fine.`
  const some = [point('Restores are rehearsed and timed each quarter', []), ...backups.slice(2)]
  const told = (answer: string) => assessed(some, answer, card).points.map((one) => one.verdict)
  expect(told(wrong)[1]).toBe('contradicted')
  expect(told(wrong)[0]).toBe('open')
})

test('what is said word for word is said in whatever answer', () => {
  expect(verdicts('每季度演练恢复。Plain dumps are fine.')).toEqual([
    'open',
    'said',
    'contradicted',
  ])
})

test('a list of keywords is not trusted with more', () => {
  const list = '备份、异地、城市、拷贝、机房、演练、还原、encrypted、dump、key'
  expect(verdicts(list)).toEqual(['open', 'open', 'open'])
})
