import { calloutName } from './callout-names.ts'

/** What a tag asks for: a box, code, what is hidden, a quotation, or nothing that is seen. */
export type TagRequest =
  | { readonly kind: 'box'; readonly head: string }
  | { readonly kind: 'code'; readonly language: string; readonly title: string }
  | { readonly kind: 'hidden' | 'quote' | 'plain' }

/** The words behind the name of a tag. */
export type TagWords = {
  readonly named: ReadonlyMap<string, string>
  readonly quoted: readonly string[]
  readonly bare: readonly string[]
}

const word =
  /([\w-]+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|\{?`([^`]*)`\}?|([^\s,"'%>]+))|"([^"]*)"|'([^']*)'|([^\s"']+)/g

/** `type="tip" "A title" open` taken apart. */
export function tagWords(text: string): TagWords {
  const named = new Map<string, string>()
  const quoted: string[] = []
  const bare: string[] = []
  for (const [, key, ...found] of text.slice(0, 1000).matchAll(word)) {
    const [double, single, tick, plain, said, saidSingle, other] = found
    if (key !== undefined) named.set(key.toLowerCase(), double ?? single ?? tick ?? plain ?? '')
    else if (other === undefined) quoted.push(said ?? saidSingle ?? '')
    else bare.push(other)
  }
  return { named, quoted, bare }
}

const generic = /^(?:note|notice|hint|callout|admonition|alert|message|box|asciinote)$/i
const boxes = /^(?:tab|tabitem|card|step|panel)$/i
const codes = /^(?:codeblock|code|highlight|sourcecode|src)$/i
const hidden = /^(?:comment|stylesheet|javascript|style|script)$/i
const quotes = /^(?:blockquote|quote|centerquote|cq|pullquote|verse|epigraph)$/i
const flags = /^(?:no-icon|icon|flat|simple|modern|disabled|open|closed|inline|end|@\S*)$/i

/** What a tag of templates or a component asks for. */
export function asked(name: string, text: string): TagRequest {
  const words = tagWords(text)
  if (codes.test(name)) return code(name, words)
  if (hidden.test(name)) return { kind: 'hidden' }
  if (quotes.test(name)) return { kind: 'quote' }
  const own = calloutName(name)
  const title = titleOf(words)
  if (own === undefined && !generic.test(name) && !boxes.test(name)) return { kind: 'plain' }
  const kind = generic.test(name) || own === undefined ? kindOf(words) : undefined
  const shown = boxes.test(name) ? 'tab' : (kind ?? own ?? 'note')
  if (shown === 'tab' && title === '') return { kind: 'plain' }
  return { kind: 'box', head: headOf(shown, own === 'details' ? foldOf(words) : '', title) }
}

/** The head of a box as it is written in quotations: `[!tip]- A title`. */
export function headOf(name: string, fold: string, title: string): string {
  return `[!${name}]${fold} ${title.trim()}`.trimEnd()
}

/** The title that a tag gives, whatever else it says. */
export function titleOf({ named, quoted, bare }: TagWords): string {
  const keys = ['title', 'label', 'name', 'summary', 'header', 'caption']
  const said = keys.map((key) => named.get(key)).find((value) => value !== undefined)
  if (said !== undefined) return said
  const left = bare.filter((one) => !flags.test(one) && calloutName(one) === undefined)
  return quoted.length > 0 ? quoted.join(' ') : left.join(' ').replace(/^@/, '')
}

function kindOf({ named, bare }: TagWords): string | undefined {
  const keys = ['type', 'style', 'kind', 'variant', 'color', 'class', 'severity']
  const said = [...keys.map((key) => named.get(key) ?? ''), ...bare]
  return said.find((one) => calloutName(one) !== undefined)
}

function foldOf({ named, bare }: TagWords): '+' | '-' {
  const isOpen = bare.includes('open') || /^(?:true|open)$/.test(named.get('open') ?? '')
  return isOpen || named.get('closed') === 'false' ? '+' : '-'
}

function code(name: string, words: TagWords): TagRequest {
  const { named, quoted, bare } = words
  const [first = ''] = bare
  const said = named.get('lang') ?? named.get('language')
  const isFirst = said === undefined && !/^codeblock$/i.test(name)
  const language = (said ?? (isFirst ? first : '')).replace(/[^\w+#-]/g, '')
  const left = bare.filter((one) => !/^https?:/.test(one) && !/^(?:linenos|hl_lines)/.test(one))
  const title = /^codeblock$/i.test(name) ? [...left, ...quoted].join(' ') : ''
  return { kind: 'code', language, title }
}
