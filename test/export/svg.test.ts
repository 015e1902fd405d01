import { expect, test } from 'vitest'
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
