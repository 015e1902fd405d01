import type { PhrasingContent } from 'mdast'
import type { Parsed } from '../markdown/parse.ts'
import { safe } from '../text/text.ts'
import { followed, isAddress } from './address.ts'
import type { Inline, Wrapping } from './document.ts'
import { addHtml } from './inline-html.ts'
import { tidied } from './join-lines.ts'
import { type Open, type Sheet, sheet } from './sheet.ts'

/** Where the references of a page lead. */
export type References = {
  readonly definitions: Parsed['definitions']
  /** The numbers of its footnotes. */
  readonly notes: ReadonlyMap<string, number>
}

/** A stretch of Markdown as inlines: raw HTML as the screen shows it, lines joined. */
export function inlinesOf(nodes: readonly PhrasingContent[], references: References): Inline[] {
  const page = sheet()
  addNodes(nodes, page, references)
  return tidied(page.all())
}

/** A block of HTML, likewise. */
export function inlinesOfHtml(html: string, references: References): Inline[] {
  return inlinesOf([{ type: 'html', value: html }], references)
}

function addNodes(nodes: readonly PhrasingContent[], page: Sheet, to: References): void {
  const depth = page.depth()
  for (const node of nodes) addNode(node, page, to)
  page.closeTo(depth)
}

function addNode(node: PhrasingContent, page: Sheet, to: References): void {
  switch (node.type) {
    case 'text':
      addText(node.value, page)
      break
    case 'html':
      addHtml(node.value, page)
      break
    case 'inlineCode':
      page.add({ kind: 'code', text: safe(node.value.replaceAll('\n', ' ')) })
      break
    case 'emphasis':
    case 'strong':
      addWrapped(node.type, node.children, page, to)
      break
    case 'delete':
      addWrapped('deleted', node.children, page, to)
      break
    case 'break':
      page.add({ kind: 'break' })
      break
    case 'link':
      addLink(node.children, node.url, page, to)
      break
    case 'linkReference':
      addLink(node.children, to.definitions.get(node.identifier)?.url ?? '', page, to)
      break
    case 'image':
      page.add({ kind: 'image', src: node.url, alt: safe(node.alt ?? '').trim() })
      break
    case 'imageReference': {
      const src = to.definitions.get(node.identifier)?.url ?? ''
      page.add({ kind: 'image', src, alt: safe(node.alt ?? '').trim() })
      break
    }
    case 'footnoteReference': {
      const number = to.notes.get(node.identifier)
      if (number === undefined) page.text(`[${node.identifier}]`)
      else page.add({ kind: 'note', number })
    }
  }
}

function addWrapped(
  kind: Wrapping,
  nodes: readonly PhrasingContent[],
  page: Sheet,
  to: References,
): void {
  const depth = page.depth()
  page.open(undefined, (inlines) => ({ kind, inlines }))
  addNodes(nodes, page, to)
  page.closeTo(depth)
}

// Sums of money are written with one sign too: a formula is what has the marks of one.
const formula = /\$\$?((?=[^$\n]*[\\^_{}=])(?!\s)[^$\n]{1,500}?(?<!\s))\$\$?(?!\d)/

function addText(text: string, page: Sheet): void {
  text.split(formula).forEach((part, i) => {
    if (i % 2 === 1) page.add({ kind: 'code', text: safe(part) })
    else page.text(part)
  })
}

function addLink(
  nodes: readonly PhrasingContent[],
  url: string,
  page: Sheet,
  to: References,
): void {
  const [only] = nodes
  if (nodes.length === 1 && only?.type === 'text' && isAddress(only.value, url)) {
    addAddress(only.value, url, page)
    return
  }
  const depth = page.depth()
  const target = followed(url)
  page.open(undefined, wrapOf(target))
  addNodes(nodes, page, to)
  page.closeTo(depth)
}

function wrapOf(url: string | undefined): Open['wrap'] {
  return url === undefined ? undefined : (inlines) => ({ kind: 'link', url, inlines })
}

// A bare address runs on into the Chinese sentence behind it.
function addAddress(text: string, url: string, page: Sheet): void {
  const at = text.search(/(?<=.)[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uff65]/)
  const end = at < 0 ? text.length : at
  const target = followed(url.slice(0, url.length - text.length + end))
  const inlines: Inline[] = [{ kind: 'text', text: safe(text.slice(0, end)) }]
  if (target) page.add({ kind: 'link', url: target, inlines })
  else page.text(text.slice(0, end))
  page.text(text.slice(end))
}

/** Text that is no Markdown, its lines kept. */
export function inlinesAsWritten(text: string): Inline[] {
  const lines = safe(text).split('\n')
  return lines.flatMap((line, i): Inline[] => [
    ...(i > 0 ? [{ kind: 'break' } as const] : []),
    ...(line === '' ? [] : [{ kind: 'text', text: line } as const]),
  ])
}
