import type { NoteBlock } from '../blocks/block.ts'
import { keyOf, plain } from '../blocks/inline.ts'
import type { Card, Deck } from '../card.ts'
import { endsAsQuestion } from '../choice/wording.ts'

/** What looks as if the file were read wrongly. Lines from 1; `count` of what is odd, `from` to `to`. */
export type Suspicion =
  | { readonly line: number; readonly why: 'long' }
  | ({ readonly line: number; readonly why: 'asks-inside' | 'chapters-inside' } & Many)
  | ({ readonly line: number; readonly why: 'no-cards' | 'asks-outside' } & Many)
  | { readonly line: number; readonly why: 'same-answer'; readonly count: number }

type Many = { readonly count: number; readonly from: number; readonly to: number }

const longAnswer = 300
const longestQuestion = 200
/** So many lines, or headings, that ask inside one answer are not by chance. */
const manyLines = 8
const manyHeads = 3
const manyInFile = 5
const manyOutside = 2
const manyAnswers = 20

/** Cards whose bounds look wrong, and files that give none although they ask. */
export function suspicionsIn(blocks: readonly NoteBlock[], { cards }: Deck): readonly Suspicion[] {
  const asking = askingIn(blocks)
  if (cards.length === 0) {
    const many = manyOf(asking)
    if (many === undefined || many.count < manyInFile) return []
    return [{ line: many.from, why: 'no-cards', ...many }]
  }
  const heads = blocks.filter(({ kind }) => kind === 'heading')
  const within = cards.flatMap((card) => insideOf(card, asking))
  const chapters = cards.flatMap((card) => chaptersIn(card, heads))
  // where every other card has one, it is how these notes are written
  const isForm = chapters.length >= manyHeads && chapters.length * 2 >= cards.length
  const all = [
    ...within,
    ...(isForm ? [] : chapters),
    ...outside(cards, asking),
    ...sameAnswers(cards),
  ]
  return all.sort((a, b) => a.line - b.line)
}

type Line = { readonly line: number; readonly isHead: boolean; readonly key: string }

/** The lines that read like questions. */
function askingIn(blocks: readonly NoteBlock[]): readonly Line[] {
  return blocks.flatMap((block) => {
    if (!/[?？]/.test(block.text) || /^(?:code|html|comment)$/.test(block.kind)) return []
    return block.text.split('\n').flatMap((markdown, i): readonly Line[] => {
      const text = /[?？]/.test(markdown) ? plain(markdown) : ''
      if (text.length > longestQuestion || !endsAsQuestion(text)) return []
      return [{ line: block.line + i + 1, isHead: block.kind === 'heading', key: keyOf(text) }]
    })
  })
}

function insideOf(card: Card, asking: readonly Line[]): readonly Suspicion[] {
  const { line, endLine } = card.source
  const long: readonly Suspicion[] = endLine - line > longAnswer ? [{ line, why: 'long' }] : []
  const asked = [card.question, ...card.followUps.map(({ question }) => question)]
  const known = new Set(asked.map((text) => keyOf(plain(text))))
  const inside = between(asking, line, endLine).filter(({ key }) => !known.has(key))
  const heads = inside.filter(({ isHead }) => isHead).length
  const many = manyOf(inside)
  if (many === undefined || (many.count < manyLines && heads < manyHeads)) return long
  return [...long, { line, why: 'asks-inside', ...many }]
}

/** Headings above the card's own that its answer took in. */
function chaptersIn({ source }: Card, heads: readonly NoteBlock[]): readonly Suspicion[] {
  const lines = heads.map(({ line, level }) => ({ line: line + 1, level }))
  const own = lines.find(({ line }) => line === source.line)?.level ?? 0
  const above = between(lines, source.line, source.endLine).filter(({ level }) => level < own)
  const many = manyOf(above)
  return many === undefined ? [] : [{ line: source.line, why: 'chapters-inside', ...many }]
}

/** What asks and is no card, nor part of one, nor asked by one elsewhere as a table of contents is. */
function outside(cards: readonly Card[], asking: readonly Line[]): readonly Suspicion[] {
  const known = new Set(cards.map(({ question }) => keyOf(plain(question))))
  const held = cards.flatMap(({ source }) => between(asking, source.line - 1, source.endLine))
  const isHeld = new Set(held)
  const many = manyOf(asking.filter((one) => !isHeld.has(one) && !known.has(one.key)))
  return many === undefined || many.count < manyOutside
    ? []
    : [{ line: many.from, why: 'asks-outside', ...many }]
}

function sameAnswers(cards: readonly Card[]): readonly Suspicion[] {
  const groups = new Map<string, Card[]>()
  for (const card of cards) {
    const key = card.answer.kind === 'written' ? keyOf(card.answer.markdown) : ''
    if (key === '') continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [card])
    else group.push(card)
  }
  return [...groups.values()]
    .filter((group) => group.length >= manyAnswers)
    .map((group) => ({ line: group[0]?.source.line ?? 1, why: 'same-answer', count: group.length }))
}

/** Those below the first line and up to the last; they stand in order. */
function between<T extends { readonly line: number }>(
  all: readonly T[],
  above: number,
  last: number,
): readonly T[] {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.line ?? 0) <= above) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < all.length && (all[end]?.line ?? 0) <= last) end += 1
  return all.slice(low, end)
}

function manyOf(lines: readonly { readonly line: number }[]): Many | undefined {
  const [first] = lines
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return undefined
  return { count: lines.length, from: first.line, to: last.line }
}
