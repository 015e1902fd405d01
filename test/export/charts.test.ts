import { expect, test } from 'vitest'
import { barsSvg, columnsSvg, coursesSvg, squaresSvg } from '../../src/export/charts/svg.ts'
import { cleanSvg } from '../../src/export/svg.ts'

const charts = {
  columns: columnsSvg([0, 3, 9], String, (i) => (i === 0 ? '今天' : undefined)),
  bars: barsSvg([{ name: '网络 <&>', share: 0.5, said: '50%', mark: 0.7 }]),
  squares: squaresSvg([0, 1, 5, 9, 0, 0, 2, 20], (i) => (i === 0 ? '11月' : undefined), ['周一']),
  courses: coursesSvg([{ name: '要点', values: [0.2, 0.8] }]),
}

test.each(Object.entries(charts))('a chart of %s is a drawing that a document takes', (_, svg) => {
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 720 \d+"/)
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  expect(cleanSvg(svg, 'Sans', (text) => text)).toContain('<svg')
})

test('a column is as high as its value, and nothing is drawn for nothing', () => {
  const heights = Array.from(charts.columns.matchAll(/<rect [^>]*height="([\d.]+)"/g), ([, high]) =>
    Number(high),
  )
  expect(heights).toEqual([53.3, 160])
})

test('names are text, whatever they hold', () => {
  expect(charts.bars).toContain('网络 &lt;&amp;&gt;')
})
