import type { ForeignCard, ForeignText } from './foreign.ts'
import { asked } from './page/asked.ts'

/** Of texts that are Markdown already. */
export type SimpleText = {
  readonly front: string
  readonly back: string
  readonly topics?: readonly string[]
  readonly tags?: readonly string[]
}

/** A card's text of the Markdown of its two sides. */
export function simpleText({
  front,
  back,
  topics = [],
  tags = [],
}: SimpleText): ForeignCard['text'] {
  const text: ForeignText = {
    ...asked(front),
    answer: back.trim(),
    wordings: [],
    topics,
    tags,
    media: [],
  }
  return () => text
}

/** The instant of a time as a clock on the wall showed it; undefined if it is no time. */
export type Local = (text: string) => number | undefined

/**
 * Reads times without an offset, `2026-03-09T20:00:05.120` or a date alone, which is noon then;
 * `offsetAt` gives the minutes east of UTC.
 */
export function localTimes(offsetAt: (at: number) => number): Local {
  return (text) => {
    const found = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?/.exec(
      text,
    )
    if (found === null) return undefined
    const [year = 0, month = 1, day = 1, hour, minute = 0, second = 0] = found
      .slice(1, 7)
      .map((part) => (part === undefined ? undefined : Number(part)))
    const ms = Number((found[7] ?? '0').padEnd(3, '0'))
    const wall = Date.UTC(year, month - 1, day, hour ?? 12, minute, second, ms)
    const at = wall - offsetAt(wall) * 60_000
    return Number.isFinite(at) && at > 0 ? at : undefined
  }
}
