import type { Deck } from '../card.ts'
import { weighedIn, withLeft } from './choose.ts'
import { weigh } from './evidence.ts'
import { isGoodEnough } from './fitness.ts'
import { between } from './outline.ts'
import type { Evidence, Outline, Region } from './shape.ts'
import { leftBy, lossesOf, speaks } from './unexplained.ts'
import { weights } from './weights.ts'

/** What could have been the questions of a part of a document. */
export type Weighing = {
  /** First line of the part, from 1. */
  readonly line: number
  /** What was chosen comes first, then the others from the best on. */
  readonly candidates: readonly WeighedShape[]
}

/** A shape, or shapes together, with the terms of its score. Shares are from 0 to 1. */
export type WeighedShape = Pick<
  Evidence,
  'asking' | 'weight' | 'own' | 'run' | 'listed' | 'repeated' | 'left' | 'score'
> & {
  /** `heading-3`, or `heading-3 + label`. */
  readonly name: string
  readonly is: 'chosen' | 'possible' | 'too-little'
  readonly openings: number
  readonly bonus: number
  /** How many lines ask and would be no card, and the first of them, from 1. */
  readonly unexplained: { readonly count: number; readonly lines: readonly number[] }
}

const most = 8

/** The candidates of the whole document and of each part that has shapes of its own. */
export function weighingsOf(outline: Outline, deck: Deck): readonly Weighing[] {
  const { shapes, cards } = deck
  const starts = new Set(cards.map(({ source }) => source.line))
  const lines = [...new Set([1, ...shapes.map(({ line }) => line)])].sort((a, b) => a - b)
  return lines.map((line) => {
    const here = shapes.filter((shape) => shape.line === line).map(({ name }) => name)
    return { line, candidates: candidatesIn(outline, regionAt(outline, line), { here, starts }) }
  })
}

/** What was chosen in a part, and the lines on which cards begin. */
type Chosen = { readonly here: readonly string[]; readonly starts: ReadonlySet<number> }

function candidatesIn(outline: Outline, region: Region, chosen: Chosen): readonly WeighedShape[] {
  const { title } = outline
  const shape = title?.shapes[0]
  const whole = title === undefined || shape === undefined ? [] : [weigh(shape, [title], outline)]
  const all = [...weighedIn(outline, region).map((one) => withLeft(one, outline, region)), ...whole]
  const named = all.filter((one) => chosen.here.includes(one.shape.name))
  const others = all
    .filter((one) => !named.includes(one) && one.openings.length > 1)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
  return [
    ...(named.length > 1 ? [unionOf(named, outline, region, chosen.starts)] : []),
    ...named.map((one) => candidateOf(one, outline, region, 'chosen')),
    ...others.map((one) => {
      const is = isGoodEnough(one, outline, region) ? 'possible' : 'too-little'
      return candidateOf(one, outline, region, is)
    }),
  ]
}

function candidateOf(
  evidence: Evidence,
  outline: Outline,
  region: Region,
  is: WeighedShape['is'],
): WeighedShape {
  const { shape, openings, asking, weight, own, run, listed, repeated, left, score } = evidence
  const terms = { asking, weight, own, run, listed, repeated, left, score }
  const bonus = openings.length > 2 ? shape.bonus : 0
  const cards = shape.cards(openings, shape, outline)
  const unexplained = unexplainedBy(cards, outline, region)
  return { name: shape.name, is, openings: openings.length, bonus, ...terms, unexplained }
}

/** The shapes that were chosen together: the mean of their terms, and what the cards leave. */
function unionOf(
  parts: readonly Evidence[],
  outline: Outline,
  region: Region,
  starts: ReadonlySet<number>,
): WeighedShape {
  const sum = parts.reduce((total, part) => total + part.openings.length, 0)
  const mean = (term: (part: Evidence) => number) =>
    parts.reduce((total, part) => total + term(part) * part.openings.length, 0) / sum
  const openings = between(outline.openings, region.from, region.to)
  const cards = openings.filter(({ line }) => starts.has(line + 1))
  const left = leftBy(cards, outline, region)
  return {
    name: parts.map(({ shape }) => shape.name).join(' + '),
    is: 'chosen',
    openings: cards.length,
    asking: cards.filter(({ weight }) => weight >= 0.9).length,
    weight: mean(({ weight }) => weight),
    own: mean(({ own }) => own),
    run: mean(({ run }) => run),
    listed: mean(({ listed }) => listed),
    repeated: mean(({ repeated }) => repeated),
    bonus: mean(({ shape, openings: own }) => (own.length > 2 ? shape.bonus : 0)),
    left,
    score: mean((part) => part.score + weights.left * part.left) - weights.left * left,
    unexplained: unexplainedBy(cards, outline, region),
  }
}

function unexplainedBy(
  cards: Evidence['openings'],
  outline: Outline,
  region: Region,
): WeighedShape['unexplained'] {
  const lines = lossesOf(outline, region, cards)
    .filter(({ opening, share }) => share >= 0.3 && speaks(opening))
    .map(({ opening }) => opening.line + 1)
  return { count: lines.length, lines: lines.slice(0, 5) }
}

/** The part that begins on a line: its heading's section, else the whole. */
function regionAt({ blocks }: Outline, line: number): Region {
  const from =
    line === 1
      ? 0
      : Math.max(
          0,
          blocks.findIndex((block) => block.line + 1 >= line),
        )
  const level = from === 0 ? 0 : (blocks[from]?.level ?? 0)
  if (level === 0) return { from, to: blocks.length, level }
  const end = blocks.findIndex(
    (block, at) => at > from && block.kind === 'heading' && block.level <= level,
  )
  return { from, to: end < 0 ? blocks.length : end, level }
}
