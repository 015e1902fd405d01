import { plainKey } from './heard.ts'

/** Options that are chosen by letter. */
export type Choosable = { readonly letters: string; readonly several: boolean }

/** What was chosen after some keys, and whether the last of them said that it is all. */
export type Picked = { readonly picked: string; readonly isFinal: boolean }

/** A second time takes a letter back; where only one is right, the next one takes its place. */
export function pickedBy(from: Choosable, before: string, keys: string): Picked {
  let picked = before
  for (const key of Array.from(keys, plainKey)) {
    if (key === ' ' && picked !== '') return { picked, isFinal: true }
    if (key.length !== 1 || !from.letters.includes(key)) continue
    const others = from.several ? picked.replace(key, '') : ''
    picked = picked.includes(key) ? others : [...others, key].sort().join('')
  }
  return { picked, isFinal: false }
}

/** The letters that a line names, `b` or `A, C`; none if it holds anything else. */
export function pickedInLine(from: Choosable, line: string): string {
  const keys = Array.from(line, plainKey).filter((key) => !/[\s,、]/.test(key))
  const isChoice = keys.every((key) => key.length === 1 && from.letters.includes(key))
  return isChoice ? [...new Set(keys)].sort().join('') : ''
}
