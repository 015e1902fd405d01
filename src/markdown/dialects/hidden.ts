import type { Line } from './frames.ts'

/** Lines without what other programs note for themselves: comments, properties, drawers, imports. */
export function withoutHidden(lines: readonly Line[]): Line[] {
  const marked = commentsGone(drawersGone(lines))
  const imports = importedIn(marked)
  return marked.filter(({ text, isCode }) => isCode || !isForPrograms(text, imports))
}

const property =
  /^\s*(?:[-*+]\s+)?(?:id|collapsed|heading|template|template-including-parent|public|filters|icon|deck|exclude-from-graph-view|(?:created|updated)-at|background[-_]color|card-[\w-]+|query-[\w-]+|hl-[\w-]+|ls-type|logseq\.[\w.-]+|file-path)::(?:\s.*)?$/i
const attributesOnly = /^\s*\{(?::[^{}]*|[#.][a-zA-Z_-][^{}]*)\}\s*$/
const planned = /^\s*(?:SCHEDULED|DEADLINE): <\d{4}-\d\d-\d\d[^<>]*>\s*$/

function isForPrograms(text: string, imports: ReadonlySet<string>): boolean {
  return property.test(text) || attributesOnly.test(text) || planned.test(text) || imports.has(text)
}

const imported = /^import\s+(?:[\w*{][\w\s,{}*$]*?\s+from\s+)?(['"])([^'"]+)\1;?\s*$/
const exported = /^export\s+(?:const|let|default|function)\b/
const component = /<[A-Z][\w.]*[\s/>]/

/**
 * Imports and exports of MDX. Those of a script that somebody left outside a block of code are words:
 * only a file of components or one that the text uses is none.
 */
function importedIn(lines: readonly Line[]): ReadonlySet<string> {
  const found = new Set<string>()
  const texts = lines.filter(({ isCode }) => !isCode).map(({ text }) => text)
  if (!texts.some((text) => /^(?:import|export)\s/.test(text))) return found
  const uses = texts.filter((text) => component.test(text)).join('\n')
  for (const text of texts) {
    const [, , from = ''] = imported.exec(text) ?? []
    const names = text.match(/\b[A-Z]\w*/g) ?? []
    const isUsed = names.some((name) => new RegExp(`<${name}\\b`).test(uses))
    const isOfSite =
      /^@(?:theme|site|docusaurus|astrojs|components|nextra)\b|\.(?:mdx|astro)$|^nextra|^\.{1,2}\/.*components?\//i
    if (from !== '' && (isUsed || isOfSite.test(from))) found.add(text)
  }
  const isMdx = found.size > 0 || uses !== ''
  for (const text of texts) {
    if (isMdx && exported.test(text) && /[;})\]'"\d]\s*$/.test(text)) found.add(text)
  }
  return found
}

/** `:LOGBOOK:` to `:END:`. */
function drawersGone(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => /^\s*:END:\s*$/i.test(text))) return lines
  const kept: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) break
    const opens =
      !line.isCode && /^\s*:(?:LOGBOOK|PROPERTIES|CLOCK|[A-Z_]{3,}):\s*$/i.test(line.text)
    const end = opens ? endOfDrawer(lines, at) : -1
    if (end > at) at = end
    else kept.push(line)
  }
  return kept
}

function endOfDrawer(lines: readonly Line[], from: number): number {
  for (let at = from + 1; at < Math.min(lines.length, from + 100); at++) {
    const text = lines[at]?.text ?? ''
    if (/^\s*:END:\s*$/i.test(text)) return at
    if (text.trim() === '') return -1
  }
  return -1
}

/** `%%…%%`: within a line, a line or many lines. A sign of per cent written twice is text. */
function commentsGone(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text, isCode }) => !isCode && text.includes('%%'))) return lines
  const kept: Line[] = []
  const ends = lines.flatMap(({ text, isCode }, at) => (!isCode && text.includes('%%') ? [at] : []))
  let next = 0
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) break
    while ((ends[next] ?? lines.length) <= at) next++
    if (line.isCode || !line.text.includes('%%')) {
      kept.push(line)
      continue
    }
    const text = withoutComments(line.text)
    const [, before = '', inside] = /^(\s*|(?:(?!%%).)*\s)%%(?!%)([^%]*)$/.exec(text) ?? []
    const end = inside === undefined ? undefined : ends[next]
    if (end === undefined) {
      if (text.trim() !== '' || line.text.trim() === '') kept.push({ ...line, text })
      continue
    }
    const after = (lines[end]?.text ?? '').replace(/^.*?%%/, '')
    if ((before + after).trim() !== '')
      kept.push({ ...line, text: before + withoutComments(after) })
    at = end
  }
  return kept
}

const tight = /(?<![%\w])%%(?![\s%])((?:(?!%%).){1,1000}?)(?<!\s)%%(?!%)/g
const spaced = /(^|\s)%%\s(?:(?!%%).){0,1000}?%%\s*$|^(\s*)%%\s(?:(?!%%).){0,1000}?\s%%(?=\s)/g

function withoutComments(text: string): string {
  return outsideCode(text, (part) => part.replace(tight, '').replace(spaced, '$1$2'))
}

/** A line changed where it is no code; what follows the last code is told apart by its place. */
export function outsideCode(text: string, change: (part: string) => string): string {
  if (!text.includes('`')) return change(text)
  const parts = text.split(/((?<!`)(`{1,8})(?!`)(?:(?!\2(?!`)).)*?(?<!`)\2(?!`))/)
  // of each piece of code its marks are split off too
  return parts.map((part, i) => (i % 3 === 0 ? change(part) : i % 3 === 1 ? part : '')).join('')
}
