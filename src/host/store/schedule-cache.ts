import { crc32 } from 'node:zlib'
import type { Day } from '../../schedule/day.ts'
import { type RuleSettings, type Rules, rulesOf } from '../../schedule/rules.ts'
import type {
  Act,
  AnswerTimes,
  DayFigures,
  HourFigures,
  Instant,
  Schedule,
  Schedules,
  Standing,
} from '../../schedule/schedule.ts'
import { build } from '../build.ts'
import { mostOwn, readNamed } from '../files/read-file.ts'
import { writeCacheFile } from './cache-file.ts'

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

/** A fold and what it was made from. */
export type CachedFold = {
  readonly seen: readonly SeenJournal[]
  /** The latest record in it. */
  readonly last: Pick<Act, 'at' | 'id'>
  readonly rules: Rules
  /** The parameters of the latest fit in it, whether the rules follow them or not. */
  readonly fitted: readonly number[] | undefined
  readonly schedules: Schedules
  readonly damaged: number
  readonly newer: number
  /** How many records bear a time that had not come, and the first of their times. */
  readonly ahead: number
  readonly nextAt: number | undefined
}

type Row = readonly [
  id: string,
  suspended: 0 | 1,
  buriedOn: number | null,
  schedule:
    | readonly [
        stage: number,
        stability: number,
        difficulty: number,
        due: number,
        reps: number,
        lapses: number,
        firstDay: number,
        lastDay: number,
        lastAt: number,
      ]
    | null,
  /** Left out where nothing was compared. */
  comparison?: readonly [coverage: number, missed: readonly string[]],
]

type Stored = Omit<CachedFold, 'schedules'> & {
  readonly format: string
  readonly names: string
  readonly cards: readonly Row[]
  readonly days: readonly DayRow[]
  readonly paces: readonly number[]
  readonly times: AnswerTimes
  readonly knownCold: readonly string[]
}

/** A day and what was done on it; behind that four numbers for each hour. */
type DayRow = readonly [
  day: number,
  reviews: number,
  ms: number,
  met: number,
  telling: number,
  recalled: number,
  foreseen: number,
  ...hours: number[],
]

// A fold of another build is not read.
const format = `2 ${build}`
const stages: readonly Schedule['stage'][] = ['learning', 'review', 'relearning']
const checksumLength = 8

/**
 * The fold as it was last written under these settings and these names of cards; undefined if none
 * can be used.
 */
export function readFold(
  path: string,
  settings: RuleSettings,
  names: string,
): CachedFold | undefined {
  try {
    const bytes = readNamed(path, { most: mostOwn })
    const body = bytes.subarray(checksumLength)
    const sum = Number.parseInt(bytes.toString('latin1', 0, checksumLength), 16)
    if (crc32(body) !== sum) return undefined
    const stored = JSON.parse(body.toString()) as Stored
    if (stored.format !== format || stored.names !== names) return undefined
    const rules = rulesOf(settings, stored.fitted)
    return JSON.stringify(stored.rules) === JSON.stringify(rules) ? restored(stored) : undefined
  } catch {
    return undefined
  }
}

/** Writes the fold whole, by rename. A cache that cannot be written costs only time. */
export function writeFold(path: string, names: string, fold: CachedFold): void {
  const { schedules, ...plain } = fold
  const stored: Stored = {
    ...plain,
    format,
    names,
    cards: [...schedules.cards].map(([id, standing]) => rowOf(id, standing)),
    days: Array.from(schedules.days, ([day, figures]) => dayRow(day, figures)),
    paces: schedules.paces,
    times: schedules.times,
    knownCold: [...schedules.knownCold],
  }
  const body = Buffer.from(JSON.stringify(stored))
  const sum = crc32(body).toString(16).padStart(checksumLength, '0')
  writeCacheFile(path, [Buffer.from(sum), body])
}

function rowOf(id: string, standing: Standing): Row {
  const row = scheduleRow(id, standing)
  const { comparison } = standing
  if (comparison === undefined) return row
  return [row[0], row[1], row[2], row[3], [comparison.coverage, comparison.missed]]
}

function scheduleRow(id: string, { schedule, suspended, buriedOn }: Standing): Row {
  const head = [id, suspended ? 1 : 0, buriedOn ?? null] as const
  if (schedule === undefined) return [...head, null]
  const { stability, difficulty, due, reps, lapses, firstDay, lastDay, lastAt } = schedule
  const stage = stages.indexOf(schedule.stage)
  const row = [stage, stability, difficulty, due, reps, lapses, firstDay, lastDay, lastAt] as const
  return [...head, row]
}

function restored({ format: _, ...stored }: Stored): CachedFold {
  const { cards, days, paces, times, knownCold, ...plain } = stored
  const schedules: Schedules = {
    cards: new Map(cards.map((row) => [row[0], standingOf(row)])),
    days: new Map(days.map((row) => [row[0] as Day, figuresOf(row)])),
    paces,
    times,
    knownCold: new Set(knownCold),
  }
  return { ...plain, schedules }
}

function dayRow(day: Day, figures: DayFigures): DayRow {
  const { reviews, ms, met, telling, recalled, foreseen, hours } = figures
  const flat = hours.flatMap((one) => [one.hour, one.reviews, one.telling, one.recalled])
  return [day, reviews, ms, met, telling, recalled, foreseen, ...flat]
}

function figuresOf(row: DayRow): DayFigures {
  const [, reviews, ms, met, telling, recalled, foreseen] = row
  const hours: HourFigures[] = []
  for (let at = 7; at < row.length; at += 4) {
    const [hour = 0, reviews = 0, telling = 0, recalled = 0] = row.slice(at, at + 4)
    hours.push({ hour, reviews, telling, recalled })
  }
  return { reviews, ms, met, telling, recalled, foreseen, hours }
}

function standingOf([_, suspended, buriedOn, row, compared]: Row): Standing {
  const aside = {
    suspended: suspended === 1,
    buriedOn: buriedOn === null ? undefined : (buriedOn as Day),
    comparison: compared && { coverage: compared[0], missed: compared[1] },
  }
  if (row === null) return { schedule: undefined, ...aside }
  const [stage, stability, difficulty, due, reps, lapses, firstDay, lastDay, lastAt] = row
  const schedule: Schedule = {
    stage: stages[stage] ?? 'review',
    stability,
    difficulty,
    due: due as Day,
    reps,
    lapses,
    firstDay: firstDay as Day,
    lastDay: lastDay as Day,
    lastAt: lastAt as Instant,
  }
  return { schedule, ...aside }
}
