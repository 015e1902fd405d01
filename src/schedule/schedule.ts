/** Milliseconds since the epoch: sorts, and survives JSON. */
export type Instant = number & { readonly __brand: 'Instant' }

export type Grade = 'again' | 'hard' | 'good' | 'easy'

export const grades: readonly Grade[] = ['again', 'hard', 'good', 'easy']
