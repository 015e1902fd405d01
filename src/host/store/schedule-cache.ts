import { type RuleSettings, type Rules, rulesOf } from '../../schedule/rules.ts'
import type { Act } from '../../schedule/schedule.ts'
import { CardTable } from '../../schedule/tables/card-table.ts'
import { DayTable } from '../../schedule/tables/day-table.ts'
import { type FoldTables, habitsAfter, type KeptHabits } from '../../schedule/tables/tables.ts'
import { build } from '../build.ts'
import { type Columns, readColumns, writeColumns } from './column-file.ts'

/** How much of one journal a fold has seen. */
export type SeenJournal = {
  readonly device: string
  /** In bytes; the last of them is a line end. */
  readonly size: number
  /** CRC-32 of the last of them. */
  readonly end: number
  /** In ms; a file of the same size with another time was edited. */
  readonly mtime: number
}

/** What a fold was made from, and what was found there besides. */
export type FoldFacts = {
  readonly seen: readonly SeenJournal[]
  /** The latest record in it. */
  readonly last: Pick<Act, 'at' | 'id'>
  readonly rules: Rules
  /** The parameters of the latest fit in it, whether the rules follow them or not. */
  readonly fitted: readonly number[] | undefined
  readonly damaged: number
  readonly newer: number
  /** How many records bear a time that had not come, and the first of their times. */
  readonly ahead: number
  readonly nextAt: number | undefined
}

/** A fold as it was kept; its tables may be worked on. */
export type CachedFold = FoldFacts & { readonly tables: FoldTables }

type Head = FoldFacts & KeptHabits & { readonly format: string; readonly names: string }

// A fold of another build is not read.
const format = `3 ${build}`

/**
 * The fold as it was last written under these settings and these names of cards; undefined if none
 * can be used. Its cards stay as they lie in the file until one is asked for.
 */
export function readFold(
  path: string,
  settings: RuleSettings,
  names: string,
): CachedFold | undefined {
  const file = readColumns<Head>(path, (head) => {
    if (head.format !== format || head.names !== names) return false
    const rules = rulesOf(settings, head.fitted)
    return JSON.stringify(head.rules) === JSON.stringify(rules)
  })
  if (file === undefined) return undefined
  const { format: _, paces, times, ...facts } = file.head
  const tables: FoldTables = {
    cards: new CardTable(cardParts(file.columns)),
    days: new DayTable(dayParts(file.columns)),
    habits: habitsAfter({ paces, times }),
  }
  return { ...facts, tables }
}

/** Writes the fold whole, by rename. A cache that cannot be written costs only time. */
export function writeFold(path: string, names: string, facts: FoldFacts, tables: FoldTables): void {
  const { cards, days, habits } = tables
  const head: Head = { ...facts, ...habits.kept(), format, names }
  writeColumns(path, head, { ...cards.parts(), ...days.parts() })
}

function cardParts({
  floats,
  ints,
  counts,
  bytes,
}: Columns): ConstructorParameters<typeof CardTable>[0] {
  return {
    ids: bytes('ids'),
    ends: counts('ends'),
    slots: ints('slots'),
    stability: floats('stability'),
    difficulty: floats('difficulty'),
    lastAt: floats('lastAt'),
    firstDay: ints('firstDay'),
    lastDay: ints('lastDay'),
    due: ints('due'),
    reps: ints('reps'),
    lapses: ints('lapses'),
    elapsed: ints('elapsed'),
    buriedOn: ints('buriedOn'),
    flags: bytes('flags'),
    comparisonEnds: counts('comparisonEnds'),
    comparisons: bytes('comparisons'),
  }
}

function dayParts({ floats, ints, counts }: Columns): ConstructorParameters<typeof DayTable>[0] {
  return { days: ints('days'), sums: floats('sums'), hours: counts('hours') }
}
