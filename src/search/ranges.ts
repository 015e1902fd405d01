import { isCommon } from './common.ts'
import { fold } from './text/fold.ts'

/** Half-open UTF-16 offsets. */
export type Range = { readonly start: number; readonly end: number }

/** Where the terms stand in a text, from left to right, touching ranges as one. */
export function ranges(text: string, terms: readonly string[]): readonly Range[] {
  const folded = fold(text)
  return merged(terms.flatMap((term) => occurrences(folded, term)))
}

/**
 * What of the terms stands in a folded text: a term, or where it does not, the longest pieces of a
 * Chinese one. Words that only carry the sentence count where nothing else does.
 */
export function piecesIn(folded: string, terms: readonly string[]): readonly string[] {
  const pieces = terms.flatMap((term) =>
    stands(folded, term) ? [term] : longestPieces(folded, term),
  )
  const telling = pieces.filter((piece) => !isCommon(piece))
  return [...new Set(telling.length > 0 ? telling : pieces)]
}

function longestPieces(folded: string, term: string): readonly string[] {
  if (!/^[^\x00-\x7f]{3,}$/.test(term)) return []
  const pieces: string[] = []
  for (let from = 0; from < term.length - 1; ) {
    let to = from + 1
    while (to < term.length && folded.includes(term.slice(from, to + 1))) to += 1
    if (to - from >= 2) pieces.push(term.slice(from, to))
    from = Math.max(to - 1, from + 1)
  }
  return pieces
}

function stands(folded: string, term: string): boolean {
  return occurrences(folded, term).length > 0
}

const mostOccurrences = 200

function occurrences(folded: string, term: string): readonly Range[] {
  const found: Range[] = []
  // one or two letters are in every word
  const isShort = /^[a-z0-9]{1,2}$/.test(term)
  for (
    let start = folded.indexOf(term);
    start >= 0 && found.length < mostOccurrences && term !== '';
    start = folded.indexOf(term, start + term.length)
  ) {
    const end = start + term.length
    if (!isShort || !/\w/.test((folded[start - 1] ?? ' ') + (folded[end] ?? ' '))) {
      found.push({ start, end })
    }
  }
  return found
}

function merged(all: readonly Range[]): readonly Range[] {
  const found: Range[] = []
  for (const range of [...all].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last === undefined || range.start > last.end) found.push(range)
    else found[found.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
  }
  return found
}

/** The part of a text that has most of the characters of a pattern. */
export function likeRange(text: string, pattern: string): Range | undefined {
  const folded = fold(text)
  const wanted = new Set(pattern)
  const has = (at: number) => wanted.has(folded[at] ?? '')
  let best: Range | undefined
  let most = 1
  for (let start = 0; start < folded.length; start += 1) {
    if (!has(start)) continue
    let count = 0
    let end = start
    for (let at = start; at < start + pattern.length; at += 1) {
      if (!has(at)) continue
      count += 1
      end = at + 1
    }
    if (count > most) {
      most = count
      best = { start, end }
    }
  }
  return best
}
