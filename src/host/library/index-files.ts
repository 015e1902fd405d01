import { join } from 'node:path'
import type { Card } from '../../cards/card.ts'
import { CacheDamaged } from '../../errors.ts'
import { segmentsOf } from '../../search/index/build.ts'
import type { IndexSegment } from '../../search/index/segment.ts'
import { type FileEntry, readCache } from './library-cache.ts'
import type { IndexInput } from './worker-jobs.ts'

/** Indexes files of a library as they stand in its cache; undefined if they do not all stand there. */
export function segmentsIn(input: IndexInput): readonly IndexSegment[] | undefined {
  const known = readCache(input.cache, input.root, input.said, (file) => join(input.root, file))
  const entries = input.files.flatMap((name) => known.get(name) ?? [])
  if (entries.length < input.files.length) return undefined
  try {
    return segmentsOf(cardsOf(entries, () => {}))
  } catch (error) {
    if (error instanceof CacheDamaged) return undefined
    throw error
  }
}

/** The cards of files one after another; each file is told when all its cards were taken. */
export function* cardsOf(entries: readonly FileEntry[], onFile: () => void): Iterable<Card> {
  for (const { deck } of entries) {
    yield* deck()?.cards ?? []
    onFile()
  }
}
