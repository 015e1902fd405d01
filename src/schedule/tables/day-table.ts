import type { Day } from '../day.ts'
import type { DayFigures, HourFigures, Review } from '../schedule.ts'
import { LazyMap } from './lazy-map.ts'

/** A table of days as it is kept in a file: a row a day, in the order in which they came. */
export type DayParts = {
  readonly days: Int32Array
  /** Six figures a day, see `figureNames`. */
  readonly sums: Float64Array
  /** For each of 24 hours reviews, those that tell of memory, those of them that were recalled. */
  readonly hours: Uint32Array
}

const figureNames = ['reviews', 'ms', 'met', 'telling', 'recalled', 'foreseen'] as const
const [reviews, ms, met, telling, recalled, foreseen] = [0, 1, 2, 3, 4, 5]
const sumsADay = figureNames.length
const hoursADay = 24
const sumsAnHour = 3
const hourSumsADay = hoursADay * sumsAnHour
const hourMs = 3_600_000

/** What a review says beside itself. */
export type Telling = {
  /** Whether the card was never reviewed before. */
  readonly isFirst: boolean
  /** The chance of recall that was foreseen; undefined unless a day or more had passed. */
  readonly foreseen: number | undefined
}

/** What was done on each study day, added up as it comes. */
export class DayTable {
  #days: Int32Array
  #sums: Float64Array
  #hours: Uint32Array
  #size: number
  /** By day; made when it is first needed. */
  #rows: Map<Day, number> | undefined
  /** Where the last review was counted: mostly the next one is of the same day. */
  #last = 0

  constructor(kept?: DayParts) {
    this.#days = kept?.days ?? new Int32Array(0)
    this.#sums = kept?.sums ?? new Float64Array(0)
    this.#hours = kept?.hours ?? new Uint32Array(0)
    this.#size = this.#days.length
  }

  /** Adds a review; without `told` it says nothing about memory, as in a cram. */
  add(review: Pick<Review, 'at' | 'offset' | 'grade' | 'tookMs'>, day: Day, told?: Telling): void {
    const { at, offset, grade, tookMs } = review
    const row = this.#days[this.#last] === day ? this.#last : this.#rowFor(day)
    this.#last = row
    const sum = row * sumsADay
    const hours = Math.floor((at + offset * 60_000) / hourMs)
    const hour = row * hourSumsADay + sumsAnHour * (((hours % hoursADay) + hoursADay) % hoursADay)
    count(this.#sums, sum + reviews, 1)
    count(this.#sums, sum + ms, tookMs)
    count(this.#hours, hour, 1)
    if (told?.isFirst === true) count(this.#sums, sum + met, 1)
    if (told?.foreseen === undefined) return
    const passed = grade === 'again' ? 0 : 1
    count(this.#sums, sum + telling, 1)
    count(this.#sums, sum + recalled, passed)
    count(this.#sums, sum + foreseen, told.foreseen)
    count(this.#hours, hour + 1, 1)
    count(this.#hours, hour + 2, passed)
  }

  /** Begins a day with what was added up before. */
  put(day: Day, figures: DayFigures): void {
    const row = this.#rowFor(day)
    figureNames.forEach((name, i) => {
      this.#sums[row * sumsADay + i] = figures[name]
    })
    for (const one of figures.hours) {
      const all = [one.reviews, one.telling, one.recalled]
      this.#hours.set(all, row * hourSumsADay + one.hour * sumsAnHour)
    }
  }

  /** All of them by day. */
  figures(): ReadonlyMap<Day, DayFigures> {
    const get = (day: Day) => {
      const row = this.#rowsByDay().get(day)
      return row === undefined ? undefined : this.#figuresAt(row)
    }
    return new LazyMap(
      () => this.#size,
      () => this.#days.subarray(0, this.#size) as Iterable<number> as Iterable<Day>,
      get,
    )
  }

  parts(): DayParts {
    return {
      days: this.#days.subarray(0, this.#size),
      sums: this.#sums.subarray(0, this.#size * sumsADay),
      hours: this.#hours.subarray(0, this.#size * hourSumsADay),
    }
  }

  #figuresAt(row: number): DayFigures {
    const [reviews = 0, ms = 0, met = 0, telling = 0, recalled = 0, foreseen = 0] =
      this.#sums.subarray(row * sumsADay, (row + 1) * sumsADay)
    return { reviews, ms, met, telling, recalled, foreseen, hours: this.#hoursAt(row) }
  }

  #hoursAt(row: number): readonly HourFigures[] {
    const found: HourFigures[] = []
    for (let hour = 0; hour < hoursADay; hour += 1) {
      const from = row * hourSumsADay + hour * sumsAnHour
      const [reviews = 0, telling = 0, recalled = 0] = this.#hours.subarray(from, from + sumsAnHour)
      if (reviews > 0) found.push({ hour, reviews, telling, recalled })
    }
    return found
  }

  #rowFor(day: Day): number {
    const rows = this.#rowsByDay()
    const known = rows.get(day)
    if (known !== undefined) return known
    const row = this.#size
    if (row === this.#days.length) this.#grow(2 * row + 8)
    this.#days[row] = day
    this.#size += 1
    rows.set(day, row)
    return row
  }

  #rowsByDay(): Map<Day, number> {
    if (this.#rows === undefined) {
      this.#rows = new Map()
      for (let row = 0; row < this.#size; row += 1) {
        this.#rows.set((this.#days[row] ?? 0) as Day, row)
      }
    }
    return this.#rows
  }

  #grow(rows: number): void {
    const { days, sums, hours } = this.parts()
    this.#days = new Int32Array(rows)
    this.#sums = new Float64Array(rows * sumsADay)
    this.#hours = new Uint32Array(rows * hourSumsADay)
    this.#days.set(days)
    this.#sums.set(sums)
    this.#hours.set(hours)
  }
}

function count(column: Float64Array | Uint32Array, at: number, more: number): void {
  column[at] = (column[at] ?? 0) + more
}
