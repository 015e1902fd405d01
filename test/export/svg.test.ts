import { describe, expect, test } from 'vitest'
import { cleanSvg } from '../../src/export/svg.ts'

const cleaned = (svg: string) => cleanSvg(svg, 'Noto Sans SC', (text) => text)

test('a drawing loses what runs or reaches out, and gets a font of ours', () => {
  const svg = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>
    <svg onload="x()" xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script>
    <style>@import "http://a.cn/a.css"; text { font-family: Arial; fill: url(http://a.cn) }</style>
    <image xlink:href="file:///etc/passwd"/><image href="data:image/png;base64,AA"/>
    <foreignObject><p>x</p></foreignObject><text font-family='Arial'>图&#x56FE;</text></svg>`
  const clean = cleaned(svg)
  expect(clean).toContain('<svg font-family="Noto Sans SC"')
  expect(clean).toContain('data:image/png')
  expect(clean).toContain('图图')
  expect(clean).not.toMatch(/script|passwd|ENTITY|Arial|@import|http:\/\/a\.cn|foreignObject/)
})

test('what tags of HTML stand in a diagram goes as a whole, and its plain labels stay', () => {
  const svg = `<svg><switch><foreignObject width="9"><div>第一行<br/>第二行<img src="a.png"/></div>
    <foreignObject/></foreignObject><text>第一行</text></switch></svg>`
  expect(cleaned(svg)).toBe(
    '<svg font-family="Noto Sans SC"><switch><text>第一行</text></switch></svg>',
  )
})

test('a mark within an attribute, a comment or character data ends nothing', () => {
  const svg =
    '<svg><!-- <script> > --><path d="a>b"/><style><![CDATA[a>b{fill:url(http://a.cn/x)}]]></style><text>到 x&gt;y</text></svg>'
  expect(cleaned(svg)).toBe(
    '<svg font-family="Noto Sans SC"><path d="a>b"/><style><![CDATA[a>b{fill:}]]></style><text>到 x&gt;y</text></svg>',
  )
})

test('a picture from elsewhere goes with all that is in it, one that the drawing holds stays', () => {
  const inner = '<image href="data:image/png;base64,AA"/>'
  const svg = `<svg><image xlink:href='http://a.cn/a.png'><title>图</title></image>${inner}</svg>`
  expect(cleaned(svg)).toBe(`<svg font-family="Noto Sans SC">${inner}</svg>`)
})

test('words about fonts in a text are no style', () => {
  expect(cleaned('<svg><text style="font-family:Arial">font-family: 见下</text></svg>')).toBe(
    '<svg font-family="Noto Sans SC"><text style="">font-family: 见下</text></svg>',
  )
})

test('a drawing loses its filters, by whatever they are named', () => {
  const svg = `<svg><filter id="f"><feGaussianBlur stdDeviation="1"/><feMerge/></filter>
    <style>.a { filter: blur(1px); fill: red } .b { fi\\lter: url(#f) }</style>
    <g filter="url(#f)" style="filter:blur(1px);fill:red"><text>filter: 见下</text></g></svg>`
  const clean = cleaned(svg)
  expect(clean).toContain('<g  style="fill:red"><text>filter: 见下</text></g>')
  expect(clean?.replace('filter: 见下', '')).not.toMatch(/filter|blur|feMerge/i)
})

test('a drawing within a drawing goes, as nobody looked at it', () => {
  expect(cleaned('<svg><image href="data:image/svg+xml;base64,PHN2Zy8+"/></svg>')).toBe(
    '<svg font-family="Noto Sans SC"></svg>',
  )
})

describe('a drawing is none any more', () => {
  const nested = (depth: number) => `<svg>${'<g>'.repeat(depth)}${'</g>'.repeat(depth)}</svg>`
  const many = (count: number) => `<svg>${'<path d="M0 0"/>'.repeat(count)}</svg>`

  test('where it is nested too deep', () => {
    expect(cleaned(nested(90))).toContain('<g>')
    expect(cleaned(nested(110))).toBeUndefined()
  })

  test('where it has too many elements', () => {
    expect(cleaned(many(10_000))).toContain('<path')
    expect(cleaned(many(20_001))).toBeUndefined()
  })

  test('where too much of it is drawn again', () => {
    const row = (id: string, of: string) =>
      `<g id="${id}">${`<use href="#${of}"/>`.repeat(100)}</g>`
    const two = `${row('b', 'a')}<rect id="a"/>`
    expect(cleaned(`<svg>${two}</svg>`)).toContain('<use')
    expect(cleaned(`<svg>${row('d', 'c')}${row('c', 'b')}${two}</svg>`)).toBeUndefined()
    const pattern = `<pattern id="甲">${'<rect/>'.repeat(500)}</pattern>`
    const filled = `<style>rect { fill: url(#甲) }</style>${'<rect/>'.repeat(500)}`
    expect(cleaned(`<svg>${pattern}${filled}</svg>`)).toBeUndefined()
  })

  test('where it would never end, or leads on for too long', () => {
    expect(
      cleaned('<svg><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>'),
    ).toBeUndefined()
    const links = Array.from(
      { length: 150 },
      (_, i) => `<g id="g${i}"><use href="#g${i + 1}"/></g>`,
    )
    expect(cleaned(`<svg>${links.join('')}</svg>`)).toBeUndefined()
  })

  test('where the pictures in it are too large', () => {
    const png = (side: number) => {
      const head = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0', 'latin1')
      head.writeUInt32BE(side, 16)
      head.writeUInt32BE(side, 20)
      return `<svg><image href="data:image/png;base64,${head.toString('base64')}"/></svg>`
    }
    expect(cleaned(png(1000))).toContain('data:image/png')
    expect(cleaned(png(3000))).toBeUndefined()
  })
})

test.each(['<!--', '<image ', '<script ', '<script>', '<style>', '<a b="', '<a ', '<!DOCTYPE ['])(
  'many times %s is read in one go',
  (part) => {
    expect(cleaned(`<svg>${part.repeat(150_000)}`)).toContain('<svg')
  },
)

test.each(['url(', 'font-family:', 'font-family="', '@import', 'href="'])(
  'so is %s in a style and in a tag',
  (part) => {
    const many = part.repeat(100_000)
    expect(cleaned(`<svg><style>${many}</style><image ${many}${many}"'/></svg>`)).toContain('<svg')
  },
)
