import { describe, expect, test } from 'vitest'
import type { Booklet } from '../../../src/export/booklet.ts'
import type { Engine } from '../../../src/export/paper/engine.ts'
import { fitted } from '../../../src/export/paper/fit.ts'
import { glyphsOf } from '../../../src/export/paper/glyphs.ts'
import { type Layout, paperLook, usualOptions } from '../../../src/export/paper/look.ts'
import { readEntry } from '../../../src/export/read-entry.ts'
import { zh } from '../../../src/i18n/zh/zh.ts'
import { codeCutter } from '../../../src/markdown/code.ts'
import { bookletOf } from '../../support/booklet.ts'

const font = { has: () => true }
const bytes = new Uint8Array()

/** What is told of the data of a document. */
type Told = {
  readonly more: string
  readonly topics: readonly {
    readonly entries: readonly {
      readonly answer: unknown
      readonly title: unknown
      readonly n: number
    }[]
  }[]
}

/** So many questions, each with an answer in bold. */
function questions(count: number): Booklet {
  const cards = Array.from(
    { length: count },
    (_, i) => `## 第 ${i + 1} 问是什么？\n\n**${i + 1} 号**`,
  )
  return bookletOf(`# 缓存\n\n${cards.join('\n\n')}\n`)
}

/** Sets pages of ten cards each, or does what `make` says; tells what it was asked to set. */
function engineOf(make: (told: Told) => ReturnType<Engine['set']> | undefined = () => undefined) {
  const asked: number[] = []
  const engine: Engine = {
    families: async () => [],
    tried: async () => true,
    set: async (_, data) => {
      const told = JSON.parse(data) as Told
      const count = told.topics.flatMap(({ entries }) => entries).length
      asked.push(count)
      return (await make(told)) ?? { bytes, pages: Math.ceil(count / 10) }
    },
  }
  return { asked, engine }
}

async function laidOut(booklet: Booklet, engine: Engine, layout: Layout = 'notes') {
  const entries = booklet.entries.map(readEntry)
  const making = {
    say: zh,
    look: paperLook(usualOptions(layout)),
    glyphs: glyphsOf({ sans: font, mono: font, emoji: font, own: [] }),
    cut: await codeCutter(new Set()),
    math: () => undefined,
    picture: () => '',
    code: true,
    sans: [],
    mono: [],
    version: '0.1.0',
    left: 0,
  }
  return fitted({ booklet, entries, making, engine })
}

/** Whether an answer is bold, and not the stars that say so. */
const hasBold = (answer: unknown) => !JSON.stringify(answer).includes('**')

describe('what fits on paper', () => {
  test('一份讲义有多少题就印多少页，只排一次', async () => {
    const { asked, engine } = engineOf()
    expect(await laidOut(questions(45), engine)).toEqual({ bytes, pages: 5, warnings: [] })
    expect(asked).toEqual([45])
  })

  test('摘要印满两页，其余的数出来', async () => {
    const { asked, engine } = engineOf()
    const made = await laidOut(questions(45), engine, 'summary')
    expect(made).toEqual({ bytes, pages: 2, warnings: [{ code: 'cut-to-two-pages', left: 25 }] })
    expect(asked.length).toBeLessThan(8)
  })

  test('两页由所有主题分着用，最弱的题先印，次序照旧', async () => {
    const text = (topic: string) =>
      Array.from({ length: 20 }, (_, i) => `## ${topic}${i} 是什么？\n\n答`).join('\n\n')
    const booklet = bookletOf(`# 缓存\n\n${text('缓')}\n\n# 网络\n\n${text('网')}\n`)
    const entries = booklet.entries.map((entry, i) => ({
      ...entry,
      recall: i === 19 || i === 25 ? 0.2 : i % 2 === 0 ? 0.9 : undefined,
    }))
    const titles: string[][] = []
    const { engine } = engineOf((told) => {
      const shown = told.topics.flatMap((topic) => topic.entries)
      if (shown.length <= 20) titles.push(shown.map(({ title }) => JSON.stringify(title)))
      return undefined
    })
    await laidOut({ ...booklet, entries }, engine, 'summary')
    const last = titles.at(-1) ?? []
    expect(last).toHaveLength(20)
    expect(last.filter((title) => title.includes('缓'))).toHaveLength(10)
    expect(last.join()).toMatch(/缓19.*网5/)
  })

  test('a summary that fits is whole, and says nothing of it', async () => {
    const { engine } = engineOf()
    const made = await laidOut(questions(20), engine, 'summary')
    expect(made).toEqual({ bytes, pages: 2, warnings: [] })
  })

  test('one card of a summary is shown, however long', async () => {
    const { engine } = engineOf(async () => ({ bytes, pages: 7 }))
    expect(await laidOut(questions(1), engine, 'summary')).toMatchObject({ pages: 7, warnings: [] })
    const made = await laidOut(questions(9), engine, 'summary')
    expect(made.warnings).toEqual([{ code: 'cut-to-two-pages', left: 8 }])
  })
})

describe('what cannot be laid out', () => {
  test('排不出来的题目照原文印，并且说出来', async () => {
    const { engine } = engineOf(async ({ topics }) => {
      const all = topics.flatMap(({ entries }) => entries)
      const fails = all.some(
        ({ answer }) => JSON.stringify(answer).includes('"7 号') && hasBold(answer),
      )
      return fails ? { reason: 'panic' } : { bytes, pages: 1 }
    })
    const { warnings } = await laidOut(questions(12), engine)
    expect(warnings).toEqual([{ code: 'card-as-written', file: 'a.md', line: 27 }])
  })

  test.each(['timeout', 'memory', 'SIGSEGV'])(
    'one card over which the engine ends by %s is named, and the rest is printed',
    async (reason) => {
      const { engine } = engineOf(async ({ topics }) => {
        const all = topics.flatMap(({ entries }) => entries)
        const fails = all.some(
          ({ answer }) => JSON.stringify(answer).includes('"30 号') && hasBold(answer),
        )
        return fails ? { reason } : { bytes, pages: all.length / 10 }
      })
      const { pages, warnings } = await laidOut(questions(40), engine)
      expect(warnings).toEqual([{ code: 'card-as-written', file: 'a.md', line: 119 }])
      expect(pages).toBe(4)
    },
  )

  test.each(['timeout', 'memory'])(
    'a document of which all ends by %s is not tried for ever',
    async (reason) => {
      const { asked, engine } = engineOf(async () => ({ reason }))
      const fault = { code: 'typesetting-failed', reason }
      await expect(laidOut(questions(100), engine)).rejects.toMatchObject({ fault })
      expect(asked.length).toBeLessThan(20)
    },
  )

  test('a document of which every card fails is a fault', async () => {
    const { engine } = engineOf(async () => ({ reason: 'panic' }))
    const fault = { code: 'typesetting-failed', reason: 'panic' }
    await expect(laidOut(questions(40), engine)).rejects.toMatchObject({ fault })
  })
})
