export type HtmlTag = {
  readonly kind: 'tag'
  /** In lower case. */
  readonly name: string
  readonly closes: boolean
  readonly attributes: string
  readonly raw: string
}

/** A piece of HTML: a tag, or words, decoded, their line ends without the spaces around them. */
type HtmlPiece = HtmlTag | { readonly kind: 'words'; readonly text: string }

/** HTML cut into tags and words, without its comments; undefined if it is too long to look through. */
export function htmlPieces(html: string): readonly HtmlPiece[] | undefined {
  if (html.length > longest) return undefined
  return [...html.matchAll(pieces)]
    .filter(([raw]) => !raw.startsWith('<!--'))
    .map(([raw, name, attributes = '']): HtmlPiece => {
      if (!name) return { kind: 'words', text: decoded(raw).replace(/\s*\n\s*/g, '\n') }
      return {
        kind: 'tag',
        name: name.toLowerCase(),
        closes: raw.startsWith('</'),
        attributes,
        raw,
      }
    })
}

/** The value of an attribute; empty if there is none. */
export function attribute(attributes: string, name: string): string {
  const found = new RegExp(
    `(?<![\\w-])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`,
    'i',
  ).exec(attributes)
  return decoded(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
}

// Scanning for tags takes time that grows with the square of the length, at worst.
const longest = 10_000
const pieces = /<!--[\s\S]*?(?:-->|$)|<\/?([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>|[^<]+|</gi

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
