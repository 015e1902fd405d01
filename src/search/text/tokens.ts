/** What a character is to a search: Chinese and its neighbours go by pairs, letters by words. */
const apart = 0
const letter = 1
const han = 2
/** Signs of programs, which go by runs: `===`. */
const sign = 3

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

/** Tells every token of a text; `folded` is its fold. */
export function eachToken(text: string, folded: string, sink: TokenSink): void {
  const kinds = table()
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
  const kinds = table()
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
  const kinds = table()
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
  const kinds = table()
  for (let at = 0; at < folded.length; at += 1) {
    if (kinds[folded.charCodeAt(at)] === han) return true
  }
  return false
}

function tellWord(text: string, folded: string, start: number, end: number, sink: TokenSink): void {
  if (end - start > longestWord) return
  const word = folded.slice(start, end)
  sink.word(word)
  for (const other of alsoWritten(text, folded, start, end)) sink.part(other)
  const tail = tailAt(folded, end)
  if (tail !== '') sink.part(word + tail)
  for (const { from, to } of partStarts(text, start, end)) {
    if (from > start) sink.part(folded.slice(from, end))
    if (to < end) sink.part(folded.slice(from, to))
  }
}

/** Other ways of writing the word that begins here: `io` of `I/O`, `ueber` of `über`, `nlogn` of `O(n log n)`. */
function alsoWritten(text: string, folded: string, start: number, end: number): readonly string[] {
  const found: string[] = []
  const growth = growthAt(folded, start, end)
  if (growth !== undefined) found.push(growth.text, ...growth.parts)
  if (/[/-]/.test(folded[end] ?? '')) {
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
  return table()[folded.charCodeAt(at)] === letter
}

// C++ and C# are words of their own.
function tailAt(folded: string, end: number): string {
  if (folded.startsWith('++', end)) return '++'
  return folded[end] === '#' && table()[folded.charCodeAt(end + 1)] !== letter ? '#' : ''
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

/** Ranges of code units: `from`, `to`, what they are. Surrogates stand apart. */
const ranges: readonly (readonly [number, number, number])[] = [
  [0x30, 0x39, letter],
  [0x41, 0x5a, letter],
  [0x5f, 0x5f, letter],
  [0x61, 0x7a, letter],
  [0xaa, 0xaa, letter],
  [0xb5, 0xb5, letter],
  [0xc0, 0xd6, letter],
  [0xd8, 0xf6, letter],
  [0xf8, 0x1fff, letter],
  [0x2c00, 0x2dff, letter],
  [0x3005, 0x3007, han],
  [0x3040, 0x30ff, han],
  [0x3105, 0x312f, han],
  [0x3400, 0x4dbf, han],
  [0x4e00, 0x9fff, han],
  [0xa000, 0xa4cf, han],
  [0xac00, 0xd7a3, han],
  [0xf900, 0xfaff, han],
]

let known: Uint8Array | undefined

function table(): Uint8Array {
  if (known !== undefined) return known
  const made = new Uint8Array(0x10000).fill(apart)
  for (const [from, to, kind] of ranges) made.fill(kind, from, to + 1)
  // the dot between the words of a foreign name, and the mark after a prolonged vowel
  made[0x30fb] = apart
  for (const one of '!#$%&*+-./:<=>?@\\^|~') made[one.charCodeAt(0)] = sign
  known = made
  return made
}
