import { keyOf, plain } from '../blocks/inline.ts'
import type { Parts } from './answer.ts'

/** Without the one short answer that most cards have: it stands for an answer, in whatever language. */
export function withoutSameAnswers(all: readonly Parts[]): readonly Parts[] {
  const counts = new Map<string, number>()
  let answered = 0
  for (const { answer } of all) {
    if (answer === undefined) continue
    answered++
    const key = keyOfAnswer(answer)
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const same = [...counts].find(([, count]) => count >= 5 && count * 2 > answered)?.[0]
  if (same === undefined) return all
  return all.map((parts) => {
    const isSame = parts.answer !== undefined && keyOfAnswer(parts.answer) === same
    return isSame ? { ...parts, answer: undefined } : parts
  })
}

const longest = 200

/** Undefined for what many questions can rightly be answered with. */
function keyOfAnswer(answer: string): string | undefined {
  // what refers, shows or names something says more than its words
  if (answer.length > longest || /\[\^|!\[|`/.test(answer)) return undefined
  const key = keyOf(plain(answer))
  return key.length < 3 || /^(?:true|false|yes|no|正确|错误|不正确)$/.test(key) ? undefined : key
}
