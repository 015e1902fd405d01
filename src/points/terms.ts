import type { Range } from '../search/ranges.ts'
import { fold } from '../search/text/fold.ts'
import { clausesIn } from './contrary/clauses.ts'
import { denialsIn, denied } from './contrary/denial.ts'
import { type Opposites, oppositesOf } from './contrary/opposites.ts'
import { type Quantity, quantitiesIn } from './contrary/quantities.ts'
import { turnsIn } from './contrary/turns.ts'
import { type Lexicon, longestName, mostWords } from './lexicon.ts'
import { asOneWord, nameOf } from './names.ts'
import { isListed, isParting, isWeak, tellingOf } from './plain-words.ts'
import { stemOf } from './stem.ts'

/** Something that a text says, and the ways to say it. */
export type Term = {
  /** Equal for terms that are the same word. */
  readonly key: string
  /** Where it begins in the text. */
  readonly at: number
  /** As it stands in the text, folded. */
  readonly shown: string
  readonly weight: number
  /** What it weighs where the text is said wrongly; what the text denies or limits tells most. */
  readonly claim: number
  /** How the text denies it: `affirmed`, `denied` or `perhaps`. */
  readonly denied: number
  /** Whether something is denied in its clause. */
  readonly nearDenial: boolean
  /** Which denial of the text that is, from 1; 0 for none. */
  readonly group: number
  /** Whether the text has it first or later. */
  readonly turn: number
  /** Whether the question or another point of the card speaks of it too. */
  readonly isTopic: boolean
  /** Whether it is a member of a list. */
  readonly isListed: boolean
  /** In which clause of the text it stands. */
  readonly clause: number
  /** Whether it stands in another one too. */
  readonly isRepeated: boolean
  readonly ways: readonly Way[]
  /** Names that cannot hold where it does. */
  readonly opposites: Opposites | undefined
  readonly quantity: Quantity | undefined
}

export type Way = {
  readonly text: string
  /** What it counts for, from 0 to 1. */
  readonly share: number
}

const shares = { same: 0.95, other: 0.9, part: 0.45 } as const
const weights = {
  han: 1,
  identifier: 1.2,
  pair: 0.6,
  weakPair: 0.2,
  number: 0.5,
  quantity: 1,
  smallCount: 0.4,
} as const

const leastClaim = 1.2

const pieces = /[\u3400-\u9fff]+|[a-z0-9_]+(?:[.+#/'-]+[a-z0-9_]+)*[+#]*/g

/** A name half in letters: I/O 密集. */
const intensive = /(?:i\/o|io|cpu)[ -]?密集型?/g

function intensiveWays(word: string): readonly Way[] {
  const names = /^cpu/.test(word) ? ['cpu'] : ['io', 'i/o']
  const written = names.flatMap((name) => [`${name} 密集`, `${name}密集`])
  const others = names.flatMap((name) => [`${name.replace('i/o', 'io')} bound`, `${name} intensiv`])
  return [...written, ...others].map((text) => ({ text, share: 1 }))
}

/** The terms of a text in their order, each once. */
export function termsOf(text: string, lexicon: Lexicon): readonly Term[] {
  const folded = fold(text)
  const clauses = clausesIn(folded)
  const denials = denialsIn(folded, clauses)
  const turnAt = turnsIn(folded, clauses)
  const found = new Map<string, Term>()
  const add: Add = (key, at, weight, ways, quantity) => {
    if (weight <= 0) return
    const before = found.get(key)
    const clause = clauses.at(at).index
    if (before !== undefined) {
      if (before.clause !== clause) found.set(key, { ...before, isRepeated: true })
      return
    }
    const isClaim =
      quantity !== undefined ||
      denials.at(at) === denied ||
      /(?:只|仅|only |just )[^,，]{0,4}$/.test(folded.slice(0, at))
    found.set(key, {
      key,
      at,
      shown: shownAt(folded, at, key),
      weight,
      isTopic: false,
      claim: isClaim ? Math.max(leastClaim, weight) : weight,
      denied: denials.at(at),
      nearDenial: denials.inClause(at),
      group: denials.group(at),
      turn: turnAt(at),
      isListed: isMember(folded, at),
      clause,
      isRepeated: false,
      ways: weight === contrastWeight ? ways : ways.filter(({ text }) => !isLoneHan(text)),
      opposites: oppositesOf(isOnce(quantity) ? '一次' : key),
      quantity,
    })
  }
  const quantities = quantitiesIn(folded)
  for (const one of quantities) addQuantity(one, add)
  const kinds = [...folded.matchAll(intensive)].map(({ 0: name, index }) => {
    const [word = ''] = name.split(/[ -]?密/)
    add(`${asOneWord(word)} 密集`, index, weights.identifier, intensiveWays(word))
    return { start: index, end: index + name.length }
  })
  const rest = withoutRanges(folded, [...quantities, ...kinds])
  const matches = [...rest.matchAll(pieces)]
  for (let i = 0; i < matches.length; i += 1) {
    const piece = matches[i]
    if (piece === undefined) continue
    const [word] = piece
    if (word > '\u2fff') addHan(word, piece.index, lexicon, add)
    else i += addLatin(matches.slice(i, i + mostWords), rest, lexicon, add)
  }
  return [...found.values()]
}

type Add = (
  key: string,
  at: number,
  weight: number,
  ways: readonly Way[],
  quantity?: Quantity,
) => void

/** Whether a mark of a list stands right before or behind what begins there. */
function isMember(folded: string, at: number): boolean {
  const before = /(?:[、,，]|, ?(?:and|or)?)\s*$/.test(folded.slice(0, at))
  return before || /^[^\s、,，。;；]{1,12}(?:[、,，])/.test(folded.slice(at))
}

function shownAt(folded: string, at: number, key: string): string {
  if (key > '\u2fff') return key
  return /^[^\s,，。;；、()（）\u3400-\u9fff]+/.exec(folded.slice(at))?.[0] ?? key
}

function isOnce(quantity: Quantity | undefined): boolean {
  return quantity?.kind === 'times' && quantity.value === 1
}

/** Single characters that tell one of two things from the other, and say nothing else. */
const contrasts = '读写长短快慢大小高低冷热新旧增减多少内外主从'
/** They are no evidence of a point. */
const contrastWeight = 1e-6

/** One Chinese character is in too many words to be evidence of any. */
function isLoneHan(text: string): boolean {
  return text.length === 1 && text > '\u2fff'
}

/** Where it stands beside its unit a number tells much; that something is one tells little. */
function addQuantity(quantity: Quantity, add: Add): void {
  const { value, kind, start } = quantity
  const isSmall = value <= 2 && kind !== 'bytes' && kind !== 'ms'
  const weight = isSmall ? weights.smallCount : kind === '' ? weights.number : weights.quantity
  add(`#${value} ${kind}`, start, weight, [], quantity)
}

/** The text with ranges blotted out; offsets stay. */
function withoutRanges(text: string, ranges: readonly Range[]): string {
  let left = text
  for (const { start, end } of ranges) {
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end)
  }
  return left
}

function addHan(run: string, start: number, lexicon: Lexicon, add: Add): void {
  const addContrast = (character: string, at: number) =>
    add(character, at, contrastWeight, [{ text: character, share: 1 }])
  let unknown = ''
  const flush = (end: number) => {
    addUnknown(unknown, end - unknown.length, add)
    unknown = ''
  }
  for (let at = 0; at < run.length; ) {
    const length = knownLength(run, at, lexicon)
    const character = run[at] ?? ''
    // 不支持 is 支持, denied
    if (
      isDenier(character) &&
      knownLength(run, at + 1, lexicon) > 1 &&
      !lexicon.has(run.slice(at, at + length))
    ) {
      flush(start + at)
      at += 1
      continue
    }
    if (length > 1 || isParting(character) || isDenier(character)) {
      flush(start + at)
      const word = run.slice(at, at + Math.max(1, length))
      if (length > 1) add(word, start + at, weights.han * tellingOf(word), waysOf(word, lexicon))
      at += word.length
      continue
    }
    if (contrasts.includes(character)) addContrast(character, start + at)
    unknown += character
    at += 1
  }
  flush(start + run.length)
}

function isDenier(character: string): boolean {
  return character === '不' || character === '没'
}

function knownLength(run: string, at: number, lexicon: Lexicon): number {
  for (let length = Math.min(longestName, run.length - at); length > 1; length -= 1) {
    const word = run.slice(at, at + length)
    if (lexicon.has(word) || isListed(word)) return length
  }
  return 1
}

/** Characters of which no word is known go by pairs. */
function addUnknown(run: string, start: number, add: Add): void {
  for (let i = 0; i + 1 < run.length; i += 1) {
    const pair = run.slice(i, i + 2)
    const characters = [...pair].filter((character) => !isWeak(character))
    const isPlain = characters.length === 2
    const only =
      run.length === 2 && isPlain ? weights.han : isPlain ? weights.pair : weights.weakPair
    add(pair, start + i, only, [{ text: pair, share: 1 }])
  }
}

function waysOf(name: string, lexicon: Lexicon): readonly Way[] {
  const same = new Set(oppositesOf(name)?.same)
  const excluded = new Set(oppositesOf(name)?.names)
  const others = lexicon
    .others(name)
    .filter((text) => !excluded.has(text))
    .map((text) => ({ text, share: same.has(text) ? shares.same : shares.other }))
  return [{ text: name, share: 1 }, ...others, ...partsOf(name)]
}

/** Pairs of a longer Chinese name, which may be said in parts. */
function partsOf(name: string): readonly Way[] {
  if (!/^[\u3400-\u9fff]{3,}$/.test(name)) return []
  const parts: Way[] = []
  for (let i = 0; i + 1 < name.length; i += 1) {
    const pair = name.slice(i, i + 2)
    if (![...pair].some(isWeak)) parts.push({ text: pair, share: shares.part })
  }
  return parts
}

/** Adds the longest name that begins with these words; how many more words it took. */
function addLatin(
  matches: readonly RegExpMatchArray[],
  folded: string,
  lexicon: Lexicon,
  add: Add,
): number {
  const words = adjacent(matches, folded)
  const at = matches[0]?.index ?? 0
  for (let count = words.length; count > 1; count -= 1) {
    const name = nameOf(words.slice(0, count).join(' '))
    if (!lexicon.has(name)) continue
    add(name, at, weights.identifier, waysOf(name, lexicon))
    return count - 1
  }
  const [word = ''] = words
  if (/^non-./.test(word)) {
    // what is denied by it is a word of its own
    addLatinWord(word.slice(prefixLength), at + prefixLength, lexicon, add)
    return 0
  }
  addLatinWord(word, at, lexicon, add)
  return 0
}

const prefixLength = 4

function addLatinWord(word: string, at: number, lexicon: Lexicon, add: Add): void {
  const telling = tellingOf(word)
  if (telling === 0 || (word.length === 1 && !/\d/.test(word))) return
  if (/^\d+(?:\.\d+)?$/.test(word)) {
    add(word, at, weights.number, [{ text: word, share: 1 }])
    return
  }
  const isPlain = /^[a-z]+$/.test(word)
  const name = isPlain ? stemOf(word) : word
  const weight = (isPlain && tellingOf(word) < 1 ? 1 : weights.identifier) * telling
  add(name, at, weight, [...waysOf(name, lexicon), ...identifierParts(word)])
}

/** The words that follow each other with nothing but a space between. */
function adjacent(matches: readonly RegExpMatchArray[], folded: string): readonly string[] {
  const words: string[] = []
  let end = -1
  for (const match of matches) {
    const at = match.index ?? 0
    if (match[0] > '\u2fff' || (end >= 0 && (at !== end + 1 || folded[end] !== ' '))) break
    words.push(match[0])
    end = at + match[0].length
  }
  return words
}

/** `select_related` is also said as `select related`, and half said by one of its words. */
function identifierParts(word: string): readonly Way[] {
  const parts = asOneWord(word)
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
  if (parts.length < 2) return []
  const whole = { text: parts.map(stemOf).join(' '), share: 1 }
  const single = parts
    .filter((part) => part.length > 2 && tellingOf(part) === 1)
    .map((part) => ({ text: stemOf(part), share: 1 / parts.length }))
  return [whole, ...single]
}
