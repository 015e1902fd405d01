import type { Card } from '../cards/card.ts'
import { glossaryWith } from '../search/glossary.ts'
import { headRole } from './heads.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { outlineOf, type Piece } from './outline.ts'
import { sentencesOf } from './sentences.ts'
import { termsOf } from './terms.ts'

/** One thing that a good answer must mention. */
export type KeyPoint = {
  /** One line, as a person would read it; Markdown inlines if it was given. */
  readonly text: string
  /** What the notes say about it, each of which counts for it. */
  readonly details: readonly string[]
}

const fewest = 3
const most = 8
/** So many are still put together to `most`; more would say too much in a line. */
const mostToMerge = 20
const mostDetails = 10
const longestDetail = 300
const longestText = 100

/** The key points of a card: those given, else what its answer is made of. */
export function keyPointsOf(card: Card): readonly KeyPoint[] {
  if (card.keyPoints.length > 0) {
    return card.keyPoints.map((text) => ({ text, details: [] }))
  }
  if (card.answer.kind === 'missing') return []
  const lexicon = lexiconOf(glossaryWith(''))
  const asked = new Set(termsOf(card.question, lexicon).map(({ key }) => key))
  const tells = (text: string) => telling(text, asked, lexicon)
  const units = chosen(outlineOf(card.answer.markdown), tells)
  return units.map(pointOf).filter(({ text }) => text !== '')
}

/** How much a text says that the question does not. */
type Tells = (text: string) => number

function telling(text: string, asked: ReadonlySet<string>, lexicon: Lexicon): number {
  const terms = termsOf(text.slice(0, longestDetail), lexicon)
  return terms.reduce((sum, { key, weight }) => sum + (asked.has(key) ? 0 : weight), 0)
}

/** Pieces that make one point, under the head that they share. */
type Unit = { readonly under: string; readonly pieces: readonly Piece[] }

function chosen(root: Piece, tells: Tells): readonly Unit[] {
  const body = withoutAsides(root)
  const kept = body.length > 0 ? body : root.below
  const units = opened(withoutIntroduction(kept).map(unitOf), tells)
  const enough = units.length < fewest ? inSentences(units, root) : units
  return merged(enough.filter((unit) => tells(wordsOf(unit)) > 0.5))
}

function unitOf(piece: Piece): Unit {
  return { under: '', pieces: [piece] }
}

/** What is below frames comes up; what stands beside the answer goes. */
function withoutAsides(piece: Piece): readonly Piece[] {
  return piece.below.flatMap((one): readonly Piece[] => {
    const role = one.head === '' ? 'point' : headRole(one.head)
    if (role === 'aside') return []
    const below = withoutAsides(one)
    if (role === 'sample') return below.filter(({ head }) => head !== '')
    if (role === 'frame') return framed(one, below)
    return [{ ...one, below }]
  })
}

function framed({ text }: Piece, below: readonly Piece[]): readonly Piece[] {
  return text === '' ? below : [{ head: '', text, below: [], code: [] }, ...below]
}

const closing =
  /^(?:通过(?:以上|上述|这些|使用)|综上|总之|总的来说|总而言之|因此，?(?:在|对于)|以上就是|in (?:short|summary|conclusion)|to sum up|overall)/i
const opening = /(?:以下|如下|下面|几个方面|几种|几点)[^。]*[:：。]?$|\b(?:following|as follows|below)\b/i

/** Between heads, paragraphs only lead in, lead over or close. */
function withoutIntroduction(pieces: readonly Piece[]): readonly Piece[] {
  const named = pieces.filter(({ head }) => head !== '').length
  const isItem = pieces.some(({ head, text }) => head === '' && text !== '')
  if (named < fewest || !isItem) {
    return pieces.filter(({ head, text }) => head !== '' || !closing.test(text) && !opening.test(text))
  }
  return pieces.filter(({ head, text }, i) => {
    if (head !== '') return true
    const isEdge = i === 0 || i === pieces.length - 1
    return !isEdge && !closing.test(text) && !opening.test(text)
  })
}

/** Takes apart what says nothing by itself, and what is too few. */
function opened(units: readonly Unit[], tells: Tells): readonly Unit[] {
  let now = units
  for (let round = 0; round < 6; round += 1) {
    const target = now.find((unit) => isFrame(unit, tells)) ?? largest(now)
    if (target === undefined) return now
    const apart = now.flatMap((unit) => (unit === target ? partsOf(unit) : [unit]))
    if (apart.length > mostToMerge) return now
    now = apart
  }
  return now
}

function isFrame({ pieces: [piece] }: Unit, tells: Tells): boolean {
  return piece !== undefined && piece.below.length > 1 && tells(piece.head) < 0.6
}

function largest(units: readonly Unit[]): Unit | undefined {
  if (units.length > fewest) return undefined
  const sizes = units.map(({ pieces: [piece] }) => piece?.below.length ?? 0)
  const size = Math.max(0, ...sizes)
  return size < 2 ? undefined : units[sizes.indexOf(size)]
}

function partsOf({ under, pieces: [piece] }: Unit): readonly Unit[] {
  if (piece === undefined) return []
  const head = piece.head === '' ? under : piece.head
  const own = piece.text === '' ? [] : [{ head: '', text: piece.text, below: [], code: [] }]
  return [...own, ...piece.below].map((one) => ({ under: head, pieces: [one] }))
}

/** An answer that is only sentences: each is a point. */
function inSentences(units: readonly Unit[], root: Piece): readonly Unit[] {
  const texts = units.flatMap(({ pieces }) => pieces.flatMap(textsOf))
  const all = texts.flatMap((text) => sentencesOf(text, fewest))
  const sentences = all.filter((text) => !closing.test(text) && !/[:：]$/.test(text))
  if (sentences.length > 0) {
    return sentences.map((text) => unitOf({ head: '', text, below: [], code: [] }))
  }
  return codeIn(root).map((head) => unitOf({ head, text: '', below: [], code: [] }))
}

function textsOf({ head, text, below }: Piece): readonly string[] {
  const own = [head, text].filter((part) => part !== '').join('：')
  return [...(own === '' ? [] : [own]), ...below.flatMap(textsOf)]
}

function codeIn({ code, below }: Piece): readonly string[] {
  return [...new Set([...code, ...below.flatMap(codeIn)])].slice(0, most)
}

/** Puts neighbours together until there are few enough: those that say least, under one head first. */
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
  const pieces = one.pieces.length + two.pieces.length
  return pieces * 100 + wordsOf(one).length + wordsOf(two).length + (one.under === two.under ? 0 : 1000)
}

function wordsOf({ pieces }: Unit): string {
  return pieces.flatMap(textsOf).join(' ')
}

function pointOf({ under, pieces }: Unit): KeyPoint {
  const [only] = pieces
  if (pieces.length === 1 && only !== undefined) {
    const { text, rest } = nameOf(only)
    const details = [...rest, ...only.below.flatMap(detailsOf), ...codeDetail(only)]
    return { text, details: details.slice(0, mostDetails).map((one) => one.slice(0, longestDetail)) }
  }
  const names = pieces.map((piece) => nameOf(piece).text)
  const isHan = /[\u3400-\u9fff]/.test(names.join(''))
  const list = names.join(isHan ? '；' : '; ')
  const text = under === '' ? list : `${under}${isHan ? '：' : ': '}${list}`
  return { text, details: pieces.flatMap((piece) => textsOf(piece).join(' ').slice(0, longestDetail)) }
}

/** What a piece is called, and what of it that leaves. */
function nameOf(piece: Piece): { readonly text: string; readonly rest: readonly string[] } {
  const { head, text } = piece
  if (head !== '') return { text: head, rest: text === '' ? [] : [text] }
  if (text.length <= longestText) return { text, rest: [] }
  const [first = '', ...rest] = sentencesOf(text, 1)
  return { text: shortened(first), rest: [text, ...rest].slice(0, 1) }
}

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`
}

function detailsOf(piece: Piece): readonly string[] {
  const own = [piece.head, piece.text].filter((part) => part !== '').join('：')
  return [...(own === '' ? [] : [own]), ...piece.below.flatMap(detailsOf)]
}

function codeDetail({ text, below, code }: Piece): readonly string[] {
  return text === '' && below.length === 0 && code.length > 0 ? [code.join(' ')] : []
}
