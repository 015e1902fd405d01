import type { Range } from '../search/ranges.ts'
import { fold } from '../search/text/fold.ts'
import { type Clause, clausesIn } from './contrary/clauses.ts'
import { denialsIn } from './contrary/denial.ts'
import { isHollow } from './contrary/hollow.ts'
import { type Quantity, quantitiesIn } from './contrary/quantities.ts'
import { turnsIn } from './contrary/turns.ts'
import { stemOf } from './stem.ts'

/** An answer, ready to be asked what it says. */
export type HeardAnswer = {
  readonly folded: string
  /** Where a name of the lexicon stands, as often as is of use. */
  readonly places: (name: string) => readonly Range[]
  /** How it denies what stands there: `affirmed`, `denied` or `perhaps`. */
  readonly denied: (at: number) => number
  /** Which denial stands there, from 1; 0 for none. */
  readonly group: (at: number) => number
  /** Whether it denies something in the clause of what stands there. */
  readonly nearDenial: (at: number) => boolean
  readonly turn: (at: number) => number
  readonly clause: (at: number) => Clause
  /** Whether its clause only says that its topics matter. */
  readonly isHollow: (at: number) => boolean
  /** The folded text of that clause. */
  readonly clauseText: (at: number) => string
  /** The same without what stands in these ranges. */
  readonly clauseWithout: (at: number, ranges: readonly Range[]) => string
  readonly quantities: readonly Quantity[]
  /** How much is said before a character: a Chinese character is 2, the end of a sentence more. */
  readonly saidBefore: (at: number) => number
  /** From 1: the more is said, the more of it is there by chance. */
  readonly chance: number
}

const mostPlaces = 200
const sentenceEnd = 6
/** What a full answer takes; from here on, chance grows with each doubling. */
const usualLength = 1200
const chanceGrowth = 0.4

export function heardAnswer(answer: string, isWord: (text: string) => boolean): HeardAnswer {
  const folded = fold(answer)
  const clauses = clausesIn(folded)
  const denials = denialsIn(folded, clauses)
  const hollow = clauses.all.map(({ start, end }) => isHollow(folded.slice(start, end)))
  const said = saidIn(folded)
  const words = wordsIn(folded)
  const known = new Map<string, readonly Range[]>()
  return {
    folded,
    places: (name) => {
      const before = known.get(name)
      if (before !== undefined) return before
      const found = isLatin(name)
        ? words.places(name)
        : placesIn(folded, name).filter((place) => !isCut(folded, place, isWord))
      known.set(name, found)
      return found
    },
    denied: denials.at,
    group: denials.group,
    nearDenial: denials.inClause,
    turn: turnsIn(folded, clauses),
    clause: clauses.at,
    isHollow: (at) => hollow[clauses.at(at).index] === true,
    clauseWithout: (at, ranges) => {
      const { start, end } = clauses.at(at)
      const left = [...folded.slice(start, end)].map((character, i) =>
        ranges.some((one) => one.start <= start + i && start + i < one.end) ? ' ' : character,
      )
      return left.join('')
    },
    clauseText: (at) => folded.slice(clauses.at(at).start, clauses.at(at).end),
    quantities: quantitiesIn(folded),
    saidBefore: (at) => said[at] ?? 0,
    chance: 1 + chanceGrowth * Math.log2(Math.max(1, (said[folded.length] ?? 0) / usualLength)),
  }
}

function isLatin(name: string): boolean {
  return name < '\u2e80' && /^[a-z0-9][a-z0-9 .+#_'/-]*$/.test(name)
}

function saidIn(folded: string): Int32Array {
  const said = new Int32Array(folded.length + 1)
  for (let at = 0; at < folded.length; at += 1) {
    const character = folded[at] ?? ''
    const ends = /[。！？!?\n]/.test(character) ? sentenceEnd : 0
    said[at + 1] = (said[at] ?? 0) + (character > '\u2fff' ? 2 : 1) + ends
  }
  return said
}

/**
 * Whether a place only joins halves of two words, as `分组` in `部分组成`. Between two whole words, as
 * in `互相等待`, the `相等` is the one that only joins.
 */
function isCut(folded: string, { start, end }: Range, isWord: (text: string) => boolean): boolean {
  if (end - start < 2) return false
  const isPair = (at: number) =>
    at >= 0 && at + 2 <= folded.length && isWord(folded.slice(at, at + 2))
  const takesFirst = isPair(start - 1) && !isPair(start - 2)
  return takesFirst || (isPair(end - 1) && !isPair(end))
}

function placesIn(folded: string, name: string): readonly Range[] {
  const found: Range[] = []
  let start = folded.indexOf(name)
  while (start >= 0 && found.length < mostPlaces) {
    found.push({ start, end: start + name.length })
    start = folded.indexOf(name, start + name.length)
  }
  return found
}

/** Words with what joins them: `select_related`, `1.7`, `c++`. */
const tokens = /[a-z0-9_]+(?:[.+#/'-]+[a-z0-9_]+)*[+#]*/g

/** Of short words each slip is another word. */
const leastMisspelt = 6

type Word = Range & { readonly stem: string }

/** The words of letters: by their stems, in runs, and those that are only nearly right. */
function wordsIn(folded: string) {
  const words: Word[] = []
  const at = new Map<string, number[]>()
  const compounds = new Map<string, Range[]>()
  for (const found of folded.matchAll(/i\/o(?![a-z0-9])|[a-z0-9]+/g)) {
    const { index: start } = found
    const stem = found[0] === 'i/o' ? 'io' : stemOf(found[0])
    const list = at.get(stem) ?? []
    if (list.length < mostPlaces) list.push(words.length)
    at.set(stem, list)
    words.push({ start, end: start + found[0].length, stem })
  }
  const keep = (name: string, range: Range) => {
    const list = compounds.get(name) ?? []
    if (list.length < mostPlaces) list.push(range)
    compounds.set(name, list)
  }
  for (const { 0: token, index: start } of folded.matchAll(tokens)) {
    if (/[^a-z0-9]/.test(token)) keep(token, { start, end: start + token.length })
  }
  for (let i = 0; i + 1 < words.length; i += 1) {
    const [one, two] = [words[i], words[i + 1]]
    if (one === undefined || two === undefined || two.start > one.end + 1) continue
    const { start } = one
    keep(folded.slice(start, one.end) + folded.slice(two.start, two.end), { start, end: two.end })
  }
  const single = (stem: string): readonly Range[] =>
    (at.get(stem) ?? []).flatMap((index) => words[index] ?? [])
  const stems = [...at.keys()].filter((stem) => stem.length >= leastMisspelt - 1)
  const misspelt = (stem: string): readonly Range[] => {
    if (stem.length < leastMisspelt || !/^[a-z]+$/.test(stem)) return []
    const near = stems.find((other) => isNear(stem, other))
    return near === undefined ? [] : single(near)
  }
  return {
    places: (name: string): readonly Range[] => {
      const parts = name.split(' ')
      const [first = ''] = parts
      if (parts.length > 1) return inRow(parts)
      const found = [...single(first), ...(compounds.get(first) ?? [])]
      return found.length > 0 ? found : misspelt(first)
    },
  }

  function inRow(parts: readonly string[]): readonly Range[] {
    return (at.get(parts[0] ?? '') ?? []).flatMap((index) => {
      const start = words[index]
      const last = words[index + parts.length - 1]
      if (start === undefined || last === undefined) return []
      if (parts.some((part, i) => words[index + i]?.stem !== part)) return []
      return [{ start: start.start, end: last.end }]
    })
  }
}

/** Whether a word is another with one slip: a letter too many, too few, another, or two swapped. */
function isNear(one: string, two: string): boolean {
  if (one[0] !== two[0] || Math.abs(one.length - two.length) > 1 || two.length < 5) return false
  let same = 0
  while (same < one.length && one[same] === two[same]) same += 1
  let tail = 0
  while (
    tail < Math.min(one.length, two.length) - same &&
    one[one.length - 1 - tail] === two[two.length - 1 - tail]
  ) {
    tail += 1
  }
  // another last letter is another word: company and compared
  if (tail === 0 && one.length === two.length) return false
  const [left, right] = [one.length - same - tail, two.length - same - tail]
  if (left <= 1 && right <= 1) return true
  return left === 2 && right === 2 && one[same] === two[same + 1] && one[same + 1] === two[same]
}
