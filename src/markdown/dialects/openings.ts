import { calloutName } from './callout-names.ts'
import { asked, headOf, type TagRequest, tagWords, titleOf } from './tag-words.ts'

/** How what a line opens ends. */
export type FrameEnd =
  /** With the first line that is not indented. */
  | { readonly kind: 'indent' }
  /** With as many colons, or more. */
  | { readonly kind: 'colons'; readonly count: number }
  /** With a line that ends so; what stands before still belongs to it. */
  | { readonly kind: 'line'; readonly pattern: RegExp }
  /** It is over with its line. */
  | { readonly kind: 'none' }

/** What a line opens. */
export type FrameStart = {
  readonly asked: TagRequest
  readonly ending: FrameEnd
  /** What stands behind the opening in its line. */
  readonly rest: string
  /** Its text may be indented as authors of components like it. */
  readonly isComponent: boolean
}

/** What is known about the lines below. */
export type Below = {
  /** Whether the next line with ink is indented so far. */
  readonly isIndented: (columns: number) => boolean
  /** Whether a tag ends further down, or in this line. */
  readonly ends: (tag: string) => boolean
}

/** Longer lines open nothing. */
const longest = 2000

/** What a line opens, without its indent; undefined if it is text. */
export function openingOf(text: string, below: Below): FrameStart | undefined {
  if (text.length > longest) return undefined
  switch (text.charAt(0)) {
    case ':':
      return colons(text)
    case '!':
    case '?':
    case '=':
      return indented(text, below)
    case '{':
      return template(text, below) ?? shortcode(text, below)
    case '<':
      return component(text, below)
    case '#':
      return orgBlock(text, below)
    default:
      return undefined
  }
}

/** `::: tip Title`, `:::note[Title]{.x}`, `::: {.callout-note}`, `:::{note} Title`. */
function colons(text: string): FrameStart | undefined {
  const [, signs = '', braced, named, behind = ''] =
    /^(:{3,})[ \t]*(?:\{([^{}]*)\}|([\w-]+))?(.*)$/.exec(text) ?? []
  if (signs === '' || (behind.trim() === '' && (braced ?? named) === undefined)) return undefined
  const words = tagWords(braced ?? '')
  const name = (named ?? words.bare[0] ?? '').replace(/^\./, '')
  const bracketed = /^\[([^\]]*)\]/.exec(behind)?.[1]
  const attributes = tagWords(/\{([^{}]*)\}\s*$/.exec(behind)?.[1] ?? '')
  const said = attributes.named.get('title') ?? words.named.get('title')
  const left = behind.replace(/\{[^{}]*\}\s*$/, '').replace(/^\s*"(.*)"\s*$/, '$1')
  const title = (bracketed ?? said ?? left).trim()
  const own = calloutName(name)
  const isOpen = attributes.bare.includes('open')
  const folds = own === 'details' || words.named.get('collapse') === 'true'
  const fold = folds ? (isOpen ? '+' : '-') : ''
  const isBox = own !== undefined || title !== ''
  const head = headOf(own === undefined && title !== '' ? 'tab' : name, fold, title)
  return {
    asked: isBox ? { kind: 'box', head } : { kind: 'plain' },
    ending: { kind: 'colons', count: signs.length },
    rest: '',
    isComponent: false,
  }
}

/** `!!! note "Title"`, `??? note`, `=== "Tab"`, their text indented. */
function indented(text: string, below: Below): FrameStart | undefined {
  const [, sign = '', plus, name = '', title] =
    /^(!!!|\?\?\?|===)([+!]?)[ \t]+(?:([\w-]+)(?:[ \t]+[\w-]+)*[ \t]*)?(?:"(.*)")?[ \t]*$/.exec(
      text,
    ) ?? []
  if (sign === '' || !below.isIndented(4)) return undefined
  if (sign === '===' ? title === undefined : name === '') return undefined
  const fold = sign === '???' ? (plus === '+' ? '+' : '-') : ''
  const head = headOf(sign === '===' ? 'tab' : name, fold, title ?? '')
  return opening({ kind: 'box', head }, { kind: 'indent' })
}

const templateTag = /^\{%-?\s*([a-zA-Z]\w*)\b((?:(?!%\}).)*?)-?%\}(.*)$/

/** `{% note info "Title" %}` to `{% endnote %}`. */
function template(text: string, below: Below): FrameStart | undefined {
  const [, name = '', words = '', rest = ''] = templateTag.exec(text) ?? []
  if (name === '' || name === 'raw' || !below.ends(`%${name.toLowerCase()}`)) return undefined
  const pattern = new RegExp(`^(.*?)\\{%-?\\s*end_?${name}\\s*-?%\\}\\s*$`, 'i')
  return opening(asked(name, words), { kind: 'line', pattern }, rest)
}

/** `{{< hint info >}}` or `{{% notice tip %}}` to `{{< /hint >}}`. */
function shortcode(text: string, below: Below): FrameStart | undefined {
  const [, name = '', words = '', rest = ''] =
    /^\{\{[<%]\s*([a-zA-Z][\w-]*)\b((?:(?![%>]\}\}).)*?)[%>]\}\}(.*)$/.exec(text) ?? []
  if (name === '' || !below.ends(`{${name.toLowerCase()}`)) return undefined
  const pattern = new RegExp(`^(.*?)\\{\\{[<%]\\s*/\\s*${name}\\s*[%>]\\}\\}\\s*$`, 'i')
  return opening(asked(name, words), { kind: 'line', pattern }, rest)
}

/** `<aside>` of Notion, and components: what they hold is shown. */
function component(text: string, below: Below): FrameStart | undefined {
  const [, name = '', attributes = '', rest = ''] =
    /^<(aside|[A-Z][\w.]*)((?:\s(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^<>"'{}])*)?)>(.*)$/.exec(text) ?? []
  // HTML in capitals
  if (name === '' || /^[A-Z]+\d?$/.test(name)) return undefined
  if (attributes.trimEnd().endsWith('/')) {
    return rest.trim() === '' ? opening({ kind: 'plain' }, { kind: 'none' }) : undefined
  }
  if (!below.ends(`<${name.toLowerCase()}`)) return undefined
  const pattern = new RegExp(`^(.*?)</${name.replace('.', '\\.')}>\\s*$`)
  const ending = { kind: 'line', pattern } as const
  const what: TagRequest =
    name === 'aside' ? { kind: 'box', head: asideHead(rest) } : namedAs(name, attributes)
  return { asked: what, ending, rest, isComponent: true }
}

function namedAs(name: string, attributes: string): TagRequest {
  const found = asked(name, attributes)
  if (found.kind !== 'plain') return found
  const title = titleOf({ ...tagWords(attributes), quoted: [], bare: [] })
  return title === '' ? found : { kind: 'box', head: headOf('tab', '', title) }
}

// the sign at its beginning says which it is
function asideHead(text: string): string {
  if (/^\s*[⚠🚧]/u.test(text)) return headOf('warning', '', '')
  return headOf(
    /^\s*[❗❌🚨🚫⛔]/u.test(text) ? 'danger' : /^\s*[💡]/u.test(text) ? 'tip' : 'note',
    '',
    '',
  )
}

/** `#+BEGIN_NOTE` to `#+END_NOTE`, as Logseq writes boxes. */
function orgBlock(text: string, below: Below): FrameStart | undefined {
  const [, name = '', words = ''] = /^#\+BEGIN_(\w+)(.*)$/i.exec(text) ?? []
  if (name === '' || !below.ends(`+${name.toLowerCase()}`)) return undefined
  const pattern = new RegExp(`^()\\s*#\\+END_${name}\\s*$`, 'i')
  return opening(asked(name === 'EXAMPLE' ? 'src' : name, words), { kind: 'line', pattern })
}

function opening(asked: TagRequest, ending: FrameEnd, rest = ''): FrameStart {
  return { asked, ending, rest, isComponent: false }
}
