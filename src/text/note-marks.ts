/** A link between notes, or a note or a picture set in. */
export type NoteLink = { readonly name: string; readonly text: string; readonly isEmbed: boolean }

/** `[[name|text]]` and `![[name]]` within a line. */
const noteLink = /(?<![\w\])$\\])(!?)\[\[([^[\]\n]{1,300})\]\](?!\()/g

// Attributes of C++, and slots that the standard of JavaScript writes so, are no links.
const names =
  /^(?:\w+::\w+.*|(?:nodiscard|deprecated|assume)(?:\(.*\))?|maybe_unused|fallthrough|noreturn|likely|unlikely|no_unique_address|carries_dependency|Prototype|Get|Set|Call|Construct|Delete|HasProperty|Has|OwnPropertyKeys|(?:Get|Set)PrototypeOf|GetOwnProperty|DefineOwnProperty|IsExtensible|PreventExtensions|Extensible|Value|Writable|Enumerable|Configurable|HomeObject|Environment|Scopes?|Class|ThisMode|ThisValue|Fields|Realm|BoundThis|BoundTargetFunction|PrimitiveValue|Promise\w+|Target|Handler|ProxyTarget|ProxyHandler)$/

/** Puts something else in the place of each link between notes; what only looks like one stays. */
export function withoutNoteLinks(text: string, put: (link: NoteLink) => string): string {
  if (!text.includes('[[')) return text
  return text.replace(noteLink, (whole, mark: string, inner: string) => {
    const link = linkOf(inner, mark === '!')
    return link === undefined ? whole : put(link)
  })
}

function linkOf(inner: string, isEmbed: boolean): NoteLink | undefined {
  if (/^[\s:"'.,]|\s$/.test(inner) || !/\p{L}|\d{3}/u.test(inner) || names.test(inner))
    return undefined
  // within a table the bar is escaped
  const [name = '', ...said] = inner.split(/\\?\|/)
  const alias = said.join('|').trim()
  const isSize =
    isEmbed && said.every((one) => /^\s*(?:\d+(?:x\d+)?|left|right|center)\s*$/.test(one))
  return { name, text: alias === '' || isSize ? placeOf(name) : alias, isEmbed }
}

/** `note#section` as its words; the id of a block says nothing. */
function placeOf(name: string): string {
  const parts = name.split('#').map((part) => part.trim())
  return parts.filter((part) => part !== '' && !part.startsWith('^')).join(' > ') || name
}

/** Whether a note that is set in is a picture. */
export function isPicture(name: string): boolean {
  return /\.(?:png|jpe?g|gif|svg|webp|bmp|avif|ico|tiff?)$/i.test(name.trim())
}

/**
 * What may stand before and behind the signs of `==marked==` text. Comparisons have spaces or words
 * there: `a == b`, `a==b && c==d`, `a === b`.
 */
export const highlightStart = /(?<![=\w)\]}"'!<>+*/%&|^~-])==(?![=\s])/
export const highlightEnd = /(?<![=\s(!<>])==(?![=\w([{"'])/

const highlighted = new RegExp(`${highlightStart.source}(.{1,500}?)${highlightEnd.source}`, 'g')

/** A line without the signs of marked text. */
export function withoutHighlights(text: string): string {
  return text.includes('==') ? text.replace(highlighted, '$1') : text
}
