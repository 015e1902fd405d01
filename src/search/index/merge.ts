import {
  type DictionaryEntry,
  type DictionarySections,
  dictionaryWriter,
  entriesIn,
} from './dictionary.ts'
import { growingBytes } from './growing-bytes.ts'
import { appendPostings } from './postings.ts'
import type { IndexSegment } from './segment.ts'

/** The terms of several segments as one dictionary, with the postings that it leads to. */
export type MergedTerms = DictionarySections & { readonly postings: Uint8Array }

/** Joins the terms of segments whose documents follow each other. */
export function mergedTerms(segments: readonly IndexSegment[]): MergedTerms {
  const [only, ...others] = segments
  if (only !== undefined && others.length === 0) return only
  const dictionary = dictionaryWriter()
  const postings = growingBytes(segments.reduce((sum, one) => sum + one.postings.length, 1 << 16))
  const runs = runsOf(segments)
  for (;;) {
    const term = leastOf(runs)
    if (term === undefined) break
    const start = postings.length()
    let count = 0
    let last = -1
    for (const run of runs) {
      const entry = run.entry
      if (entry?.term !== term) continue
      const bytes = run.postings.subarray(entry.start, entry.end)
      last = appendPostings(postings, bytes, { count: entry.count, base: run.base, last })
      count += entry.count
      run.next()
    }
    dictionary.add(term, count, postings.length() - start)
  }
  return { ...dictionary.sections(), postings: postings.taken() }
}

type Run = {
  readonly base: number
  readonly postings: Uint8Array
  entry: DictionaryEntry | undefined
  readonly next: () => void
}

function runsOf(segments: readonly IndexSegment[]): readonly Run[] {
  let base = 0
  return segments.map((segment) => {
    const entries = entriesOf(segment)
    const run: Run = {
      base,
      postings: segment.postings,
      entry: undefined,
      next: () => {
        run.entry = entries.next().value
      },
    }
    base += segment.lengths.length
    run.next()
    return run
  })
}

/** There are few segments: looking at all of them is as quick as keeping them in order. */
function leastOf(runs: readonly Run[]): string | undefined {
  let least: string | undefined
  for (const { entry } of runs) {
    if (entry !== undefined && (least === undefined || entry.term < least)) least = entry.term
  }
  return least
}

function* entriesOf({
  dictionary,
  blockAt,
}: IndexSegment): Generator<DictionaryEntry, undefined, undefined> {
  for (let block = 0; block + 1 < blockAt.length; block += 1) {
    yield* entriesIn(dictionary.subarray(blockAt[block], blockAt[block + 1]))
  }
}
