import type { Level } from '../cards/card.ts'
import { many, naming, on, oneOf, text } from './kinds.ts'
import type { Rows, Said } from './row.ts'

/** What says which cards a command is about; it means the same everywhere. */
export const filters = {
  library: { kind: many(naming('file')), takes: '<path>', says: 'library', told: lastPart },
  topic: { kind: many(naming('topic')), takes: '<word>', says: 'topic', narrows: true },
  tag: { kind: many(naming('tag')), takes: '<tag>', says: 'tag', narrows: true },
  level: {
    kind: many(oneOf<Level>('junior', 'mid', 'senior')),
    takes: '<level>',
    says: 'level',
    narrows: true,
    told: (word, { levels }) => levels[word as keyof typeof levels] ?? word,
  },
  from: { kind: text, takes: '<words>', says: 'from', narrows: true },
  due: { kind: on, says: 'due', narrows: true },
  weak: { kind: on, says: 'weak', narrows: true },
  unanswered: { kind: on, says: 'unanswered', narrows: true },
} satisfies Rows

export type FilterOptions = Said<typeof filters>

const { library, topic, tag, level } = filters

/** Those of a command that chooses by what the notes say. */
export const narrowing = { topic, tag, level, library }

// of a library only its name is told, never where it lies
function lastPart(path: string): string {
  return path.split(/[\\/]+/).findLast((part) => part !== '' && part !== '.') ?? path
}
