import type { Range } from '../../search/ranges.ts'

/** A text in clauses. */
export type Clauses = {
  readonly all: readonly Clause[]
  /** The clause in which a character stands. */
  readonly at: (offset: number) => Clause
}

export type Clause = Range & {
  /** Counts from 0. */
  readonly index: number
  /** The sentence that it is part of, from 0. */
  readonly sentence: number
}

const sentenceEnd = /[。！？!?\n]+|\.(?=\s|$)|\.(?=[\u3400-\u9fff])/g
const marks = /[,，;；:：()（）、|]|\s[-–—]+\s|——/
const joints =
  /(?:但是?|不过|而(?!且|不是|非)|可是|然后|所以|因为|因此|否则|不然|反而|接着|(?<!只)要是|如果|除非|再就是|还有就是)/
const latinJoints =
  /\b(?:but|so|then|because|while|whereas|although|though|unless|otherwise|instead(?! of)|if|and (?=(?:since|it|they|you|i|we|he|the|that|then|so|if|when|for|um|uh)\b)|um|uh|okay|yeah)\b/
/** Where nobody set marks, a space between Chinese stands for one. */
const spoken = /(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/

const cut = new RegExp(
  `${marks.source}|(?=${joints.source})|(?=${latinJoints.source})|${spoken.source}`,
  'g',
)

/**
 * A folded text in clauses: what a denial reaches, and what words must share to belong together.
 * `、` parts the members of a list, which may be denied together, and so it cuts only where it stands
 * between longer parts.
 */
export function clausesIn(folded: string): Clauses {
  const all: Clause[] = []
  const of = new Int32Array(folded.length + 1)
  let sentence = 0
  const add = (start: number, end: number) => {
    if (end <= start) return
    if (end - start > longestClause) {
      for (let at = start; at < end; at += longestClause) add(at, Math.min(end, at + longestClause))
      return
    }
    of.fill(all.length, start, end + 1)
    all.push({ start, end, index: all.length, sentence })
  }
  for (const { start, end } of partsOf(folded, 0, folded.length, sentenceEnd)) {
    let from = start
    let looked = start
    let isWorded = false
    for (const found of folded.slice(start, end).matchAll(cut)) {
      const at = start + found.index
      isWorded ||= /[\p{L}\p{N}]/u.test(folded.slice(looked, at))
      looked = at
      const isList = found[0] === '、' && isShortMember(folded, from, at, end)
      if (isList || !isWorded) continue
      add(from, at)
      from = at
      isWorded = false
    }
    add(from, end)
    sentence += 1
  }
  const whole: Clause = { start: 0, end: folded.length, index: 0, sentence: 0 }
  return { all, at: (offset) => all[of[offset] ?? 0] ?? whole }
}

const longestMember = 8
/** A stretch without a mark is no clause. */
const longestClause = 240

function isShortMember(folded: string, from: number, at: number, end: number): boolean {
  const next = folded.slice(at + 1, end).search(/[、,，;；:：]/)
  const after = next < 0 ? end - at - 1 : next
  return at - from <= longestMember * 2 || after <= longestMember
}

function* partsOf(text: string, start: number, end: number, mark: RegExp): Iterable<Range> {
  let from = start
  for (const found of text.slice(start, end).matchAll(mark)) {
    const to = start + found.index + found[0].length
    yield { start: from, end: to }
    from = to
  }
  if (from < end) yield { start: from, end }
}
