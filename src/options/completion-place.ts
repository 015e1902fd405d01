import type { Thing } from './kinds.ts'

/** What may stand at one place of a command line. */
export type CompletionPlace = {
  /** What of the word is there already, without its flag. */
  readonly typed: string
  /** `--topic=`, where a value stands behind its flag in one word; else empty. */
  readonly flag: string
  /** Words that may stand there, each with what it is. */
  readonly words: readonly (readonly [word: string, what: string])[]
  /** What else may, by name. */
  readonly of: Thing | undefined
  /** The argument before it. */
  readonly before: string | undefined
  /** Libraries that the line names. */
  readonly libraries: readonly string[]
}
