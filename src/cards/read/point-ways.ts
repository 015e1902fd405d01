import type { PointWays } from '../card.ts'
import { listOf } from './marks.ts'

const comment = /\s*<!--\s*(also|not|any)\s*[:：]\s*([\s\S]*?)\s*-->/gi

/** A key point as it is read by people, without the comments beside it. */
export function pointText(written: string): string {
  return written.replace(comment, '').trim()
}

/**
 * What the comments beside key points say of how they may be said, as many as there are points;
 * undefined where no comment says any.
 */
export function waysBeside(points: readonly string[]): readonly PointWays[] | undefined {
  const all = points.map(waysIn)
  const isGiven = all.some(({ also, not, any }) => also.length + not.length + any.length > 0)
  return isGiven ? all : undefined
}

function waysIn(written: string): PointWays {
  const found = { also: [''].slice(1), not: [''].slice(1), any: [''].slice(1) }
  for (const [, name = '', list = ''] of written.matchAll(comment)) {
    const ways = listOf(list, /\|/)
    if (/^also$/i.test(name)) found.also.push(...ways)
    else if (/^not$/i.test(name)) found.not.push(...ways)
    else found.any.push(...ways)
  }
  return found
}

/** The comments of `waysBeside` again, to stand behind the point; `''` if there are none. */
export function commentsOf({ also, not, any }: PointWays): string {
  return Object.entries({ also, not, any })
    .filter(([, ways]) => ways.length > 0)
    .map(([name, ways]) => ` <!-- ${name}: ${ways.join(' | ')} -->`)
    .join('')
}
