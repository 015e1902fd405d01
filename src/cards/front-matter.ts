import matter from 'gray-matter'
import { CORE_SCHEMA, load } from 'js-yaml'
import type { Language, Level, Problem } from './card.ts'
import { levelOf, listOf, separators } from './marks.ts'

/** What the head of a file says about all of it. */
export type Head = {
  readonly title: string | undefined
  readonly titleLine: number
  readonly topics: readonly string[] | undefined
  readonly tags: readonly string[]
  readonly level: Level | undefined
  readonly language: Language | undefined
  /** Shapes the owner says are questions. */
  readonly questions: readonly string[]
  readonly skip: boolean
}

type Split = {
  readonly head: Head
  /** The first line behind the head, from 0. */
  readonly from: number
  readonly problems: readonly Problem[]
}

const largest = 64 * 1024

const nothing: Head = {
  title: undefined,
  titleLine: 0,
  topics: undefined,
  tags: [],
  level: undefined,
  language: undefined,
  questions: [],
  skip: false,
}

/** Splits the YAML head off; a `---` that opens no head is text. */
export function splitFrontMatter(lines: readonly string[], file: string): Split {
  const text: Split = { head: nothing, from: 0, problems: [] }
  const open = /^---[ \t]*(\w*)[ \t]*$/.exec(lines[0]?.slice(0, 100) ?? '')
  if (open === null) return text
  const close = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
  if (close < 0) return text
  const from = close + 1
  const at = { file, line: 1 }
  const language = open[1] ?? ''
  if (language !== '' && language !== 'yaml' && language !== 'yml') {
    return { head: nothing, from, problems: [{ code: 'front-matter-code', at, language }] }
  }
  const block = lines.slice(1, close).join('\n')
  if (block.length > largest) {
    return { head: nothing, from, problems: [{ code: 'front-matter-too-large', at }] }
  }
  return headOf(block, file, from) ?? text
}

/** Undefined where the block is no YAML mapping and does not look like one. */
function headOf(block: string, file: string, from: number): Split | undefined {
  const problems: Problem[] = []
  try {
    const data: unknown = readYaml(block)
    if (!isRecord(data)) return block.trim() === '' ? { head: nothing, from, problems } : undefined
    const head = knownKeys(data, block, file, problems)
    return { head, from, problems }
  } catch (error) {
    if (!/^[\w-]+[ \t]*:(?:\s|$)/m.test(block.slice(0, 2000))) return undefined
    problems.push(invalidHead(error, file, from - 1))
    return { head: nothing, from, problems }
  }
}

/** YAML through gray-matter, whose own engines would run code in a head. */
function readYaml(block: string): unknown {
  if (/(?:^|[\s[{,:])[&*][^\s&*,\]}]/m.test(withoutQuoted(block))) throw new Error('aliases')
  return matter(`---\n${block}\n---\n`, { language: 'yaml', engines }).data
}

function withoutQuoted(block: string): string {
  return block.replace(/"(?:[^"\\\n]|\\.){0,2000}"|'[^'\n]{0,2000}'/g, '').replace(/#[^\n]*/g, '')
}

const refuse = {
  parse: (): never => {
    throw new Error('refused')
  },
}

const engines = {
  yaml: { parse: (text: string) => Object(load(text, { schema: CORE_SCHEMA })) as object },
  javascript: refuse,
  js: refuse,
  json: refuse,
  toml: refuse,
  coffee: refuse,
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}

function invalidHead(error: unknown, file: string, last: number): Problem {
  const mark = error instanceof Error && 'mark' in error && isRecord(error.mark) ? error.mark : {}
  const line = typeof mark.line === 'number' ? Math.min(mark.line + 2, last) : 1
  const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : ''
  return { code: 'front-matter-invalid', at: { file, line }, reason }
}

function knownKeys(
  data: Readonly<Record<string, unknown>>,
  block: string,
  file: string,
  problems: Problem[],
): Head {
  const lines = block.split('\n')
  const lineOf = (key: string) => lines.findIndex((line) => line.startsWith(key)) + 2
  function read<T>(key: string, as: (value: unknown) => T | undefined): T | undefined {
    if (!Object.hasOwn(data, key) || data[key] === null) return undefined
    const value = as(data[key])
    if (value === undefined) {
      problems.push({ code: 'front-matter-key', at: { file, line: lineOf(key) }, key })
    }
    return value
  }
  return {
    title: read('title', asText),
    titleLine: lineOf('title') - 1,
    topics: read('topics', asList),
    tags: read('tags', asList) ?? [],
    level: read('level', (value) => levelOf(asText(value) ?? '')),
    language: read('language', asLanguage),
    questions: read('questions', asList) ?? [],
    skip: read('skip', (value) => (typeof value === 'boolean' ? value : undefined)) ?? false,
  }
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function asList(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return listOf(value, separators)
  if (!Array.isArray(value)) return undefined
  const texts = value.map(asText)
  return texts.every((text) => text !== undefined) ? texts : undefined
}

function asLanguage(value: unknown): Language | undefined {
  const text = asText(value)?.toLowerCase() ?? ''
  if (/^(?:zh|cn|chinese|中文|汉语)\b/.test(text) || text.startsWith('中文')) return 'zh'
  return /^(?:en|english|英文|英语)/.test(text) ? 'en' : undefined
}
