import { safe } from '../../text/text.ts'
import type { Run, Style } from '../../text/wrap.ts'
import type { Page } from './page.ts'

/** How the text of a part looks, whatever the text is. */
export type Ink = {
  readonly style?: Style | undefined
  readonly link?: string | undefined
  /** Another spelling of the same text: x² for a raised 2. */
  readonly spell?: ((text: string) => string) | undefined
}

/** Text of a file, made safe after all entities in it were decoded. */
export function leaf(text: string, ink: Ink): Run {
  const shown = safe(text)
  return { text: ink.spell ? ink.spell(shown) : shown, style: ink.style, link: ink.link }
}

/** The same ink with one more style. */
export function styled(ink: Ink, style: Style): Ink {
  const outer = ink.style
  return { ...ink, style: outer ? (text) => outer(style(text)) : style }
}

/** Ink that leads to an address, where the terminal can follow it. */
export function linked(ink: Ink, url: string, page: Page): Ink {
  const link = page.look.links ? address(url) : undefined
  return { ...styled(ink, page.look.paint.link), link }
}

/** The address in words, unless the text said it or the terminal can follow it. */
export function afterLink(text: string, url: string, ink: Ink, page: Page): Run[] {
  const followed = page.look.links && address(url) !== undefined && !isMisleading(text, url)
  return followed || isSame(text, url) ? [] : inWords(url, ink, page)
}

/** An address in brackets; a place on the same page is none. */
export function inWords(url: string, ink: Ink, page: Page): Run[] {
  if (url === '' || url.startsWith('#')) return []
  return [leaf(` (${url})`, styled(ink, page.look.paint.dim))]
}

/** Whether a text is the address itself, perhaps without what is understood. */
export function isSame(text: string, url: string): boolean {
  return [text, `mailto:${text}`, `http://${text}`, `https://${text}`].includes(url)
}

/** A picture by its name. */
export function picture(alt: string, url: string, ink: Ink, page: Page): Run {
  const link = page.look.links ? address(url) : undefined
  return { ...leaf(page.look.say.show.picture(alt.trim()), ink), link }
}

// Percent-encoded, so that no byte of it can end the link and start something else.
function address(url: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)/i.test(url) || url.length > 2000) return undefined
  return url.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[^!-~]/gu, encodeURIComponent)
}

// A text that claims to be an address, and is not the one it leads to.
function isMisleading(text: string, url: string): boolean {
  return /^(?:https?:\/\/|www\.)/i.test(text.trim()) && !isSame(text.trim(), url)
}
