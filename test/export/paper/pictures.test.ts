import { describe, expect, test } from 'vitest'
import type { NamedPicture } from '../../../src/export/named-pictures.ts'
import type { Engine } from '../../../src/export/paper/engine.ts'
import { glyphsOf } from '../../../src/export/paper/glyphs.ts'
import { paperPictures } from '../../../src/export/paper/pictures.ts'
import { weightOf } from '../../../src/export/picture.ts'
import { zh } from '../../../src/i18n/zh/zh.ts'

const font = { has: () => true }
const source = { library: '/题库', file: '一.md', line: 1, endLine: 2 }

/** As much of a picture as is looked at before an engine sees it. */
function png(side: number, mark = side, colours = 2): NamedPicture['found'] {
  const bytes = Buffer.alloc(40)
  bytes[24] = 8
  bytes[25] = colours
  bytes.writeUInt32BE(mark, 30)
  return { head: { kind: 'png', width: side, height: side }, bytes }
}

function svg(text: string): NamedPicture['found'] {
  return { head: { kind: 'svg', width: 9, height: 9 }, bytes: Buffer.from(text) }
}

async function shown(pictures: readonly NamedPicture['found'][]) {
  const names: string[] = []
  const engine: Engine = {
    families: async () => [],
    tried: async (name) => names.push(name) > 0,
    set: async () => ({ reason: '' }),
  }
  const glyphs = glyphsOf({ sans: font, mono: font, emoji: font, own: [] })
  const named = pictures.map((found, i): [string, NamedPicture] => {
    return [`${i}`, { source, src: `${i}.png`, found }]
  })
  const means = { engine, glyphs, family: 'x', say: zh }
  const { warnings } = await paperPictures(new Map(named), means)
  return { names, warnings }
}

describe('the pictures of a document', () => {
  test('are bounded all together: the smaller ones stay, the others are named', async () => {
    const { names, warnings } = await shown([png(7001), png(6998), png(7000), png(6999), png(900)])
    expect(names).toEqual(['picture-1.png', 'picture-2.png', 'picture-3.png'])
    expect(warnings).toEqual([
      { code: 'picture-left-out', file: '一.md', src: '0.png', reason: 'many' },
      { code: 'picture-left-out', file: '一.md', src: '2.png', reason: 'many' },
    ])
  })

  test('一百张四千九百万像素的图，引擎只见得到放得下的', async () => {
    const { names, warnings } = await shown(Array.from({ length: 100 }, (_, i) => png(7000, i)))
    expect(names).toHaveLength(2)
    expect(warnings).toHaveLength(98)
  })

  test('are one where they are the same', async () => {
    const { names, warnings } = await shown(Array.from({ length: 30 }, () => png(7000)))
    expect(names).toEqual(['picture-1.png'])
    expect(warnings).toEqual([])
  })

  test('are no drawings that an engine should not see', async () => {
    const { names, warnings } = await shown([svg(`<svg>${'<g>'.repeat(200)}`), svg('<svg/>')])
    expect(names).toEqual(['picture-2.svg'])
    expect(warnings).toMatchObject([{ src: '0.png', reason: 'large' }])
  })
})

test('a picture weighs by what an engine keeps of each of its pixels', () => {
  const weight = (found: NamedPicture['found']) =>
    typeof found === 'string' ? 0 : weightOf(found) - found.bytes.length * 4
  expect([0, 2, 4, 6].map((colours) => weight(png(10, 10, colours)))).toEqual([200, 600, 400, 800])
})
