import matter from 'gray-matter'
import type { CardLanguage, Level, Problem } from '../card.ts'
import { asShapes } from '../choice/scopes.ts'
import { levelOf } from './marks.ts'
import { readToml } from './toml.ts'
import {
  asFlag,
  asLanguage,
  asList,
  asText,
  faultOf,
  isMapping,
  type Mapping,
  readYaml,
  valueAt,
} from './yaml.ts'

/** What the head of a file says about all of it. */
export type NoteHead = {
  readonly title: string | undefined
  readonly titleLine: number
  readonly topics: readonly string[] | undefined
  readonly tags: readonly string[]
  readonly level: Level | undefined
  readonly language: CardLanguage | undefined
  /** Shapes the owner says are questions. */
  readonly questions: readonly string[]
  readonly skip: boolean
}

type Split = {
  readonly head: NoteHead
  /** The first line behind the head, from 0. */
  readonly from: number
  readonly problems: readonly Problem[]
}

const largest = 64 * 1024

const nothing: NoteHead = {
  title: undefined,
  titleLine: 0,
  topics: undefined,
  tags: [],
  level: undefined,
  language: undefined,
  questions: [],
  skip: false,
}

/** Splits the head off, YAML or TOML; a `---` or `+++` that opens none is text. */
export function splitFrontMatter(lines: readonly string[], file: string): Split {
  const text: Split = { head: nothing, from: 0, problems: [] }
  if (/^\+{3}\s*$/.test(lines[0] ?? '')) return tomlHead(lines, file) ?? text
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

/** Undefined where nothing closes, or nothing looks like a key. */
function tomlHead(lines: readonly string[], file: string): Split | undefined {
  const close = lines.findIndex((line, at) => at > 0 && /^\+{3}\s*$/.test(line))
  if (close < 0) return undefined
  const from = close + 1
  const block = lines.slice(1, close).join('\n')
  const at = { file, line: 1 }
  if (block.length > largest) {
    return { head: nothing, from, problems: [{ code: 'front-matter-too-large', at }] }
  }
  const problems: Problem[] = []
  const read = readToml(block)
  if ('data' in read) return { head: knownKeys(read.data, block, file, problems), from, problems }
  if (!/^\s*[\w-]+[ \t]*=/m.test(block.slice(0, 2000))) return undefined
  const line = Math.min(read.line + 2, close)
  const { reason } = read
  problems.push({ code: 'front-matter-invalid', at: { file, line }, language: 'TOML', reason })
  return { head: nothing, from, problems }
}

/** Undefined where the block is no YAML mapping and does not look like one. */
function headOf(block: string, file: string, from: number): Split | undefined {
  const problems: Problem[] = []
  try {
    const data: unknown = dataOf(block)
    if (!isMapping(data)) return block.trim() === '' ? { head: nothing, from, problems } : undefined
    const head = knownKeys(data, block, file, problems)
    return { head, from, problems }
  } catch (error) {
    if (!/^[\w-]+[ \t]*:(?:\s|$)/m.test(block.slice(0, 2000))) return undefined
    problems.push(invalidHead(error, file, from - 1))
    return { head: nothing, from, problems }
  }
}

/** YAML through gray-matter, whose own engines would run code in a head. */
function dataOf(block: string): unknown {
  return matter(`---\n${block}\n---\n`, { language: 'yaml', engines }).data
}

const refuse = {
  parse: (): never => {
    throw new Error('refused')
  },
}

const engines = {
  yaml: { parse: (text: string) => Object(readYaml(text)) as object },
  javascript: refuse,
  js: refuse,
  json: refuse,
  toml: refuse,
  coffee: refuse,
}

function invalidHead(error: unknown, file: string, last: number): Problem {
  const { line, reason } = faultOf(error)
  const at = { file, line: Math.min(line + 2, last) }
  return { code: 'front-matter-invalid', at, language: 'YAML', reason }
}

function knownKeys(data: Mapping, block: string, file: string, problems: Problem[]): NoteHead {
  const lines = block.split('\n')
  const lineOf = (key: string) => lines.findIndex((line) => line.startsWith(key)) + 2
  const wrong = (key: string) => {
    problems.push({ code: 'front-matter-key', at: { file, line: lineOf(key) }, key })
  }
  return {
    title: valueAt(data, 'title', asText, wrong),
    titleLine: lineOf('title') - 1,
    topics: valueAt(data, 'topics', asList, wrong),
    tags: valueAt(data, 'tags', asList, wrong) ?? [],
    level: valueAt(data, 'level', (value) => levelOf(asText(value) ?? ''), wrong),
    language: valueAt(data, 'language', asLanguage, wrong),
    questions: valueAt(data, 'questions', asShapes, wrong) ?? [],
    skip: valueAt(data, 'skip', asFlag, wrong) ?? false,
  }
}
