import type { Problem } from '../../cards/card.ts'
import type { Override } from '../../cards/read/override.ts'
import type { IndexSegment } from '../../search/index/segment.ts'
import type { PackedDeck } from './packed-deck.ts'

/** A file to parse. */
export type ParseInput = {
  readonly library: string
  readonly file: string
  readonly text: string
  readonly overrides: Override
  /** Whether the file is the text in UTF-8, and the texts of its cards need not be kept twice. */
  readonly isCited: boolean
}

/** Files to index, of a library that stands in its cache. */
export type IndexInput = {
  readonly cache: string
  readonly root: string
  /** What the owner says about the library, as text. */
  readonly said: string
  readonly files: readonly string[]
}

/** What threads are asked, and what they answer. */
export type WorkerJobs = {
  readonly parse: {
    readonly input: ParseInput
    readonly result: {
      readonly deck: PackedDeck | undefined
      readonly problems: readonly Problem[]
    }
  }
  /** Nothing where the cache does not have all of the files. */
  readonly index: {
    readonly input: IndexInput
    readonly result: readonly IndexSegment[] | undefined
  }
}

export type WorkerJob = { [Kind in keyof WorkerJobs]: Asked<Kind> }[keyof WorkerJobs]
type Asked<Kind extends keyof WorkerJobs> = {
  readonly kind: Kind
  readonly input: WorkerJobs[Kind]['input']
}
