import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { partsIn, type WrittenParts, type WrittenPoint } from '../support/card-parts.ts'

const content = join(import.meta.dirname, '../../content')
const banks = (['zh', 'en'] as const).map((language) => ({ language, cards: cardsOf(language) }))

/** How long the answer of a follow-up is: characters or words. */
const bounds = { zh: [60, 220], en: [35, 110] } as const
const kinds = { also: [2, 4], not: [1, 2], any: [2, 12] } as const

function cardsOf(language: 'zh' | 'en'): readonly WrittenParts[] {
  const folder = join(content, language)
  const names = readdirSync(folder).sort()
  return names.flatMap((name) => partsIn(readFileSync(join(folder, name), 'utf8')))
}

function sizeOf(text: string, language: 'zh' | 'en'): number {
  return language === 'zh' ? [...text.replace(/\s/g, '')].length : text.split(/\s+/).length
}

/** A wording as it is compared: letters and digits alone. */
function keyOf(wording: string): string {
  return wording
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** What is wrong with the comments of a point. */
function faultsOf({ text, ways }: WrittenPoint): readonly string[] {
  const named = ways.map(([kind]) => kind)
  const strange = ways.filter(([kind, wordings]) => {
    const [least, most] = kind in kinds ? kinds[kind as keyof typeof kinds] : [1, 0]
    const whole = wordings.every((one) => one.trim() === one && one !== '' && !/\||--/.test(one))
    return !whole || wordings.length < least || wordings.length > most
  })
  const once = new Set(named).size === named.length && named.includes('also')
  const open = /<!--|-->|\n/.test(text)
  return strange.length > 0 || !once || open ? [`${text}: ${JSON.stringify(ways)}`] : []
}

/** The wordings of a card that stand in it twice, as points or as ways of saying one. */
function twiceIn({ id, points }: WrittenParts): readonly string[] {
  const said = points.flatMap(({ text, ways }) => [text, ...ways.flatMap(([, all]) => all)])
  const keys = said.map(keyOf)
  return said.filter((_, i) => keys.indexOf(keys[i] ?? '') < i).map((one) => `${id}: ${one}`)
}

describe.each(banks)('the bundled bank ($language)', ({ language, cards }) => {
  test('answers each follow-up in one paragraph that is neither too short nor too long', () => {
    const wrong = cards.flatMap(({ id, followUps }) =>
      followUps
        .filter(({ answer }) => {
          const [least, most] = bounds[language]
          const size = sizeOf(answer.join(' '), language)
          return answer.length !== 1 || size < least || size > most
        })
        .map(({ question, answer }) => `${id}: ${question} ${sizeOf(answer.join(' '), language)}`),
    )
    expect(wrong).toEqual([])
  })

  test('sets the answer of a follow-up as plain indented prose', () => {
    const paragraph = /^ {2}\S.*$/
    const answers = cards.flatMap(({ followUps }) => followUps.flatMap(({ answer }) => answer))
    const block = /^\s*(?:[-*+>#|]|\d+[.)])\s|```/
    expect(answers.filter((one) => !paragraph.test(one) || block.test(one))).toEqual([])
  })

  test('gives each key point two to four ways of saying it', () => {
    const wrong = cards.flatMap(({ id, points }) =>
      points.flatMap(faultsOf).map((fault) => `${id}: ${fault}`),
    )
    expect(wrong).toEqual([])
  })

  test('gives no wording twice in a card', () => {
    expect(cards.flatMap(twiceIn)).toEqual([])
  })
})

test('两种语言的卡片、要点和追问一样多，也都读到了', () => {
  const [zh, en] = banks.map(({ cards }) =>
    cards.map(({ id, points, followUps }) => [id, points.length, followUps.length]),
  )
  expect(en).toEqual(zh)
  expect(zh?.length).toBeGreaterThanOrEqual(160)
  const few = zh?.filter(([id, points, followUps]) => id === '' || points === 0 || followUps === 0)
  expect(few).toEqual([])
})

test('what is written beside a point is read to the letter', () => {
  const card = (point: string) =>
    `## 题\n\n<!-- id: a -->\n\n### 要点\n\n- ${point}\n\n### 追问\n\n- 呢？\n`
  const [parts] = partsIn(card('点 <!-- also: 甲 | 乙 --> <!-- not: 丙 -->'))
  expect(parts).toEqual({
    id: 'a',
    points: [
      {
        text: '点',
        ways: [
          ['also', ['甲', '乙']],
          ['not', ['丙']],
        ],
      },
    ],
    followUps: [{ question: '呢？', answer: [] }],
  })
  expect(parts?.points.flatMap(faultsOf)).toEqual([])
  for (const wrong of [
    '点',
    '点 <!-- also: 甲 -->',
    '点 <!-- also: 甲 |乙 -->',
    '点 <!-- or: 甲 | 乙 -->',
  ]) {
    expect(partsIn(card(wrong)).flatMap(({ points }) => points.flatMap(faultsOf))).toHaveLength(1)
  }
  expect(partsIn(card('点 <!-- also: 甲 | 点。 -->')).flatMap(twiceIn)).toEqual(['a: 点。'])
})
