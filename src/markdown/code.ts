import type { LanguageFn } from 'highlight.js'
import { byOtherNames } from './aliases.ts'

/** What a piece of code is, as far as colours go. */
export type CodeMeaning =
  | 'keyword'
  | 'string'
  | 'number'
  | 'comment'
  | 'name'
  | 'type'
  | 'added'
  | 'removed'
  | 'strong'
  | 'emphasis'

/** A stretch of code that means one thing. */
export type CodeSpan = { readonly text: string; readonly meaning: CodeMeaning | undefined }

/** Code cut into what means something; the texts put together are the code. */
export type Cutter = (code: string, language: string | undefined) => readonly CodeSpan[]

/** What knows code in these languages, their grammars loaded; any other code is one stretch. */
export async function codeCutter(languages: Iterable<string>): Promise<Cutter> {
  const wanted = new Set(Array.from(languages, known).filter((name) => name !== undefined))
  if (wanted.size === 0) return uncut
  const { default: core } = await import('highlight.js/lib/core')
  const cutters = new Map<string, typeof core>()
  for (const name of wanted) {
    // one of its own, so that what stands beside a block changes nothing in it
    const own = core.newInstance()
    for (const one of withEmbedded(name)) {
      const grammar = await grammars.get(one)?.()
      if (grammar) own.registerLanguage(one, grammar.default)
    }
    cutters.set(name, own)
  }
  return (code, language) => {
    const name = known(language ?? '')
    const own = name && cutters.get(name)
    if (!name || !own || code.length > longest || longLine.test(code)) return uncut(code)
    return spans(own.highlight(code, { language: name, ignoreIllegals: true }).value)
  }
}

/** What stands within code of a language: programs and styles in HTML, commands in a Dockerfile. */
const embedded: ReadonlyMap<string, readonly string[]> = new Map([
  ['xml', ['css', 'javascript']],
  ['javascript', ['xml', 'css']],
  ['typescript', ['xml', 'css', 'javascript']],
  ['markdown', ['xml', 'css', 'javascript']],
  ['dockerfile', ['bash']],
  ['yaml', ['ruby']],
])

function withEmbedded(name: string): readonly string[] {
  return [name, ...(embedded.get(name) ?? [])]
}

function uncut(code: string): readonly CodeSpan[] {
  return [{ text: code, meaning: undefined }]
}

// Grammars take time that may grow with the square of the code, above all of one line of it.
const longest = 10_000
const longLine = /.{1000}/

const grammars = new Map<string, () => Promise<{ readonly default: LanguageFn }>>([
  ['bash', () => import('highlight.js/lib/languages/bash')],
  ['c', () => import('highlight.js/lib/languages/c')],
  ['cpp', () => import('highlight.js/lib/languages/cpp')],
  ['csharp', () => import('highlight.js/lib/languages/csharp')],
  ['css', () => import('highlight.js/lib/languages/css')],
  ['diff', () => import('highlight.js/lib/languages/diff')],
  ['dockerfile', () => import('highlight.js/lib/languages/dockerfile')],
  ['go', () => import('highlight.js/lib/languages/go')],
  ['ini', () => import('highlight.js/lib/languages/ini')],
  ['java', () => import('highlight.js/lib/languages/java')],
  ['javascript', () => import('highlight.js/lib/languages/javascript')],
  ['json', () => import('highlight.js/lib/languages/json')],
  ['markdown', () => import('highlight.js/lib/languages/markdown')],
  ['nginx', () => import('highlight.js/lib/languages/nginx')],
  ['php', () => import('highlight.js/lib/languages/php')],
  ['python', () => import('highlight.js/lib/languages/python')],
  ['ruby', () => import('highlight.js/lib/languages/ruby')],
  ['rust', () => import('highlight.js/lib/languages/rust')],
  ['sql', () => import('highlight.js/lib/languages/sql')],
  ['typescript', () => import('highlight.js/lib/languages/typescript')],
  ['xml', () => import('highlight.js/lib/languages/xml')],
  ['yaml', () => import('highlight.js/lib/languages/yaml')],
])

const aliases = byOtherNames([
  'bash sh shell zsh console shellscript',
  'cpp c++ cc hpp cxx',
  'c h',
  'csharp cs c#',
  'css scss less',
  'diff patch',
  'dockerfile docker',
  'go golang',
  'ini toml properties conf',
  'javascript js jsx mjs cjs node',
  'json json5 jsonc',
  'markdown md',
  'php php8',
  'python py python3 py3',
  'ruby rb',
  'rust rs',
  'sql mysql postgresql pgsql plsql sqlite',
  'typescript ts tsx mts',
  'xml html vue svg xhtml',
  'yaml yml',
])

// `js {1,3}`, `python:main.py` and `{.java}` are all seen in notes.
function known(language: string): string | undefined {
  const name = /^[{.]*([\w+#-]+)/.exec(language)?.[1]?.toLowerCase() ?? ''
  const full = aliases.get(name) ?? name
  return grammars.has(full) ? full : undefined
}

// highlight.js hands out HTML of its own making: spans, text and five entities.
function spans(html: string): CodeSpan[] {
  const found: CodeSpan[] = []
  const open: (CodeMeaning | undefined)[] = []
  for (const [piece, scope, entity] of html.matchAll(
    /<span class="(?:hljs-)?([\w-]*)[^"]*">|<\/span>|&(\w+|#x27);|[^<&]+/g,
  )) {
    if (scope !== undefined) open.push(meanings.get(scope) ?? open.at(-1))
    else if (piece === '</span>') open.pop()
    else
      found.push({ text: entity ? (entities.get(entity) ?? piece) : piece, meaning: open.at(-1) })
  }
  return found
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#x27', "'"],
])

const meanings = new Map<string, CodeMeaning>([
  ['addition', 'added'],
  ['deletion', 'removed'],
  ['strong', 'strong'],
  ['emphasis', 'emphasis'],
  ['keyword', 'keyword'],
  ['selector-tag', 'keyword'],
  ['string', 'string'],
  ['regexp', 'string'],
  ['char', 'string'],
  ['link', 'string'],
  ['number', 'number'],
  ['literal', 'number'],
  ['symbol', 'number'],
  ['bullet', 'number'],
  ['comment', 'comment'],
  ['quote', 'comment'],
  ['title', 'name'],
  ['section', 'name'],
  ['name', 'name'],
  ['attr', 'name'],
  ['attribute', 'name'],
  ['selector-id', 'name'],
  ['selector-class', 'type'],
  ['selector-pseudo', 'type'],
  ['type', 'type'],
  ['built_in', 'type'],
  ['variable', 'type'],
  ['meta', 'type'],
])
