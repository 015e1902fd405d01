import type { Day } from '../day.ts'
import type { Comparison, Instant, Schedule, Standing } from '../schedule.ts'
import { absent, type Column, numberIn } from './columns.ts'
import { type IdParts, IdTable } from './id-table.ts'
import { LazyMap } from './lazy-map.ts'

/** What is known of each card, a column a fact, a row a card. */
export type CardColumns = {
  /** Not a number where there is no memory of the card. */
  stability: Float64Array
  difficulty: Float64Array
  lastAt: Float64Array
  firstDay: Int32Array
  lastDay: Int32Array
  /** Absent while it has yet to be worked out from what was done last. */
  due: Int32Array
  reps: Int32Array
  lapses: Int32Array
  /** Days between the last two reviews. */
  elapsed: Int32Array
  buriedOn: Int32Array
  /** See `stageOf`, `suspendedBit` and `coldBit`. */
  flags: Uint8Array
}

/** A table of cards as it is kept in a file. */
export type CardParts = IdParts &
  Readonly<CardColumns> & {
    /** Where the comparison of each card ends; empty where there is none. */
    readonly comparisonEnds: Uint32Array
    /** In JSON. */
    readonly comparisons: Uint8Array
  }

const scheduleNames = [
  'stability',
  'difficulty',
  'due',
  'reps',
  'lapses',
  'firstDay',
  'lastDay',
  'lastAt',
] as const
const stages: readonly Schedule['stage'][] = ['learning', 'review', 'relearning']
const learning = 0
export const review = 1
export const relearning = 2
const stageBits = 3
export const suspendedBit = 4
/** Passed when it was first asked. */
export const coldBit = 8

/** Where cards stand, to be worked on row by row and read card by card. */
export class CardTable {
  readonly ids: IdTable
  columns: CardColumns
  readonly #kept: Pick<CardParts, 'comparisonEnds' | 'comparisons'> | undefined
  readonly #compared = new Map<number, Comparison | undefined>()

  constructor(kept?: CardParts) {
    this.ids = new IdTable(kept)
    this.columns = kept === undefined ? emptyColumns(16) : columnsOf(kept)
    this.#kept = kept
  }

  /** The row of a card, which is there from now on. */
  rowOf(id: string): number {
    const row = this.ids.add(Buffer.from(id))
    if (row >= this.columns.flags.length) this.columns = longerColumns(this.columns, 2 * row + 16)
    return row
  }

  /** Puts a card where it stood before. */
  put(id: string, { schedule, suspended, buriedOn, comparison }: Standing): void {
    const row = this.rowOf(id)
    const { columns } = this
    const stage = schedule === undefined ? learning : stages.indexOf(schedule.stage)
    columns.flags[row] = withStage(suspended ? suspendedBit : 0, stage)
    columns.buriedOn[row] = buriedOn ?? absent
    if (comparison !== undefined) this.setComparison(row, comparison)
    if (schedule === undefined) return
    for (const name of scheduleNames) columns[name][row] = schedule[name]
  }

  setComparison(row: number, comparison: Comparison | undefined): void {
    this.#compared.set(row, comparison)
  }

  standingAt(row: number): Standing {
    const { flags, buriedOn } = this.columns
    return {
      schedule: this.#scheduleAt(row),
      suspended: ((flags[row] ?? 0) & suspendedBit) > 0,
      buriedOn: numberIn(buriedOn, row) as Day | undefined,
      comparison: this.#comparisonAt(row),
    }
  }

  /** All of them by id. */
  standings(): ReadonlyMap<string, Standing> {
    const known: Standing[] = []
    const get = (id: string) => {
      const row = this.ids.find(Buffer.from(id))
      if (row < 0) return undefined
      // some go through all cards several times
      known[row] ??= this.standingAt(row)
      return known[row]
    }
    return new LazyMap(
      () => this.ids.size,
      () => this.#names(),
      get,
    )
  }

  *idsWith(bit: number): Iterable<string> {
    for (let row = 0; row < this.ids.size; row += 1) {
      if (((this.columns.flags[row] ?? 0) & bit) > 0) yield this.ids.at(row)
    }
  }

  parts(): CardParts {
    const { size } = this.ids
    const comparisonEnds = new Uint32Array(size)
    const texts: Uint8Array[] = []
    let end = 0
    for (let row = 0; row < size; row += 1) {
      const text = this.#comparisonText(row)
      if (text !== undefined) texts.push(text)
      end += text?.length ?? 0
      comparisonEnds[row] = end
    }
    const comparisons = Buffer.concat(texts)
    return { ...this.ids.parts(), ...cut(this.columns, size), comparisonEnds, comparisons }
  }

  *#names(): Iterable<string> {
    for (let row = 0; row < this.ids.size; row += 1) yield this.ids.at(row)
  }

  #scheduleAt(row: number): Schedule | undefined {
    const { stability, difficulty, due, reps, lapses, firstDay, lastDay, lastAt, flags } =
      this.columns
    const memory = stability[row] ?? Number.NaN
    if (Number.isNaN(memory)) return undefined
    return {
      stage: stages[(flags[row] ?? 0) & stageBits] ?? 'review',
      stability: memory,
      difficulty: difficulty[row] ?? 0,
      due: (due[row] ?? 0) as Day,
      reps: reps[row] ?? 0,
      lapses: lapses[row] ?? 0,
      firstDay: (firstDay[row] ?? 0) as Day,
      lastDay: (lastDay[row] ?? 0) as Day,
      lastAt: (lastAt[row] ?? 0) as Instant,
    }
  }

  #comparisonAt(row: number): Comparison | undefined {
    if (this.#compared.has(row)) return this.#compared.get(row)
    const text = this.#comparisonText(row)
    return text === undefined ? undefined : (JSON.parse(text.toString()) as Comparison)
  }

  #comparisonText(row: number): Buffer | undefined {
    const fresh = this.#compared.get(row)
    if (fresh !== undefined) return Buffer.from(JSON.stringify(fresh))
    if (this.#kept === undefined || this.#compared.has(row)) return undefined
    const { comparisonEnds, comparisons } = this.#kept
    const start = row === 0 ? 0 : (comparisonEnds[row - 1] ?? 0)
    const end = comparisonEnds[row] ?? 0
    if (end <= start) return undefined
    return Buffer.from(comparisons.buffer, comparisons.byteOffset + start, end - start)
  }
}

/** The stage of a card among its flags. */
export function stageOf(flags: number): number {
  return flags & stageBits
}

/** The same flags with another stage. */
export function withStage(flags: number, stage: number): number {
  return (flags & ~stageBits) | stage
}

function emptyColumns(rows: number): CardColumns {
  return {
    stability: new Float64Array(rows).fill(Number.NaN),
    difficulty: new Float64Array(rows),
    lastAt: new Float64Array(rows),
    firstDay: new Int32Array(rows).fill(absent),
    lastDay: new Int32Array(rows).fill(absent),
    due: new Int32Array(rows).fill(absent),
    reps: new Int32Array(rows),
    lapses: new Int32Array(rows),
    elapsed: new Int32Array(rows),
    buriedOn: new Int32Array(rows).fill(absent),
    flags: new Uint8Array(rows),
  }
}

function columnsOf(kept: CardParts): CardColumns {
  const { stability, difficulty, lastAt, firstDay, lastDay } = kept
  const { due, reps, lapses, elapsed, buriedOn, flags } = kept
  const days = { firstDay, lastDay, due, elapsed, buriedOn }
  return { stability, difficulty, lastAt, ...days, reps, lapses, flags }
}

function longerColumns(columns: CardColumns, rows: number): CardColumns {
  const empty = emptyColumns(rows)
  for (const name of namesOf(columns)) (empty[name] as Column).set(columns[name])
  return empty
}

function cut(columns: CardColumns, rows: number): CardColumns {
  return columnsOf(
    Object.fromEntries(
      namesOf(columns).map((name) => [name, columns[name].subarray(0, rows)]),
    ) as unknown as CardParts,
  )
}

function namesOf(columns: CardColumns): readonly (keyof CardColumns)[] {
  return Object.keys(columns) as (keyof CardColumns)[]
}
