import type { LanguageFn } from 'highlight.js'
import { safe } from '../../text/text.ts'
import type { Style } from '../../text/wrap.ts'
import { draw, type Run, runsWidth, wrapRuns } from '../../text/wrap.ts'
import { marks } from '../layout.ts'
import type { Paint } from '../paint.ts'
import { beside, type Highlight, isPainted, type Page } from './page.ts'

/** A block of code, indented; a line that is too long goes on below, with a mark at the cut. */
export function codeLines(code: string, language: string | undefined, page: Page): string[] {
  if (code.trim() === '') return []
  const indent = page.columns < 60 ? 2 : 4
  const room = beside(page, indent).columns
  const margin = ' '.repeat(page.columns - room)
  const runs = page.highlight(safe(code), language)
  return wrapRuns(runs, Number.POSITIVE_INFINITY)
    .flatMap((line) => folded(line, room, page))
    .map((line) => (line === '' ? '' : margin + line))
}

/** What paints code in these languages; those we do not know stay plain. */
export async function highlighter(languages: Iterable<string>, paint: Paint): Promise<Highlight> {
  const plain: Highlight = (code) => [{ text: code }]
  const wanted = new Set(Array.from(languages, known).filter((name) => name !== undefined))
  if (wanted.size === 0 || !isPainted(paint.syntax.keyword)) return plain
  const { default: core } = await import('highlight.js/lib/core')
  const highlight = core.newInstance()
  for (const name of wanted) {
    const grammar = await grammars.get(name)?.()
    if (grammar) highlight.registerLanguage(name, grammar.default)
  }
  return (code, language) => {
    const name = known(language ?? '')
    if (!name || code.length > longest || longLine.test(code)) return plain(code, language)
    return spans(highlight.highlight(code, { language: name, ignoreIllegals: true }).value, paint)
  }
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

const aliases = new Map(
  [
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
  ].flatMap((row) => {
    const [name = '', ...others] = row.split(' ')
    return others.map((other) => [other, name] as const)
  }),
)

// `js {1,3}`, `python:main.py` and `{.java}` are all seen in notes.
function known(language: string): string | undefined {
  const name = /^[{.]*([\w+#-]+)/.exec(language)?.[1]?.toLowerCase() ?? ''
  const full = aliases.get(name) ?? name
  return grammars.has(full) ? full : undefined
}

// highlight.js hands out HTML of its own making: spans, text and five entities.
function spans(html: string, paint: Paint): Run[] {
  const runs: Run[] = []
  const open: (Style | undefined)[] = []
  for (const [piece, scope, entity] of html.matchAll(
    /<span class="(?:hljs-)?([\w-]*)[^"]*">|<\/span>|&(\w+|#x27);|[^<&]+/g,
  )) {
    if (scope !== undefined) open.push(scopeStyle(scope, paint) ?? open.at(-1))
    else if (piece === '</span>') open.pop()
    else runs.push({ text: entity ? (entities.get(entity) ?? piece) : piece, style: open.at(-1) })
  }
  return runs
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['#x27', "'"],
])

function scopeStyle(scope: string, paint: Paint): Style | undefined {
  if (scope === 'addition') return paint.good
  if (scope === 'deletion') return paint.bad
  if (scope === 'strong' || scope === 'emphasis') return paint[scope]
  const meaning = scopes.get(scope)
  return meaning && paint.syntax[meaning]
}

const scopes = new Map<string, keyof Paint['syntax']>([
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

function folded(line: readonly Run[], room: number, page: Page): string[] {
  if (runsWidth(line) <= room) return [draw(line)]
  if (room < 4) return wrapRuns(line, room).map(draw)
  const text = line.map((run) => run.text).join('')
  const hang = Math.min(text.search(/\S/) + 2, Math.floor(room / 3))
  const cut = { text: marks(page.look).cut, style: page.look.paint.dim }
  const pieces = wrapRuns(line, room - hang - 1, room - 1)
  return pieces.map((piece, i) => {
    const margin = { text: i === 0 ? '' : ' '.repeat(hang) }
    return draw(i === pieces.length - 1 ? [margin, ...piece] : [margin, ...piece, cut])
  })
}
