import type { Range } from '../../search/ranges.ts'
import type { HeardAnswer } from '../heard.ts'
import type { Term } from '../terms.ts'
import {
  type Closeness,
  decides,
  hardly,
  type IsTaken,
  leastDeciding,
  partly,
  saidOf,
  type WrittenWay,
  type WrittenWays,
} from './written.ts'

type Point = { readonly head: readonly Term[]; readonly written: WrittenWays }

type Asked = {
  readonly closeness: Closeness
  readonly isTaken: IsTaken
}

/**
 * The usual wrong statement of which an answer has most, if something in it is wrong: one of its words
 * at least is none of the point itself, where it has such words.
 */
export function wrongOf(
  { head, written: { not } }: Point,
  heard: HeardAnswer,
  { closeness, isTaken }: Asked,
): WrittenWay | undefined {
  const own = [{ terms: () => head }]
  const found = not
    .flatMap((wording) => saidOf([wording], heard, closeness, isTaken) ?? [])
    .filter(({ wording, told }) => decides(wording.terms(), told, own))
  return found.toSorted((a, b) => b.share - a.share)[0]
}

/** The usual wrong statement of which more is there than of what is right, which is `right` of 1. */
export function rivalOf(
  point: Point,
  heard: HeardAnswer,
  asked: Asked,
  right: number,
): WrittenWay | undefined {
  const rival = wrongOf(point, heard, asked)
  if (rival === undefined || rival.share <= right) return undefined
  const other = saidOf(point.written.also, heard, hardly, asked.isTaken)
  return other !== undefined && rival.share <= other.share ? undefined : rival
}

/**
 * The usual wrong statement that accounts for more of what was said, where it was said, than the
 * words that count for the point: those of it that are no such words tell more than those that are
 * none of its own.
 */
export function outweighing(
  { not }: WrittenWays,
  { evidence, terms }: { readonly evidence: readonly Range[]; readonly terms: readonly Term[] },
  heard: HeardAnswer,
): WrittenWay | undefined {
  const known = new Set(terms.map(({ key }) => key))
  const sentences = new Set(evidence.map(({ start }) => heard.clause(start).sentence))
  for (const wording of not) {
    const wrong = saidOf([wording], heard, partly, () => false)
    if (wrong === undefined) continue
    const sentence = heard.clause(wrong.evidence[0]?.start ?? 0).sentence
    if (!sentences.has(sentence)) continue
    const right = evidence.filter(({ start }) => heard.clause(start).sentence === sentence)
    const isTelling = [...wrong.told].some(
      ({ claim, key }) => claim >= leastDeciding && !known.has(key),
    )
    const own = without(wrong.evidence, right).length
    if (isTelling && own > without(right, wrong.evidence).length) return wrong
  }
  return undefined
}

function without(some: readonly Range[], others: readonly Range[]): readonly Range[] {
  return some.filter((one) =>
    others.every(({ start, end }) => one.end <= start || end <= one.start),
  )
}
