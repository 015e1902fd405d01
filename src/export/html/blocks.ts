import type { Cutter } from '../../markdown/code.ts'
import { type CalloutName, toneOf } from '../../markdown/dialects/callout-names.ts'
import type { Block, Inline, Item } from '../../markdown/document.ts'
import { oneLine, safe } from '../../text/text.ts'

/** What the HTML of a text depends on besides the text. */
export type HtmlText = {
  readonly cut: Cutter
  readonly picture: (src: string, alt: string) => HtmlPicture
  /** The words read aloud for a box that is ticked, or not. */
  readonly ticked: readonly [no: string, yes: string]
  /** What stands above a box without a title. */
  readonly boxes: Readonly<Record<CalloutName, string>>
  /** What stands above the source of a drawing. */
  readonly drawing: (name: string) => string
  /** A formula as a page shows it; undefined if it can only be shown as it is written. */
  readonly formula: (tex: string, isBlock: boolean) => string | undefined
  /** What a table is called that may have to be scrolled. */
  readonly table: string
  /** The level of its highest heading. */
  readonly level: number
  /** Unique in the document, for the names of its footnotes. */
  readonly name: string
  /** What stands in the place of code, if it is left out. */
  readonly noCode: string | undefined
}

/** Where a picture is to be had, or the words that stand in its place. */
export type HtmlPicture =
  | { readonly source: string; readonly alt: string }
  | { readonly instead: string }

/** Blocks as HTML. Of a note nothing comes through but text: every tag and attribute is ours. */
export function blocksHtml(blocks: readonly Block[], text: HtmlText): string {
  return blocks.map((block) => blockHtml(block, text)).join('\n')
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return safe(text).replace(/[&<>"']/g, (mark) => entities[mark] ?? mark)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function blockHtml(block: Block, text: HtmlText): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlinesHtml(block.inlines, text)}</p>`
    case 'heading': {
      const level = Math.min(6, text.level + block.level - 1)
      return `<h${level}>${inlinesHtml(block.inlines, text)}</h${level}>`
    }
    case 'code':
      return codeHtml(block.text, block.language, text)
    case 'formula':
      return text.formula(block.tex, true) ?? codeHtml(block.source, undefined, text)
    case 'drawing':
      return drawingHtml(block, text)
    case 'quote':
      return `<blockquote>${blocksHtml(block.blocks, text)}</blockquote>`
    case 'callout':
      return calloutHtml(block, text)
    case 'list':
      return listHtml(block, text)
    case 'table':
      return tableHtml(block, text)
    case 'rule':
      return '<hr>'
    case 'notes':
      return notesHtml(block.notes, text)
  }
}

function calloutHtml(block: Block & { kind: 'callout' }, text: HtmlText): string {
  const { name, title, fold, blocks } = block
  const isNamed = title.length === 0 && name !== undefined
  const head = isNamed ? escapeHtml(text.boxes[name]) : inlinesHtml(title, text)
  const inner = blocksHtml(blocks, text)
  const kind = `class="callout ${toneOf(name)}"`
  if (fold === undefined) {
    return `<div ${kind}>\n<p><strong>${head}</strong></p>\n${inner}\n</div>`
  }
  const open = fold === 'open' ? ' open' : ''
  return `<details ${kind}${open}>\n<summary>${head}</summary>\n${inner}\n</details>`
}

function codeHtml(code: string, language: string | undefined, { cut, noCode }: HtmlText): string {
  if (noCode !== undefined) return `<p class="none">${escapeHtml(noCode)}</p>`
  const spans = cut(code, language).map(({ text, meaning }) =>
    meaning === undefined
      ? escapeHtml(text)
      : `<span class="${meaning}">${escapeHtml(text)}</span>`,
  )
  return `<pre><code>${spans.join('')}</code></pre>`
}

function drawingHtml(block: Block & { kind: 'drawing' }, text: HtmlText): string {
  const title = `<figcaption>${escapeHtml(text.drawing(block.name))}</figcaption>`
  return `<figure>\n${title}\n${codeHtml(block.text, undefined, text)}\n</figure>`
}

function listHtml({ start, tight, items }: Block & { kind: 'list' }, text: HtmlText): string {
  const inner = items.map((item) => itemHtml(item, tight, text)).join('\n')
  if (start === undefined) return `<ul>\n${inner}\n</ul>`
  return `<ol${start === 1 ? '' : ` start="${start}"`}>\n${inner}\n</ol>`
}

function itemHtml({ checked, blocks }: Item, tight: boolean, text: HtmlText): string {
  const inner = blocks
    .map((block) =>
      tight && block.kind === 'paragraph'
        ? inlinesHtml(block.inlines, text)
        : blockHtml(block, text),
    )
    .join('\n')
  if (checked === undefined) return `<li>${inner}</li>`
  const [no, yes] = text.ticked
  const [mark, name] = checked ? ['☑', yes] : ['☐', no]
  const box = `<span role="img" aria-label="${escapeHtml(name)}">${mark}</span>`
  return `<li class="task">${box} ${inner}</li>`
}

function tableHtml({ aligns, head, rows }: Block & { kind: 'table' }, text: HtmlText): string {
  const cell = (inlines: readonly Inline[], column: number, isHead: boolean) => {
    // an empty head is none, and would be read aloud as one
    const tag = isHead && inlines.length > 0 ? 'th' : 'td'
    const scope = tag === 'th' ? ' scope="col"' : ''
    const align = aligns[column]
    const style = align === undefined || align === 'left' ? '' : ` style="text-align:${align}"`
    return `<${tag}${scope}${style}>${inlinesHtml(inlines, text)}</${tag}>`
  }
  const row = (cells: readonly (readonly Inline[])[], isHead: boolean) =>
    `<tr>${cells.map((inlines, column) => cell(inlines, column, isHead)).join('')}</tr>`
  const top = head.some((cell) => cell.length > 0) ? [`<thead>${row(head, true)}</thead>`] : []
  const body = rows.map((cells) => row(cells, false)).join('\n')
  return [
    `<div class="wide" role="group" tabindex="0" aria-label="${escapeHtml(text.table)}"><table>`,
    ...top,
    ...(rows.length === 0 ? [] : [`<tbody>${body}</tbody>`]),
    '</table></div>',
  ].join('\n')
}

function notesHtml(notes: readonly (readonly Block[])[], text: HtmlText): string {
  const items = notes.map((blocks, i) => {
    const name = noteName(text, i + 1)
    return `<li id="${name}">${blocksHtml(blocks, { ...text, name })}</li>`
  })
  return `<ol class="footnotes">\n${items.join('\n')}\n</ol>`
}

function noteName({ name }: HtmlText, number: number): string {
  return `${name}-note-${number}`
}

/** A line as HTML. */
export function inlinesHtml(inlines: readonly Inline[], text: HtmlText): string {
  return inlines.map((inline) => inlineHtml(inline, text)).join('')
}

const tags = {
  strong: 'strong',
  emphasis: 'em',
  deleted: 'del',
  inserted: 'ins',
  mark: 'mark',
  key: 'kbd',
  sub: 'sub',
  sup: 'sup',
  summary: 'strong',
  dim: 'small',
} as const

function inlineHtml(inline: Inline, text: HtmlText): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text)
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`
    case 'link': {
      const inner = inlinesHtml(inline.inlines, text)
      if (inline.url === undefined) return inner
      return `<a href="${escapeHtml(inline.url)}" rel="noreferrer">${inner}</a>`
    }
    case 'image': {
      const picture = text.picture(inline.src, inline.alt)
      if ('source' in picture)
        return `<img src="${picture.source}" alt="${escapeHtml(picture.alt)}">`
      return `<span class="missing">${escapeHtml(picture.instead)}</span>`
    }
    case 'break':
      return '<br>'
    case 'formula':
      return text.formula(inline.tex, false) ?? `<code>${escapeHtml(oneLine(inline.source))}</code>`
    case 'note':
      return `<sup><a href="#${noteName(text, inline.number)}">${inline.number}</a></sup>`
    default: {
      const tag = tags[inline.kind]
      return `<${tag}>${inlinesHtml(inline.inlines, text)}</${tag}>`
    }
  }
}
