import type { Run } from '../../text/wrap.ts'
import { marks } from '../layout.ts'
import { hardBreak, type Ink, inWords, leaf, picture, styled } from './ink.ts'
import { isPainted, type Page } from './page.ts'

/** A tag that was opened: the ink inside it, and what follows at its end. */
export type Open = { readonly tag: string; readonly ink: Ink; readonly after: readonly Run[] }

/** What a piece of HTML shows, and the tags that are open behind it. */
type Shown = { readonly runs: readonly Run[]; readonly open: readonly Open[] }

/** A few tags of HTML as a person would see them; all others dim, as they are written. */
export function htmlRuns(html: string, before: readonly Open[], ink: Ink, page: Page): Shown {
  if (html.length > longest) return { runs: [leaf(html, dimmed(ink, page))], open: before }
  const runs: Run[] = []
  let open = before
  for (const match of html.matchAll(pieces)) {
    const inside = open.at(-1)?.ink ?? ink
    const shown = match[1]
      ? tag(match, open, inside, page)
      : { runs: words(match[0], inside), open }
    runs.push(...shown.runs)
    open = shown.open
  }
  return { runs, open }
}

// Scanning for tags takes time that grows with the square of the length, at worst.
const longest = 10_000
const deepest = 32
const pieces = /<!--[\s\S]*?(?:-->|$)|<\/?([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>|[^<]+|</gi

// Tags that only lay out a page: their text is all that matters here.
const layout = new Set(['details', 'p', 'div', 'span', 'center', 'font'])
const lines = new Set(['details', 'p', 'div', 'center', 'summary'])

function tag(match: RegExpExecArray, open: readonly Open[], ink: Ink, page: Page): Shown {
  const name = match[1]?.toLowerCase() ?? ''
  const attributes = match[2] ?? ''
  if (match[0].startsWith('</')) return closed(name, match[0], open, ink, page)
  if (name === 'br') return { runs: [{ text: hardBreak }], open }
  if (name === 'img') {
    const shown = picture(attribute(attributes, 'alt'), attribute(attributes, 'src'), ink, page)
    return { runs: [shown], open }
  }
  const begun = opened(name, attributes, ink, page)
  if (begun && open.length >= deepest) return { runs: begun.before, open }
  if (!begun) return { runs: [leaf(match[0], dimmed(ink, page))], open }
  const line = lines.has(name) ? [{ text: hardBreak }] : []
  return { runs: [...line, ...begun.before], open: [...open, begun.open] }
}

function closed(tag: string, raw: string, open: readonly Open[], ink: Ink, page: Page): Shown {
  const at = open.findLastIndex((one) => one.tag === tag)
  const last = open[at]
  if (last) {
    const line = lines.has(tag) ? [{ text: hardBreak }] : []
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
  if (layout.has(tag)) return plain(ink)
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

function words(text: string, ink: Ink): Run[] {
  if (text.startsWith('<!--')) return []
  return [leaf(decoded(text).replace(/\s*\n\s*/g, '\n'), ink)]
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(
    `(?<![\\w-])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`,
    'i',
  ).exec(attributes)
  return decoded(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
])

// The parser leaves HTML alone, entities too.
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (raw, tens, hex, name) => {
    if (name) return named.get(name) ?? raw
    const code = tens ? Number(tens) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}

function dimmed(ink: Ink, page: Page): Ink {
  return styled(ink, page.look.paint.dim)
}
