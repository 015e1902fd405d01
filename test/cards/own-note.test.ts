import { expect, test } from 'vitest'
import type { Card } from '../../src/cards/card.ts'
import { writtenNote } from '../../src/cards/own-note.ts'
import { parse } from '../../src/cards/read/parse.ts'
import { en } from '../../src/i18n/en/en.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { pointsOf } from '../../src/interview/comparing.ts'
import { loadModelAnswer } from '../../src/view/card-page.ts'
import { englishLook, plainLook } from '../support/look.ts'

function cardOf(question: string): Card {
  const [card] = parse({
    library: '/notes',
    file: 'a.md',
    text: `## ${question}\n\n先说背景，再说行动。\n\n## 什么是死锁？\n\n互相等待。\n`,
  }).deck.cards
  if (card === undefined) throw new Error('no card')
  return card
}

const asked = '请介绍一个你做过的项目。'
const outline = zh.interview.starOutline(asked)
const filled = outline
  .replace('你是什么角色 -->', '你是什么角色 -->\n\n2023 年做支付网关，我负责对账。')
  .replace('为什么这样选 -->', '为什么这样选 -->\n把对账改成流式，延迟从一天降到一分钟。')

test('填了一半的提纲：没填的部分不算要点，也不显示', async () => {
  const written = writtenNote(filled)
  const points = pointsOf(cardOf(asked), written).map(({ text }) => text)
  expect(points.join('\n')).toMatch(/支付网关[\s\S]*流式/)
  expect(points.join('\n')).not.toMatch(/任务|结果|难在哪里|什么项目/)
  const shown = (await loadModelAnswer(cardOf(asked), written, plainLook))(plainLook).join('\n')
  expect(shown).toMatch(/背景[\s\S]*支付网关[\s\S]*行动[\s\S]*流式/)
  expect(shown).not.toMatch(/任务|结果|难在哪里|什么项目/)
})

test('an outline that was left as it is counts as no note', () => {
  expect(writtenNote(outline)).toBe('')
  expect(writtenNote(en.interview.starOutline('Tell me about yourself.'))).toBe('')
})

test('what was put in place of a prompt, or below a deeper head, is kept', async () => {
  const card = cardOf('Tell me about a time you failed.')
  const note = en.interview
    .starOutline(card.question)
    .replace('<!-- what had to be solved, what made it hard -->', 'A release broke logins.')
    .replace('learned -->', 'learned -->\n\n### Figures\n\nTwo hours down.')
  const shown = (await loadModelAnswer(card, writtenNote(note), englishLook))(englishLook).join(
    '\n',
  )
  expect(shown).toMatch(/Task[\s\S]*A release broke logins[\s\S]*Result[\s\S]*Two hours down/)
  expect(shown).not.toMatch(/Situation|Action/)
})

test('any other note stays as it is, whatever it holds', () => {
  for (const note of [
    '互斥\n',
    '## 四个条件\n\n## 怎么避免\n',
    `${'<!--'.repeat(25_000)}尾\n`,
    '# Task',
  ]) {
    expect(writtenNote(note)).toBe(note)
  }
})
