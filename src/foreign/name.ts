import { createHash } from 'node:crypto'
import type { CardId } from '../cards/card.ts'
import type { ForeignCard, Program } from './foreign.ts'

/** What a card of another program is called in notes that are made of it. */
export function foreignId(program: Program, { key }: Pick<ForeignCard, 'key'>): CardId {
  return `${program}-${digestOf(program, key).slice(0, 12)}` as CardId
}

/** The first part of the ids of all its records: the same again in every import. */
export function runOf(program: Program, { key }: Pick<ForeignCard, 'key'>): string {
  return `i${digestOf(program, key).slice(0, 15)}`
}

function digestOf(program: Program, key: string): string {
  return createHash('sha256').update(`${program}\0${key}`).digest('hex')
}
