import type { Fit } from './schedule.ts'

/** What the schedule is worked out by. */
export type Rules = {
  /** When a study day begins, in ms after midnight. */
  readonly dayStartMs: number
  /** The recall at which a card is due, from 0.7 to 0.97. */
  readonly retention: number
  /** The 21 parameters of FSRS-6. */
  readonly parameters: readonly number[]
  /** Whether intervals are spread a little, so that cards learnt together part. */
  readonly fuzz: boolean
}

/** The published defaults of FSRS-6 (fsrs-rs 6.6, py-fsrs 6.3, ts-fsrs 5.4). */
const defaultParameters: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]

/** Where ts-fsrs would clip without a word; it floors the first four at 0.1 when a card is new. */
const bounds: readonly (readonly [number, number])[] = [
  ...[0, 1, 2, 3].map(() => [0.1, 100] as const),
  ...([
    [1, 10],
    [0.001, 4],
    [0.001, 4],
    [0.001, 0.75],
    [0, 4.5],
    [0, 0.8],
    [0.001, 3.5],
  ] as const),
  ...([
    [0.001, 5],
    [0.001, 0.25],
    [0.001, 0.9],
    [0, 4],
    [0, 1],
    [1, 6],
  ] as const),
  ...([
    [0, 2],
    [0, 2],
    [0.01, 0.8],
    [0.1, 0.8],
  ] as const),
]

const hour = 3_600_000
const minute = 60_000

/** The rules of someone who has set nothing. */
export const defaultRules: Rules = {
  dayStartMs: 4 * hour,
  retention: 0.9,
  parameters: defaultParameters,
  fuzz: true,
}

/** What a person may set of them, as it is written down; see `Settings`. */
export type RuleSettings = {
  readonly dayStart: string
  readonly retention: number
  readonly parameters: string | undefined
  readonly date: string | undefined
}

/**
 * The rules of a person. Parameters set by hand win over `fitted` ones; intervals are not spread
 * while an interview date is set.
 */
export function rulesOf(
  { dayStart, retention, parameters, date }: RuleSettings,
  fitted: readonly number[] | undefined,
): Rules {
  return {
    dayStartMs: dayStartOf(dayStart) ?? defaultRules.dayStartMs,
    retention,
    parameters: parametersOf(parameters ?? '') ?? fitted ?? defaultRules.parameters,
    fuzz: date === undefined,
  }
}

/** The parameters in use, and where they come from. */
export type InUse =
  | { readonly from: 'settings' | 'defaults'; readonly parameters: readonly number[] }
  | { readonly from: 'fit'; readonly parameters: readonly number[]; readonly fit: Fit }

/** Which parameters hold, if this is the latest fit. */
export function inUse(settings: RuleSettings, fit: Fit | undefined): InUse {
  const { parameters } = rulesOf(settings, fit?.parameters)
  if (settings.parameters !== undefined) return { from: 'settings', parameters }
  return fit === undefined ? { from: 'defaults', parameters } : { from: 'fit', parameters, fit }
}

/** `4:00` as ms after midnight; undefined unless it is a time from 0:00 to 23:59. */
export function dayStartOf(text: string): number | undefined {
  const found = /^(\d{1,2}):([0-5]\d)$/.exec(text)
  if (found === null) return undefined
  const hours = Number(found[1])
  return hours < 24 ? hours * hour + Number(found[2]) * minute : undefined
}

/** ms after midnight as `4:00`. */
export function dayStartText(ms: number): string {
  const minutes = String(Math.floor((ms % hour) / minute)).padStart(2, '0')
  return `${Math.floor(ms / hour)}:${minutes}`
}

/** 21 numbers between commas or spaces, each within its bounds; undefined if they are not. */
export function parametersOf(text: string): readonly number[] | undefined {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '')
  if (!parts.every((part) => /^\d+(\.\d+)?$/.test(part))) return undefined
  const numbers = parts.map(Number)
  return areParameters(numbers) ? numbers : undefined
}

/** Whether these are 21 numbers, each within its bounds. */
export function areParameters(numbers: readonly number[]): boolean {
  const isWithin = (n: number, i: number) =>
    n >= (bounds[i]?.[0] ?? 1) && n <= (bounds[i]?.[1] ?? 0)
  return numbers.length === bounds.length && numbers.every(isWithin)
}

/** The nearest parameters within the bounds, to four places; undefined unless they are 21 numbers. */
export function bounded(numbers: readonly number[]): readonly number[] | undefined {
  if (numbers.length !== bounds.length || !numbers.every(Number.isFinite)) return undefined
  return bounds.map(([least, most], i) => {
    const rounded = Math.round((numbers[i] ?? 0) * 10_000) / 10_000
    return Math.min(most, Math.max(least, rounded))
  })
}
