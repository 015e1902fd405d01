import type { Card, PointWays } from '../cards/card.ts'
import { glossaryWith } from '../search/glossary.ts'
import { askedBy } from './asked.ts'
import { bodyOf } from './body.ts'
import { lexiconOf } from './lexicon.ts'
import { type AnswerPiece, outlineOf, saying } from './outline.ts'
import { enoughSentences, sentencesOf } from './sentences.ts'
import { termsOf } from './terms.ts'

/** One thing that a good answer must mention. */
export type KeyPoint = {
  /** One line, as a person would read it; Markdown inlines if it was given. */
  readonly text: string
  /** What it is called, where the notes give it a name: who says that has said most of it. */
  readonly name?: string
  /** What the notes say about it, each of which counts for it. */
  readonly details: readonly string[]
  /** What is written beside it; absent where nothing is. */
  readonly ways?: PointWays | undefined
}

const fewest = 3
/** With fewer heads than this it is better to look below them. */
const fewHeads = 4
const most = 7
/** So many are still put together to `most`; more would say too much in a line. */
const mostToMerge = 24
const mostUnits = 300
const leastTelling = 0.3
/** What tells less than this cannot be heard in an answer. */
const leastMass = 0.4
const mostDetails = 10
const longestDetail = 300
const longestText = 120

/** The key points of a card: those given, else what its answer is made of. */
export function keyPointsOf(card: Card): readonly KeyPoint[] {
  if (card.keyPoints.length > 0) {
    return card.keyPoints.map((text, i) => ({ text, details: [], ways: card.pointWays?.[i] }))
  }
  if (card.answer.kind === 'missing') return []
  const lexicon = lexiconOf(glossaryWith(''))
  const isAsked = askedBy(card, lexicon)
  const tells = ({ pieces }: Unit): number => {
    const terms = termsOf(pieces.flatMap(textsOf).join(' ').slice(0, longestDetail), lexicon)
    const own = terms.filter(({ key, weight }) => weight >= leastTelling && !isAsked(key))
    return own.reduce((sum, { weight }) => sum + weight, 0)
  }
  const units = unitsIn(outlineOf(card.answer.markdown), card.question)
  return merged(mostTelling(units, tells)).map(pointOf)
}

/** Without the units that say no more than the question, and no more of them than can be merged. */
function mostTelling(units: readonly Unit[], tells: (unit: Unit) => number): readonly Unit[] {
  const all = units.slice(0, mostUnits).map((unit, at) => ({ unit, at, mass: tells(unit) }))
  const told = [leastMass, 0].map((least) => all.filter(({ mass }) => mass > least))
  const judged = told.find(({ length }) => length > 0) ?? all
  const best = judged.sort((a, b) => b.mass - a.mass).slice(0, mostToMerge)
  return best.sort((a, b) => a.at - b.at).map(({ unit }) => unit)
}

/** Pieces that make one point, under the head that they share. */
type Unit = { readonly under: string; readonly pieces: readonly AnswerPiece[] }

function unitsIn(root: AnswerPiece, question: string): readonly Unit[] {
  const body = bodyOf(root, question)
  const units = body.map((piece): Unit => ({ under: '', pieces: [piece] }))
  const named = opened(units)
  if (named.length >= fewest) return named
  const sentences = enoughSentences(body.flatMap(textsOf), fewest)
  const said = sentences.length > 0 ? sentences.map(saying) : codeIn(root).map(nameOnly)
  return said.length > named.length ? said.map((piece) => ({ under: '', pieces: [piece] })) : named
}

function nameOnly(head: string): AnswerPiece {
  return { ...saying(''), head }
}

/** Looks below heads that are too few. */
function opened(units: readonly Unit[]): readonly Unit[] {
  const full = units.filter(({ pieces: [piece] }) => (piece?.below.length ?? 0) > 1).length
  if (units.length >= fewHeads || full * 2 < units.length) return units
  const below = units.flatMap(partsOf)
  if (below.length === units.length || below.length > mostToMerge) return units
  return opened(below)
}

function partsOf(unit: Unit): readonly Unit[] {
  const [piece] = unit.pieces
  if (piece === undefined || piece.below.length < 2) return [unit]
  const under = piece.head === '' ? unit.under : piece.head
  const own = piece.text === '' || /[:：]$/.test(piece.text) ? [] : [saying(piece.text)]
  const parts = piece.below.filter(({ isParagraph }) => !isParagraph)
  return (parts.length > 1 ? parts : [...own, ...piece.below]).map((one) => ({
    under,
    pieces: [one],
  }))
}

function textsOf({ head, text, below }: AnswerPiece): readonly string[] {
  const own = [head, text].filter((part) => part !== '').join('：')
  return [...(own === '' ? [] : [own]), ...below.flatMap(textsOf)]
}

function codeIn({ code, below }: AnswerPiece): readonly string[] {
  return [...new Set([...code, ...below.flatMap(codeIn)])].slice(0, most)
}

/** Puts neighbours together until there are few enough: under one head first, and those that say least. */
function merged(units: readonly Unit[]): readonly Unit[] {
  const left = [...units]
  while (left.length > most) {
    let best = 0
    let least = Number.POSITIVE_INFINITY
    for (let i = 0; i + 1 < left.length; i += 1) {
      const cost = mergeCost(left[i], left[i + 1])
      if (cost < least) [best, least] = [i, cost]
    }
    const [one, two] = left.slice(best, best + 2)
    if (one === undefined || two === undefined) return left
    const under = one.under === two.under ? one.under : ''
    left.splice(best, 2, { under, pieces: [...one.pieces, ...two.pieces] })
  }
  return left
}

function mergeCost(one: Unit | undefined, two: Unit | undefined): number {
  if (one === undefined || two === undefined) return Number.POSITIVE_INFINITY
  const pieces = [...one.pieces, ...two.pieces]
  const apart = one.under === two.under ? 0 : 10_000
  return apart + pieces.length * 200 + pieces.flatMap(textsOf).join('').length
}

function pointOf({ under, pieces }: Unit): KeyPoint {
  const [only] = pieces
  if (pieces.length === 1 && only !== undefined) {
    const { text, name, rest } = nameOf(only)
    return {
      text,
      ...(name === undefined ? {} : { name }),
      details: detailed([...rest, ...only.below.flatMap(textsOf), ...codeDetail(only)]),
    }
  }
  const names = pieces.map(nameOf).map(({ text, name = text }) => name)
  const isHan = /[\u3400-\u9fff]/.test(names.join(''))
  const list = names.join(isHan ? '；' : '; ')
  const text = under === '' ? list : `${under}${isHan ? '：' : ': '}${list}`
  return {
    text: shortened(text),
    details: detailed(pieces.map((piece) => textsOf(piece).join(' '))),
  }
}

function detailed(texts: readonly string[]): readonly string[] {
  return texts.slice(0, mostDetails).map((text) => text.slice(0, longestDetail))
}

/** What a piece is called, and what of it that leaves. */
function nameOf({ head, text, isRow }: AnswerPiece): {
  readonly text: string
  readonly name?: string
  readonly rest: readonly string[]
} {
  if (isRow)
    return {
      text: shortened(`${head}${/[\u3400-\u9fff]/.test(head + text) ? '：' : ': '}${text}`),
      rest: [text],
    }
  if (head !== '') {
    if (text === '') return { text: shortened(head), rest: [] }
    return { text: claimOf(head, text), name: shortened(head), rest: [text] }
  }
  if (text.length <= longestText) return { text, rest: [] }
  const [first = text] = sentencesOf(text)
  return { text: shortened(first), rest: [text] }
}

/** `用 redis：计数放内存` says more than what stands before its colon. */
function claimOf(head: string, text: string): string {
  const [first = ''] = sentencesOf(text)
  const whole = `${head}${/[\u3400-\u9fff]/.test(head + text) ? '：' : ': '}${first}`
  return first === '' || whole.length > longestText ? shortened(head) : whole
}

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`
}

function codeDetail({ text, below, code }: AnswerPiece): readonly string[] {
  return text === '' && below.length === 0 && code.length > 0 ? [code.join(' ')] : []
}
