import { followed, isAddress } from '../../markdown/address.ts'
import { type Inline, plainText, type Wrapping } from '../../markdown/document.ts'
import { oneLine } from '../../text/text.ts'
import type { Run, Style } from '../../text/wrap.ts'
import { marks } from '../layout.ts'
import { isPainted, type Page } from './page.ts'

/** How the text of a part looks, whatever the text is. */
type Ink = {
  readonly style?: Style | undefined
  readonly link?: string | undefined
  /** Another spelling of the same text: x² for a raised 2. */
  readonly spell?: ((text: string) => string) | undefined
}

/** A line as runs; a newline in them is a break its author asked for. */
export function inlineRuns(inlines: readonly Inline[], page: Page, ink: Ink = {}): Run[] {
  return inlines.flatMap((inline) => runsOf(inline, page, ink))
}

function runsOf(inline: Inline, page: Page, ink: Ink): readonly Run[] {
  const { paint, say } = page.look
  switch (inline.kind) {
    case 'text':
      return [leaf(inline.text, ink)]
    case 'code':
      return unlessPainted('`', paint.code, [leaf(inline.text, styled(ink, paint.code))])
    case 'break':
      return [{ text: '\n' }]
    case 'formula':
      return [leaf(page.formula(inline.tex, false) ?? oneLine(inline.source), ink)]
    case 'note':
      return [leaf(`[${inline.number}]`, ink)]
    case 'image':
      return [{ ...leaf(say.show.picture(inline.alt), ink), link: linkTo(inline.src, page) }]
    case 'link':
      return linkRuns(inline, page, ink)
    default:
      return wrapped(inline.kind, inline.inlines, page, ink)
  }
}

function wrapped(kind: Wrapping, inlines: readonly Inline[], page: Page, ink: Ink): readonly Run[] {
  const { paint } = page.look
  const within = (inner: Ink) => inlineRuns(inlines, page, inner)
  switch (kind) {
    case 'strong':
    case 'emphasis':
    case 'inserted':
    case 'mark':
    case 'dim':
      return within(styled(ink, paint[kind]))
    case 'deleted':
      return unlessPainted('~~', paint.deleted, within(styled(ink, paint.deleted)))
    case 'key': {
      const key = styled(ink, paint.code)
      return [leaf('[', key), ...within(key), leaf(']', key)]
    }
    case 'summary': {
      const strong = styled(ink, paint.strong)
      return [leaf(`${marks(page.look).open} `, strong), ...within(strong)]
    }
    case 'sub':
      return within({ ...ink, spell: (text) => small(text, '_', '₀₁₂₃₄₅₆₇₈₉', page) })
    case 'sup':
      return within({ ...ink, spell: (text) => small(text, '^', '⁰¹²³⁴⁵⁶⁷⁸⁹', page) })
  }
}

function leaf(text: string, { style, link, spell }: Ink): Run {
  return { text: spell ? spell(text) : text, style, link }
}

function styled(ink: Ink, style: Style): Ink {
  const outer = ink.style
  return { ...ink, style: outer ? (text) => outer(style(text)) : style }
}

function unlessPainted(mark: string, style: Style, runs: readonly Run[]): readonly Run[] {
  return isPainted(style) ? runs : [{ text: mark }, ...runs, { text: mark }]
}

function small(text: string, mark: string, digits: string, page: Page): string {
  if (!page.look.unicode || !/^\d+$/.test(text)) return mark + text
  return text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)
}

/** A link, and its address in words unless the text said it or the terminal can follow it. */
function linkRuns(
  { inlines, url, address }: Inline & { kind: 'link' },
  page: Page,
  ink: Ink,
): readonly Run[] {
  const { look } = page
  const link = look.links ? url : undefined
  const runs = inlineRuns(inlines, page, { ...styled(ink, look.paint.link), link })
  const text = plainText(inlines)
  const isFollowed = link !== undefined && !isMisleading(text, address)
  // a place on the same page is none
  if (isFollowed || isAddress(text, address) || address.startsWith('#')) return runs
  return [...runs, leaf(` (${address})`, styled(ink, look.paint.dim))]
}

function linkTo(address: string, { look }: Page): string | undefined {
  return look.links ? followed(address) : undefined
}

// A text that claims to be an address, and is not the one it leads to.
function isMisleading(text: string, address: string): boolean {
  return /^(?:https?:\/\/|www\.)/i.test(text.trim()) && !isAddress(text.trim(), address)
}
