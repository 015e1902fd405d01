import { commentsOf, pointText, waysBeside } from './read/point-ways.ts'

/** Ways in which a person said key points, by the text of the point. */
export type OwnWays = ReadonlyMap<string, readonly string[]>

const opening = '<!-- viva: ways -->'
const mostWays = 5

/** The ways of saying key points that stand at the end of a person's note. */
export function ownWaysIn(note: string): OwnWays {
  const found = new Map<string, readonly string[]>()
  const at = note.indexOf(opening)
  if (at < 0) return found
  for (const line of note.slice(at).split('\n')) {
    if (!line.startsWith('- ')) continue
    const [ways] = waysBeside([line.slice(2)]) ?? []
    const point = pointText(line.slice(2))
    if (ways === undefined || point === '') continue
    found.set(point, [...new Set([...(found.get(point) ?? []), ...ways.also])])
  }
  return found
}

/** A person's note without them. */
export function withoutOwnWays(note: string): string {
  const at = note.indexOf(opening)
  return at < 0 ? note : note.slice(0, at).trimEnd()
}

/** A person's note with one more, the last of which are kept. */
export function withOwnWay(note: string, point: string, words: string): string {
  const way = words
    .replace(/--+>?|\|/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (way === '') return note
  const all = new Map(ownWaysIn(note))
  all.set(point, [...new Set([...(all.get(point) ?? []), way])].slice(-mostWays))
  const lines = Array.from(
    all,
    ([text, also]) => `- ${text}${commentsOf({ also, not: [], any: [] })}`,
  )
  const text = withoutOwnWays(note)
  return `${text === '' ? '' : `${text}\n\n`}${opening}\n\n${lines.join('\n')}\n`
}
