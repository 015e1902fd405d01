import { plainKey } from '../screen.ts'

/** Options that are chosen by letter. */
export type Choosable = { readonly letters: string; readonly several: boolean }

/**
 * What is chosen after some keys; undefined if they are no letters of options alone. A second time
 * takes a letter back; where only one is right, the next one takes its place.
 */
export function pickedBy(from: Choosable, before: string, text: string): string | undefined {
  const keys = lettersIn(from, text)
  if (keys === undefined) return undefined
  return keys.reduce((picked, key) => {
    const others = from.several ? picked.replace(key, '') : ''
    return picked.includes(key) ? others : [...others, key].sort().join('')
  }, before)
}

/** The letters that a line names, `b` or `A, C`; none if it holds anything else. */
export function pickedInLine(from: Choosable, line: string): string {
  return [...new Set(lettersIn(from, line))].sort().join('')
}

function lettersIn({ letters }: Choosable, text: string): readonly string[] | undefined {
  const keys = Array.from(text, plainKey).filter((key) => !/^[\s,、]$/.test(key))
  const isList = keys.length > 0 && keys.every((key) => key.length === 1 && letters.includes(key))
  return isList ? keys : undefined
}
