import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Card } from '../../src/cards/card.ts'
import { fold } from '../../src/search/text/fold.ts'
import { bundled } from '../support/bundled.ts'
import { codeOf } from '../support/code-only.js'
import { blocksOf } from '../tools/bank-run/blocks.js'

const { cards: zh } = await bundled('zh')
const { cards: en } = await bundled('en')

const content = join(import.meta.dirname, '../../content')
const pairs = zh.map((card, i) => [card, en[i]] as const)

/** What both languages of a card must agree in. */
function shared({ id, level, tags, keyPoints, followUps, source }: Card): object {
  const counts = { keyPoints: keyPoints.length, followUps: followUps.length }
  return { id, level, tags, file: source.file, ...counts }
}

/** The wordings of the twin that a card lacks. */
function lacking(card: Card, { question, aliases }: Card): readonly string[] {
  const own = new Set([card.question, ...card.aliases].map(fold))
  const lost = [question, ...aliases].filter((wording) => !own.has(fold(wording)))
  return lost.map((wording) => `${card.language} ${card.id}: ${wording}`)
}

test('中英题库一一对应：编号、级别、标签、要点和追问的数目、所在文件', () => {
  expect(en.map(shared)).toEqual(zh.map(shared))
})

test('两种语言的代码相同，只有注释可以不同', () => {
  const lone = blocksOf(content).filter(({ places }) => places.length < 2)
  expect(lone.flatMap(({ places }) => places)).toEqual([])
})

test('每张卡片都带着另一种语言里的全部说法', () => {
  const lost = pairs.flatMap(([chinese, english]) =>
    english === undefined ? [] : [...lacking(chinese, english), ...lacking(english, chinese)],
  )
  expect(lost).toEqual([])
})

test('what is a comment is known in every language of a block', () => {
  expect(codeOf('python', 'a = "# 不是"  # 是\n\n# 是\nb = 1')).toBe('a = "# 不是"\nb = 1')
  expect(codeOf('javascript', "f('//') // 是\n/* 是\n */ g(`/*`)")).toBe("f('//')\n g(`/*`)")
  expect(codeOf('sql', "SELECT '--' -- 是")).toBe("SELECT '--'")
  expect(codeOf('bash', 'echo "#" a#b # 是')).toBe('echo "#" a#b')
  expect(codeOf('vue', '<!-- 是 -->\n<p>// 不是</p>')).toBe('<p>// 不是</p>')
})
