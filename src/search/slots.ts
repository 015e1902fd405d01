import type { Fuzzy } from './fuzzy.ts'
import type { Glossary } from './glossary.ts'
import type { TermSource } from './sources.ts'

/** One thing that a card should hold, and the documents that do in one way or another. */
export type Slot = {
  /** What it counts for, found or not. */
  readonly mass: number
  /** Whether it is a word of letters; else it is a pair of characters. */
  readonly isWord: boolean
  /** Whether it says what is asked; else it only carries the sentence. */
  readonly tells: boolean
  readonly sources: readonly TermSource[]
}

/** What was made of something that nobody wrote in these cards. */
export type Understood = { readonly from: string; readonly to: readonly string[] }

/** What a query, or a chunk of it, looks for. */
export type QueryMeaning = {
  readonly slots: readonly Slot[]
  readonly understood: readonly Understood[]
  /** Other names of all that was asked, where nobody wrote the one that was: titles may hold them. */
  readonly renamed: readonly string[]
  /** Folded texts to mark where they stand in a card. */
  readonly terms: readonly string[]
  /** Whether a misspelt word is left to guess at, which takes what was not loaded. */
  readonly wantsFuzzy: boolean
}

export type Means = { readonly fuzzy: Fuzzy | undefined; readonly glossary: Glossary }

/** What is looked for as it stands. */
export function literal(slots: readonly Slot[], terms: readonly string[]): QueryMeaning {
  return { slots, terms, understood: [], renamed: [], wantsFuzzy: false }
}

/** The same where every word counts as it stands. */
export function takenWhole(meaning: QueryMeaning): QueryMeaning {
  return { ...meaning, slots: meaning.slots.map((slot) => ({ ...slot, tells: true })) }
}

/** What words that only carry the sentence count for. */
export const commonShare = 0.4
