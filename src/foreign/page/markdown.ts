import { escaped } from '../../export/markdown-text.ts'
import { type HtmlToken, htmlTokens } from '../../markdown/html.ts'
import { type HtmlElement, type HtmlNode, htmlTree } from '../../markdown/html-tree.ts'
import { mediaAddress } from './media.ts'
import { tableMarkdown } from './table.ts'

/** HTML of a card as Markdown, and the files that it names. */
export type PageMarkdown = { readonly markdown: string; readonly media: readonly string[] }

/** More of one side of a card is not read, in characters. */
const longest = 400_000

type Node = HtmlNode<never>

/**
 * A side of a card as Markdown that says the same: formulas in dollars, sounds as links. What has no
 * Markdown keeps its words.
 */
export function pageMarkdown(html: string): PageMarkdown {
  const media = new Set<string>()
  const pieces: readonly HtmlToken[] = htmlTokens(ready(html.slice(0, longest)), true)
  const blocks = blocksOf(htmlTree<never>(pieces), { media })
  return { markdown: tidied(blocks), media: [...media] }
}

/** What Anki reads itself, before it is HTML, as elements that are read here. */
function ready(html: string): string {
  return html
    .replace(
      /\[sound:([^\]\r\n]{1,300})\]/g,
      (_, name: string) => `<a href="${attribute(name)}">${name}</a>`,
    )
    .replace(/\\\(([\s\S]{1,4000}?)\\\)/g, (_, tex: string) => `<tex>${tex}</tex>`)
    .replace(/\\\[([\s\S]{1,4000}?)\\\]/g, (_, tex: string) => `<tex-block>${tex}</tex-block>`)
    .replace(/\[\$\]([\s\S]{1,4000}?)\[\/\$\]/g, (_, tex: string) => `<tex>${tex}</tex>`)
    .replace(
      /\[\$\$\]([\s\S]{1,4000}?)\[\/\$\$\]/g,
      (_, tex: string) => `<tex-block>${tex}</tex-block>`,
    )
    .replace(/<(\/?)anki-mathjax\b[^>]*block[^>]*>/gi, '<$1tex-block>')
    .replace(/<(\/?)anki-mathjax\b[^>]*>/gi, '<$1tex>')
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

type Found = { readonly media: Set<string> }

const blockNames = new Set(
  'address article blockquote center dd details div dl dt figure figcaption footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tex-block th thead tr ul'.split(
    ' ',
  ),
)

/** Markdown of nodes, blocks apart by blank lines. */
function blocksOf(nodes: readonly Node[], found: Found): string {
  const blocks: string[] = []
  let line = ''
  const flush = () => {
    const text = linesOf(line)
    if (text !== '') blocks.push(text)
    line = ''
  }
  for (const node of nodes) {
    if (node.kind === 'element' && isBlock(node)) {
      flush()
      const block = blockOf(node, found)
      if (block.trim() !== '') blocks.push(block)
    } else line += inlineOf(node, found)
  }
  flush()
  return blocks.join('\n\n')
}

function isBlock(node: Node): boolean {
  return node.kind === 'element' && (blockNames.has(node.name) || node.children.some(isBlock))
}

function blockOf(element: HtmlElement<never>, found: Found): string {
  const { name, children } = element
  if (name === 'hr') return '---'
  if (name === 'pre') return fenced(wordsOf(children))
  if (name === 'tex-block') return `$$\n${wordsOf(children).trim()}\n$$`
  if (name === 'table') return tableMarkdown(element, (cell) => blocksOf(cell, found))
  if (name === 'ul' || name === 'ol') return listOf(element, found)
  const inner = blocksOf(children, found)
  if (name === 'blockquote') return inner.replace(/^/gm, '> ').replace(/[ \t]+$/gm, '')
  if (/^(?:h[1-6]|summary|dt)$/.test(name) && inner !== '' && !inner.includes('\n'))
    return `**${inner}**`
  return inner
}

function listOf({ name, children }: HtmlElement<never>, found: Found): string {
  const items = children.filter((node) => node.kind === 'element')
  return items
    .map((item, i) => {
      const mark = name === 'ol' ? `${i + 1}. ` : '- '
      const isItem = item.kind === 'element' && item.name === 'li'
      const inner = blocksOf(isItem ? item.children : [item], found)
      return mark + inner.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)
    })
    .join('\n')
}

const wrapping: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  s: '~~',
  del: '~~',
  strike: '~~',
  mark: '==',
}

function inlineOf(node: Node, found: Found): string {
  if (node.kind === 'leaf') return ''
  if (node.kind === 'words') return escaped(node.text.replace(/[\s\u00a0]+/g, ' '))
  const { name, children } = node
  if (name === 'br') return '\n'
  if (name === 'img') return pictureOf(node, found)
  if (name === 'tex') return `$${wordsOf(children).trim()}$`
  if (name === 'code' || name === 'tt' || name === 'kbd') return coded(wordsOf(children))
  const inner = children.map((child) => inlineOf(child, found)).join('')
  if (name === 'a') return linkOf(node, inner, found)
  if (name === 'sub' || name === 'sup') return `<${name}>${inner}</${name}>`
  const mark = wrapping[name]
  if (mark === undefined || inner.trim() === '' || inner.includes('\n')) return inner
  const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(inner) ?? []
  return `${before}${mark}${text}${mark}${after}`
}

/** The value of an attribute; empty if it has none. */
function attributeOf({ attributes }: HtmlElement<never>, name: string): string {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
  const value =
    pattern
      .exec(attributes)
      ?.slice(1)
      .find((one) => one !== undefined) ?? ''
  const [decoded] = htmlTokens(value.replaceAll('<', '&lt;'), false)
  return decoded?.kind === 'words' ? decoded.text : ''
}

function pictureOf(element: HtmlElement<never>, found: Found): string {
  const source = attributeOf(element, 'src').trim()
  if (source === '') return ''
  const alt = escaped(attributeOf(element, 'alt').replace(/\s+/g, ' '))
  return `![${alt}](${addressOf(source, found)})`
}

function linkOf(element: HtmlElement<never>, inner: string, found: Found): string {
  const href = attributeOf(element, 'href').trim()
  const isSafe =
    href !== '' && (!/^[a-z][\w+.-]*:/i.test(href) || /^(?:https?|mailto):/i.test(href))
  if (!isSafe || inner.trim() === '' || href.startsWith('#')) return inner
  return `[${inner.trim()}](${addressOf(href, found)})`
}

/** An address as Markdown has it; that of a file of the person's is noted. */
function addressOf(source: string, { media }: Found): string {
  const isFar = /^(?:https?|mailto):/i.test(source)
  if (isFar)
    return source.replace(/[\s()<>]/g, (one) => encodeURIComponent(one).replace(/[()]/g, '\\$&'))
  const name = unescaped(source)
  media.add(name)
  return mediaAddress(name)
}

function unescaped(source: string): string {
  try {
    return decodeURIComponent(source)
  } catch {
    return source
  }
}

function coded(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.trim() === '') return line
  const longestRun = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longestRun + 1)
  const space = /^`|`$/.test(line) ? ' ' : ''
  return `${fence}${space}${line}${space}${fence}`
}

function fenced(text: string): string {
  const longestRun = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longestRun + 1)
  return `${fence}\n${text.replace(/^\n|\n$/g, '')}\n${fence}`
}

/** The words of nodes, as they are, lines kept. */
function wordsOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'leaf') return ''
      if (node.kind === 'words') return node.text.replaceAll('\u00a0', ' ')
      const inner = wordsOf(node.children)
      return node.name === 'br' ? '\n' : /^(?:div|p)$/.test(node.name) ? `${inner}\n` : inner
    })
    .join('')
}

/** Lines of a paragraph, none of which begins anything. */
function linesOf(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
    .replace(/\n{2,}/g, '\n\n')
    .replace(/^(?:[-+=](?=\s|[-+=]|$)|#)/gm, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2')
}

function tidied(markdown: string): string {
  return markdown.replace(/\n{3,}/g, '\n\n').trim()
}
