/** The first and the last ms of the years that a date can be written in with four digits. */
const first = -62_167_219_200_000
const last = 253_402_300_799_999
const minutesADay = 24 * 60

/** Whether a number is a time, in ms since the epoch, that a date can be: whole, and of the years 0 to 9999. */
export function isInstant(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= first && Number(value) <= last
}

/** Whether a number is an offset, in minutes east of UTC, that a place can have. */
export function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && Math.abs(Number(value)) < minutesADay
}
