import { attribute, type HtmlPiece, htmlPieces, layoutTags, lineTags } from '../markdown/html.ts'
import { safe } from '../text/text.ts'
import { followed } from './address.ts'
import type { Inline, Wrapping } from './document.ts'
import type { Open, Sheet } from './sheet.ts'

const wrappingTags = new Map<string, Wrapping>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['summary', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['s', 'deleted'],
  ['del', 'deleted'],
  ['kbd', 'key'],
  ['sub', 'sub'],
  ['sup', 'sup'],
])

/** Adds raw HTML: a few tags as a person would see them, all others as they are written. */
export function addHtml(html: string, page: Sheet): void {
  const pieces = htmlPieces(html)
  if (pieces === undefined) addDim(html, page)
  for (const piece of pieces ?? []) {
    if (piece.kind === 'words') page.text(piece.text)
    else addTag(piece, page)
  }
}

function addTag(tag: Extract<HtmlPiece, { kind: 'tag' }>, page: Sheet): void {
  const { name, attributes, closes, raw } = tag
  if (name === 'br') page.add({ kind: 'break' })
  else if (name === 'img' && !closes) {
    const alt = safe(attribute(attributes, 'alt')).trim()
    page.add({ kind: 'image', src: attribute(attributes, 'src'), alt })
  } else if (!isShown(name)) addDim(raw, page)
  else if (closes) {
    if (page.close(name)) addLine(name, page)
  } else {
    addLine(name, page)
    page.open(name, wrapOf(name, attributes))
  }
}

function addLine(name: string, page: Sheet): void {
  if (lineTags.has(name)) page.add({ kind: 'break' })
}

function addDim(text: string, page: Sheet): void {
  page.add({ kind: 'dim', inlines: [{ kind: 'text', text: safe(text) }] })
}

function isShown(name: string): boolean {
  return layoutTags.has(name) || wrappingTags.has(name) || name === 'code' || name === 'a'
}

function wrapOf(name: string, attributes: string): Open['wrap'] {
  if (name === 'code') return (inlines) => ({ kind: 'code', text: textIn(inlines) })
  if (name === 'a') {
    const url = followed(attribute(attributes, 'href'))
    return url === undefined ? undefined : (inlines) => ({ kind: 'link', url, inlines })
  }
  const kind = wrappingTags.get(name)
  return kind && ((inlines) => ({ kind, inlines }))
}

function textIn(inlines: readonly Inline[]): string {
  return inlines
    .map((one) => ('text' in one ? one.text : 'inlines' in one ? textIn(one.inlines) : ' '))
    .join('')
}
