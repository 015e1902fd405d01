import { attribute, type HtmlPiece, htmlPieces, layoutTags, lineTags } from '../../markdown/html.ts'
import { hardBreak } from '../../markdown/joint.ts'
import type { Run } from '../../text/wrap.ts'
import { marks } from '../layout.ts'
import { type Ink, inWords, leaf, picture, styled } from './ink.ts'
import { isPainted, type Page } from './page.ts'

/** A tag that was opened: the ink inside it, and what follows at its end. */
export type Open = { readonly tag: string; readonly ink: Ink; readonly after: readonly Run[] }

/** What a piece of HTML shows, and the tags that are open behind it. */
type Shown = { readonly runs: readonly Run[]; readonly open: readonly Open[] }

/** A few tags of HTML as a person would see them; all others dim, as they are written. */
export function htmlRuns(html: string, before: readonly Open[], ink: Ink, page: Page): Shown {
  const pieces = htmlPieces(html)
  if (pieces === undefined) return { runs: [leaf(html, dimmed(ink, page))], open: before }
  const runs: Run[] = []
  let open = before
  for (const piece of pieces) {
    const inside = open.at(-1)?.ink ?? ink
    if (piece.kind === 'words') runs.push(leaf(piece.text, inside))
    else {
      const shown = tag(piece, open, inside, page)
      runs.push(...shown.runs)
      open = shown.open
    }
  }
  return { runs, open }
}

const deepest = 32

type Tag = Extract<HtmlPiece, { readonly kind: 'tag' }>

function tag(
  { name, closes, attributes, raw }: Tag,
  open: readonly Open[],
  ink: Ink,
  page: Page,
): Shown {
  if (closes) return closed(name, raw, open, ink, page)
  if (name === 'br') return { runs: [{ text: hardBreak }], open }
  if (name === 'img') {
    const shown = picture(attribute(attributes, 'alt'), attribute(attributes, 'src'), ink, page)
    return { runs: [shown], open }
  }
  const begun = opened(name, attributes, ink, page)
  if (begun && open.length >= deepest) return { runs: begun.before, open }
  if (!begun) return { runs: [leaf(raw, dimmed(ink, page))], open }
  const line = lineTags.has(name) ? [{ text: hardBreak }] : []
  return { runs: [...line, ...begun.before], open: [...open, begun.open] }
}

function closed(tag: string, raw: string, open: readonly Open[], ink: Ink, page: Page): Shown {
  const at = open.findLastIndex((one) => one.tag === tag)
  const last = open[at]
  if (last) {
    const line = lineTags.has(tag) ? [{ text: hardBreak }] : []
    return { runs: [...last.after, ...line], open: open.slice(0, at) }
  }
  return { runs: opened(tag, '', ink, page) ? [] : [leaf(raw, dimmed(ink, page))], open }
}

type Begun = { readonly before: readonly Run[]; readonly open: Open }

function opened(tag: string, attributes: string, ink: Ink, page: Page): Begun | undefined {
  const { paint } = page.look
  const plain = (inner: Ink): Begun => ({ before: [], open: { tag, ink: inner, after: [] } })
  const within = (first: string, inner: Ink, last: string): Begun => ({
    before: [leaf(first, inner)],
    open: { tag, ink: inner, after: [leaf(last, inner)] },
  })
  if (layoutTags.has(tag)) return plain(ink)
  switch (tag) {
    case 'b':
    case 'strong':
      return plain(styled(ink, paint.strong))
    case 'i':
    case 'em':
      return plain(styled(ink, paint.emphasis))
    case 'code':
      return isPainted(paint.code) ? plain(styled(ink, paint.code)) : within('`', ink, '`')
    case 'kbd':
      return within('[', styled(ink, paint.code), ']')
    case 'summary':
      return within(`${marks(page.look).open} `, styled(ink, paint.strong), '')
    case 'sub':
      return plain({ ...ink, spell: (text) => small(text, '_', '₀₁₂₃₄₅₆₇₈₉', page) })
    case 'sup':
      return plain({ ...ink, spell: (text) => small(text, '^', '⁰¹²³⁴⁵⁶⁷⁸⁹', page) })
    case 'a': {
      // always in words: the text of the link comes later, and may claim another address
      const after = inWords(attribute(attributes, 'href'), ink, page)
      const inner = after.length === 0 ? ink : styled(ink, paint.link)
      return { before: [], open: { tag, ink: inner, after } }
    }
    default:
      return undefined
  }
}

function small(text: string, mark: string, digits: string, page: Page): string {
  if (!page.look.unicode || !/^\d+$/.test(text)) return mark + text
  return text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)
}

function dimmed(ink: Ink, page: Page): Ink {
  return styled(ink, page.look.paint.dim)
}
