import { han, kindTable, letter, sign } from './kinds.ts'

const longestWord = 48

/** What is told of a text: pairs of neighbouring characters, the last one alone, and words. */
export type TokenSink = {
  /** `second` is 0 for the last character of a run. */
  readonly pair: (first: number, second: number) => void
  readonly word: (word: string) => void
  /** A part of an identifier, or its end from a part on: `related` of `select_related`. */
  readonly part: (word: string) => void
  /** A run of signs. */
  readonly sign: (run: string) => void
}

const longestSign = 6

/** The same where words are told as stretches of a text: most are known, and need not be cut out of it. */
export type StretchSink = Pick<TokenSink, 'pair' | 'sign'> & {
  readonly word: (text: string, from: number, to: number) => void
  readonly part: (text: string, from: number, to: number) => void
}

/** Tells every token of a text; `folded` is its fold. */
export function eachToken(text: string, folded: string, { word, part, ...sink }: TokenSink): void {
  eachStretch(text, folded, {
    ...sink,
    word: (text, from, to) => word(text.slice(from, to)),
    part: (text, from, to) => part(text.slice(from, to)),
  })
}

/** The same without cutting the words out. */
export function eachStretch(text: string, folded: string, sink: StretchSink): void {
  const kinds = kindTable()
  let at = 0
  while (at < folded.length) {
    const kind = kinds[folded.charCodeAt(at)]
    const start = at
    do at += 1
    while (at < folded.length && kinds[folded.charCodeAt(at)] === kind)
    if (kind === letter) tellWord(text, folded, start, at, sink)
    else if (kind === sign) {
      if (at - start <= longestSign) sink.sign(folded.slice(start, at))
    } else if (kind === han) {
      for (let i = start; i < at - 1; i += 1) {
        sink.pair(folded.charCodeAt(i), folded.charCodeAt(i + 1))
      }
      sink.pair(folded.charCodeAt(at - 1), 0)
    }
  }
}

/** A run of Chinese characters, or a word, as it stands in a query. */
export type Chunk =
  | { readonly kind: 'han'; readonly text: string }
  | {
      readonly kind: 'word'
      readonly text: string
      /** Of an identifier; empty if the word is none. */
      readonly parts: readonly string[]
    }
  | { readonly kind: 'sign'; readonly text: string }

/** Whether signs in a query are looked for, and end or part nothing. */
function asks(run: string): boolean {
  if (run.length > longestSign || /^(?:[.-]|:\/\/)$/.test(run)) return false
  return run.length > 1 || /[#$%&*+<=>@\\^|~]/.test(run)
}

/** The runs and words of a query in order; `folded` is its fold. */
export function chunksOf(text: string, folded: string): readonly Chunk[] {
  const kinds = kindTable()
  const chunks: Chunk[] = []
  let at = 0
  while (at < folded.length) {
    const kind = kinds[folded.charCodeAt(at)]
    const start = at
    do at += 1
    while (at < folded.length && kinds[folded.charCodeAt(at)] === kind)
    if (kind === han) chunks.push({ kind: 'han', text: folded.slice(start, at) })
    if (kind === sign && asks(folded.slice(start, at))) {
      chunks.push({ kind: 'sign', text: folded.slice(start, at) })
    }
    if (kind !== letter || at - start > longestWord) continue
    const whole = growthAt(folded, start, at) ?? initialsAt(folded, start)
    if (whole !== undefined) {
      chunks.push({ kind: 'word', text: whole.text, parts: whole.parts })
      at = whole.end
      continue
    }
    const parts = partStarts(text, start, at).map(({ from, to }) => folded.slice(from, to))
    const tail = tailAt(folded, at)
    chunks.push({ kind: 'word', text: folded.slice(start, at) + tail, parts })
    at += tail.length
  }
  return chunks
}

/** A folded text without spaces and marks. */
export function bare(folded: string): string {
  const kinds = kindTable()
  let kept = ''
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at)
    const kind = kinds[code]
    if (kind === letter || kind === han || code === 0x2b || code === 0x23) kept += folded[at]
  }
  return kept
}

/** Whether a text has a character that goes by pairs. */
export function hasHan(folded: string): boolean {
  const kinds = kindTable()
  for (let at = 0; at < folded.length; at += 1) {
    if (kinds[folded.charCodeAt(at)] === han) return true
  }
  return false
}

function tellWord(
  text: string,
  folded: string,
  start: number,
  end: number,
  sink: StretchSink,
): void {
  if (end - start > longestWord) return
  sink.word(folded, start, end)
  for (const other of alsoWritten(text, folded, start, end)) sink.part(other, 0, other.length)
  const tail = tailAt(folded, end)
  if (tail !== '') sink.part(folded, start, end + tail.length)
  if (!mayHaveParts(text, start, end)) return
  for (const { from, to } of partStarts(text, start, end)) {
    if (from > start) sink.part(folded, from, end)
    if (to < end) sink.part(folded, from, to)
  }
}

/** Whether there is a place to part a word: most are plain, and are read by the million. */
function mayHaveParts(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) === underscore) return true
  for (let at = start + 1; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code === underscore || isUpper(code)) return true
  }
  return false
}

const underscore = 0x5f
const [slash, hyphen, bracket] = [0x2f, 0x2d, 0x28]

/** Other ways of writing the word that begins here: `io` of `I/O`, `ueber` of `über`, `nlogn` of `O(n log n)`. */
function alsoWritten(text: string, folded: string, start: number, end: number): readonly string[] {
  const next = folded.charCodeAt(end)
  const isJoined = next === slash || next === hyphen
  const isPlain = !isJoined && (next !== bracket || end - start > 1)
  if (isPlain && isAscii(text, start, end)) return none
  const found: string[] = []
  const growth = growthAt(folded, start, end)
  if (growth !== undefined) found.push(growth.text, ...growth.parts)
  if (isJoined) {
    joins.lastIndex = start
    const joined = joins.exec(folded)?.[0]
    if (joined !== undefined && !isLetter(folded, start + joined.length)) {
      found.push(joined.replace(/[/-]/g, ''))
    }
  }
  const own = text.slice(start, end).toLowerCase()
  if (/[äöüß]/.test(own)) found.push(own.replace(/[äöüß]/g, (one) => umlauts[one] ?? one))
  return found
}

const none: readonly string[] = []

function isAscii(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
const joins = /(?<![a-z0-9_/-])[a-z0-9]{1,5}(?:[/-][a-z0-9]{1,5}){1,2}/y

/** A word, and where what it was made of ends. */
type Whole = { readonly text: string; readonly parts: readonly string[]; readonly end: number }

/** `O(n log n)`, however it is spaced, in LaTeX too. */
function growthAt(folded: string, start: number, end: number): Whole | undefined {
  if (end - start !== 1 || folded[end] !== '(' || !/[oθω]/.test(folded[start] ?? '')) {
    return undefined
  }
  const inner = /^\(((?:[^()\n]|\([^()\n]*\)){1,40})\)/.exec(folded.slice(end, end + 60))
  const bare = inner?.[1]?.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '') ?? ''
  if (inner === null || bare === '') return undefined
  const isLog = bare.includes('log') && bare !== 'log'
  const parts = isLog ? [bare, 'log', ...bare.split('log').filter((part) => part !== '')] : []
  return { text: `${folded[start]}(${bare})`, parts, end: end + inner[0].length }
}

const initials = /(?<![a-z0-9_/])[a-z0-9]{1,2}(?:\/[a-z0-9]{1,2}){1,2}(?![a-z0-9_/])/y

/** `I/O` and `CI/CD`, whose letters say nothing apart. */
function initialsAt(folded: string, start: number): Whole | undefined {
  initials.lastIndex = start
  const found = initials.exec(folded)?.[0]
  if (found === undefined) return undefined
  return { text: found.replaceAll('/', ''), parts: found.split('/'), end: start + found.length }
}

function isLetter(folded: string, at: number): boolean {
  return kindTable()[folded.charCodeAt(at)] === letter
}

// C++ and C# are words of their own.
function tailAt(folded: string, end: number): string {
  if (folded.startsWith('++', end)) return '++'
  return folded[end] === '#' && kindTable()[folded.charCodeAt(end + 1)] !== letter ? '#' : ''
}

type Part = { readonly from: number; readonly to: number }

/** The parts of `snake_case`, `camelCase` and `HTTPServer`; none of a plain word. */
function partStarts(text: string, start: number, end: number): readonly Part[] {
  const parts: Part[] = []
  let from = start
  for (let i = start + 1; i <= end; i += 1) {
    if (i < end && !isEdge(text, i, end)) continue
    if (text[from] === '_') from += 1
    if (i > from) parts.push({ from, to: i })
    from = i
  }
  const [only] = parts
  const isWhole = parts.length === 1 && only?.from === start && only.to === end
  return isWhole ? [] : parts
}

function isEdge(text: string, at: number, end: number): boolean {
  if (text[at] === '_') return true
  if (!isUpper(text.charCodeAt(at))) return false
  const isAfterLower = !isUpper(text.charCodeAt(at - 1)) && text[at - 1] !== '_'
  const isBeforeLower = at + 1 < end && isLower(text.charCodeAt(at + 1))
  return isAfterLower || (isBeforeLower && isUpper(text.charCodeAt(at - 1)))
}

function isUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a
}

function isLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a
}
