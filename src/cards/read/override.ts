import type { CardLanguage } from '../card.ts'

/** What an owner says about files without writing into them. */
export type Override = {
  /** Shapes that are questions, whatever the evidence; empty: the evidence decides. */
  readonly questions: readonly string[]
  readonly skip: boolean
  readonly language: CardLanguage | undefined
  readonly topics: readonly string[] | undefined
  readonly encoding: string | undefined
}

/** Nothing said. */
export const noOverride: Override = {
  questions: [],
  skip: false,
  language: undefined,
  topics: undefined,
  encoding: undefined,
}
