import { decodeNamedCharacterReference } from 'decode-named-character-reference'

export type HtmlTag = {
  readonly kind: 'open' | 'close'
  /** In lower case. */
  readonly name: string
  readonly attributes: string
  readonly raw: string
  /** How it stands in its line, where that is a line of HTML: first, alone, or within. */
  readonly stands: 'first' | 'alone' | 'within'
}

/** Words of HTML, decoded. */
export type HtmlWords = { readonly kind: 'words'; readonly text: string }

/** A piece of HTML, and where it begins. */
export type HtmlToken = (HtmlTag | HtmlWords) & { readonly from: number }

/**
 * HTML cut into tags and words, without comments and programs. Which tags go together is settled
 * later: a parser of whole pages closes what nobody closed, drops what it does not expect, and moves
 * words out of tables, and its time or its stack grows with how deep tags nest.
 */
export function htmlTokens(html: string, isBlock: boolean): readonly HtmlToken[] {
  const found: HtmlToken[] = []
  let from = 0
  const words = (end: number) => {
    if (end > from) found.push({ kind: 'words', text: decoded(html.slice(from, end)), from })
  }
  const endOf = endings(html)
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', Math.max(from, at + 1))) {
    const skipped = html.startsWith('<!--', at) ? endOf('-->', at) : undefined
    const tag = skipped === undefined ? tagAt(html, at, isBlock) : undefined
    if (skipped === undefined && tag === undefined) continue
    words(at)
    from = skipped ?? at + (tag?.raw.length ?? 0)
    const isProgram = tag?.kind === 'open' && (tag.name === 'script' || tag.name === 'style')
    const programEnd = isProgram ? endOf(`</${tag.name}>`, from) : undefined
    if (programEnd !== undefined) from = programEnd
    else if (tag) found.push({ ...tag, from: at })
  }
  words(html.length)
  return found
}

/** Where the next mark of an end ends; what is not found once is not looked for again. */
function endings(html: string): (mark: string, from: number) => number | undefined {
  const lower = html.toLowerCase()
  const missing = new Set<string>()
  return (mark, from) => {
    const at = missing.has(mark) ? -1 : lower.indexOf(mark, from)
    if (at < 0) missing.add(mark)
    return at < 0 ? undefined : at + mark.length
  }
}

// A quoted value may hold what would end the tag; it is looked at no further than this.
const tag = /<(\/?)([a-z][\w:.-]*)((?:[\s/](?:"[^"]{0,3000}"|'[^']{0,3000}'|[^"'<>])*)?)>/iy

function tagAt(html: string, at: number, isBlock: boolean): HtmlTag | undefined {
  tag.lastIndex = at
  const [raw, slash, name = '', attributes = ''] = tag.exec(html) ?? []
  if (raw === undefined) return undefined
  const kind = slash === '/' ? 'close' : 'open'
  const stands = isBlock ? standing(html, at, at + raw.length) : 'within'
  return { kind, name: name.toLowerCase(), attributes, raw, stands }
}

// A line is looked at no farther than this from a tag.
const near = 200

function standing(html: string, from: number, to: number): HtmlTag['stands'] {
  const back = html.slice(Math.max(0, from - near), from)
  const before = back.slice(back.lastIndexOf('\n') + 1)
  const isFirst = (before.length < near || from < near) && isBare(before)
  if (!isFirst && !/>\s{0,20}$/.test(before.slice(-21))) return 'within'
  const ahead = html.slice(to, to + near)
  const end = ahead.indexOf('\n')
  const after = end < 0 ? ahead : ahead.slice(0, end)
  // `<div> is a block` speaks of the tag
  if (/^\s+[^\s<]/.test(after)) return 'within'
  return isFirst && after.length < near && isBare(after) ? 'alone' : 'first'
}

function isBare(text: string): boolean {
  return text.replace(/<[^<>]*>/g, '').trim() === ''
}

/** The value of an attribute; empty if there is none, its name if it has no value. */
export function attribute(attributes: string, name: string): string {
  const isBare = new RegExp(`(?:^|\\s)${name}(?=[\\s/]|$)(?!\\s*=)`, 'i').test(attributes)
  if (isBare) return name
  const found = new RegExp(
    `(?<![\\w-])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`,
    'i',
  ).exec(attributes)
  return decoded(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
}

// The parser leaves HTML alone, entities too.
function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]\w{1,40}));/gi,
    (raw, tens, hex, name) => {
      if (name) return decodeNamedCharacterReference(name) || raw
      const code = tens ? Number(tens) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}
