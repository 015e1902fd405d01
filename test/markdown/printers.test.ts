import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksHtml, escapeHtml, type HtmlText } from '../../src/export/html/blocks.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { documentOf } from '../../src/markdown/blocks.ts'
import { formulaSpeller } from '../../src/markdown/formula/line.ts'
import type { Look } from '../../src/view/look.ts'
import { loadMarkdown } from '../../src/view/markdown/markdown.ts'
import { paint } from '../../src/view/paint.ts'
import { plainLook } from '../support/look.ts'

// so wide that no line of code is cut and no table taken apart; where colours are, no mark stands
// for one, and where links are, no address stands in words
const look: Look = { ...plainLook, columns: 10_000, paint: paint(1), links: true }
const spelled = await formulaSpeller(true)
const means: HtmlText = {
  cut: (code) => [{ text: code, meaning: undefined }],
  picture: (_, alt) => ({ instead: zh.show.picture(alt) }),
  drawing: zh.show.drawing,
  formula: (tex, isBlock) => {
    const said = spelled(tex, isBlock)
    return said && plainDigits(escapeHtml(said))
  },
  ticked: ['', ''],
  table: '',
  boxes: zh.boxes,
  level: 1,
  name: 'page',
  noCode: undefined,
}

/** What is said, without white space, what is drawn around it, and the signs of raised digits. */
function bare(text: string): string {
  return text.replace(/[\s•◦▪│─┼▾^_]/g, '')
}

function plainDigits(text: string): string {
  return text.replace(/[⁰¹²³⁴-⁹₀-₉]/g, (digit) => digit.normalize('NFKC'))
}

async function saidOnScreen(markdown: string): Promise<string> {
  const print = await loadMarkdown(markdown, look)
  const page = print(look).join('\n')
  const text = page.replace(/\x1b\[\d+m|\x1b\]8;;[!-~]*\x1b\\/g, '')
  return plainDigits(bare(text))
}

function saidInHtml(markdown: string): string {
  const html = blocksHtml(documentOf(markdown) ?? [], means)
  // the numbers of the lists that are open, as a browser counts them; none where it draws dots
  const counts: { next: number; style: (number: number) => string }[] = []
  const text = html
    .replace(/<span role="img" aria-label="">(.)<\/span>/g, (_, box) =>
      box === '☑' ? '[x]' : '[]',
    )
    .replace(/<sup><a href="#[^"]*">(\d+)<\/a><\/sup>/g, '[$1]')
    .replace(/<(\/?)(\w+)([^>]*)>/g, (_, closes: string, name: string, rest: string) => {
      if (name === 'kbd') return closes === '' ? '[' : ']'
      if (/^[ou]l$/.test(name) && closes !== '') counts.pop()
      else if (name === 'ul') counts.push({ next: 0, style: () => '' })
      else if (name === 'ol') {
        const style = rest.includes('footnotes') ? (n: number) => `[${n}]` : (n: number) => `${n}.`
        counts.push({ next: Number(/start="(\d+)"/.exec(rest)?.[1] ?? 1), style })
      }
      const count = counts.at(-1)
      return name === 'li' && closes === '' && count ? count.style(count.next++) : ''
    })
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'" }
  return bare(text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => entities[name] ?? '&'))
}

/** Markdown, and the words that were put into it. */
type Said = { readonly markdown: string; readonly words: readonly string[] }

function joined(parts: readonly Said[], between: string): Said {
  return {
    markdown: parts.map(({ markdown }) => markdown).join(between),
    words: parts.flatMap(({ words }) => words),
  }
}

function within(inner: fc.Arbitrary<Said>, ways: readonly ((text: string) => string)[]) {
  return fc
    .tuple(inner, fc.constantFrom(...ways))
    .map(([{ markdown, words }, way]): Said => ({ markdown: way(markdown), words }))
}

const word = fc
  .tuple(
    fc.constantFrom('缓存', '击穿', '闭包', '进程，', '（注）', 'cache', 'thread', 'Promise.all'),
    fc.nat(999),
  )
  .map(([name, number]): Said => ({ markdown: `${name}${number}`, words: [`${name}${number}`] }))

const sign: fc.Arbitrary<Said> = fc
  .constantFrom(
    ...['https://example.com/abc', '<https://a.b/路>', 'me@a.b', '$a_1*b*c$', '$5', 'a<b && c>d'],
    ...['![图](a.png)', '<img src="b.png">', '[^1]', '[^2]', '<br>', '1~3', '&lt;', '<u>', '\\*'],
  )
  .map((markdown) => ({ markdown, words: [] }))

const styled = within(word, [
  ...['**', '*', '__', '~~', '`', '``'].map((mark) => (text: string) => mark + text + mark),
  ...['b', 'strong', 'i', 'em', 's', 'del', 'kbd', 'code', 'sub', 'sup', 'span', 'mark'].map(
    (tag) => (text: string) => `<${tag}>${text}</${tag}>`,
  ),
  (text) => `[${text}](https://a.b/c)`,
  (text) => `**[${text}](https://a.b "title")**`,
  (text) => `<a href="https://a.b/c">${text}</a>`,
  (text) => `![${text}](a.png)`,
  (text) => `[${text}`,
])

const line = fc
  .tuple(
    fc.array(fc.oneof(word, styled, sign), { minLength: 1, maxLength: 5 }),
    fc.constantFrom('', ' '),
  )
  .map(([parts, between]) => joined(parts, between))

const lines = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '  \n'))
  .map(([parts, between]) => joined(parts, between))

const table = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.array(line, { minLength: 3, maxLength: 9 }))
  .map(([columns, cells]): Said => {
    const rows = Array.from({ length: Math.floor(cells.length / columns) }, (_, i) =>
      cells.slice(i * columns, (i + 1) * columns),
    )
    const [head = '', ...rest] = rows.map((row) => `| ${joined(row, ' | ').markdown} |`)
    const markdown = [head, `|${'-|'.repeat(columns)}`, ...rest].join('\n')
    // cells of several lines stand beside each other on the screen
    return {
      markdown: markdown.replaceAll('<br>', ' '),
      words: rows.flat().flatMap(({ words }) => words),
    }
  })

function indented(mark: string) {
  return (text: string) => mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`)
}

const { page } = fc.letrec<{ block: Said; page: Said }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    lines,
    table,
    within(line, [
      ...['# ', '### ', '***\n', '[^1]: 注\n\n'].map((mark) => (text: string) => mark + text),
      (text) => `<div align="center">\n${text}\n</div>`,
      (text) => `<p>${text}</p>`,
      (text) => `${text}\n===`,
    ]),
    within(word, [
      (text) => `[^${text}]: ${text}`,
      (text) => `\`\`\`js\n\n  f(${text}) // a_1*b*c\n\`\`\``,
      (text) => `    <b>${text}</b>`,
      (text) => `$$\na_1*b*c + ${text} \\\\\n$$`,
      (text) => `$$ a_1*b*c*${text} $$`,
    ]),
    within(tie('page'), [
      ...['- ', '* ', '1. ', '7) ', '- [x] ', '- [ ] ', '> '].map(indented),
      (text) => `> ${text.replaceAll('\n', '\n> ')}`,
      (text) => `<details>\n<summary>展开</summary>\n\n${text}\n\n</details>`,
    ]),
  ),
  page: fc
    .tuple(fc.array(tie('block'), { minLength: 1, maxLength: 4 }), fc.constantFrom('\n\n', '\n'))
    .map(([parts, between]) => joined(parts, between)),
}))

test('what the screen says is what HTML says, and nothing that was written is lost', async () => {
  await fc.assert(
    fc.asyncProperty(page, async ({ markdown, words }) => {
      const said = await saidOnScreen(markdown)
      expect(said).toBe(saidInHtml(markdown))
      expect(words.filter((word) => !said.includes(bare(word)))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('screen and HTML agree on what no one would write', async () => {
  const usual = [
    ...[
      '# ',
      '- ',
      '1. ',
      '> ',
      '\n',
      '\n\n',
      '  ',
      '    ',
      '\t',
      '- [x] ',
      '```js\n',
      '函数 closure',
    ],
    ...'``` --- ** _ ~~ ` [ ![ <https:// > $ $$ \\ * <b> </b> <kbd> </kbd> <sup> </sup> <u>'.split(
      ' ',
    ),
    ...'<code> </code> <!-- --> [^1] [^1]: https://a.b 闭包， （注） 👨‍👩‍👧 &#27; <span> <a'.split(
      ' ',
    ),
  ]
  // cells of several lines stand beside each other on the screen
  const tables = ['|', '| a | b |\n|-|-|\n']
  const breaks = '<br> </br> <p> </p> <details> </details> <summary> </summary>'.split(' ')
  const soup = fc
    .constantFrom(tables, breaks)
    .chain((some) => fc.array(fc.constantFrom(...usual, ...some), { maxLength: 40 }))
    .map((all) => all.join(''))
  await fc.assert(
    fc.asyncProperty(soup, async (markdown) => {
      expect(await saidOnScreen(markdown)).toBe(saidInHtml(markdown))
    }),
    { numRuns: 500 },
  )
})
