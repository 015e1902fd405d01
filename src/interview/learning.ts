import { judgeOf } from '../points/assess.ts'
import { clausesIn } from '../points/contrary/clauses.ts'
import { fold } from '../search/text/fold.ts'
import type { Comparable } from './comparing.ts'

/** Longer ones are no way of saying one thing. */
const longestWay = 120
const shortestWay = 4

/**
 * The words with which an answer said a point that was not heard in it, though the person says so:
 * the sentence that says most of it, or the only one that says no other. Undefined if it is not clear.
 */
export function wordsFor(
  { card, points, answer, glossary }: Omit<Comparable, 'before'>,
  text: string,
): string | undefined {
  const index = points.findIndex((point) => point.text === text)
  if (index < 0) return undefined
  const judge = judgeOf(points, card, glossary)
  const sentences = sentencesIn(answer).map((words) => {
    const { points: found } = judge(words)
    const others = found.filter((point, i) => i !== index && point.covered)
    return { words, credit: found[index]?.credit ?? 0, isFree: others.length === 0 }
  })
  const free = sentences.filter(({ isFree }) => isFree)
  const best = free.toSorted((a, b) => b.credit - a.credit)[0]
  const chosen = free.length === 1 || (best?.credit ?? 0) > 0 ? best : undefined
  const words = chosen?.words ?? ''
  return words.length < shortestWay || words.length > longestWay ? undefined : words
}

function sentencesIn(answer: string): readonly string[] {
  const sentences = new Map<number, string>()
  for (const { start, end, sentence } of clausesIn(fold(answer)).all) {
    sentences.set(sentence, (sentences.get(sentence) ?? '') + answer.slice(start, end))
  }
  return [...sentences.values()].map((words) =>
    words.replace(/^[\s,，、;；]+|[\s。.！!？?]+$/g, ''),
  )
}
