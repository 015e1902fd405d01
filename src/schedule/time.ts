import { type Day, dayMs } from './day.ts'
import type { Instant } from './schedule.ts'

const minute = 60_000

/** The study day of an instant where the clock stands `offset` minutes east of UTC. */
export function studyDay(at: Instant, offset: number, dayStartMs: number): Day {
  return Math.floor((at + offset * minute - dayStartMs) / dayMs) as Day
}

/** ISO 8601 with offset and seconds, in the local time of `offset` (minutes east of UTC). */
export function isoTime(at: Instant, offset: number): string {
  const local = new Date(at + offset * minute).toISOString().slice(0, 19)
  const sign = offset < 0 ? '-' : '+'
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0')
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0')
  return `${local}${sign}${hours}:${minutes}`
}

/** 95,000 ms as `1:35`; rounded up, so that a countdown shows 0:00 only when it has ended. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The date and minute at a place `offset` minutes east of UTC: `2026-11-22 20:00`. */
export function minuteText(at: Instant, offset: number): string {
  return isoTime(at, offset).slice(0, 16).replace('T', ' ')
}
