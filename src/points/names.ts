import { stemOf } from './stem.ts'

/** `i/o` is one word however it is written. */
export function asOneWord(folded: string): string {
  return folded.replace(/\bi\/o\b/g, 'io')
}

/** A name as the lexicon holds it. */
export function nameOf(folded: string): string {
  const trimmed = folded.trim()
  // most names are one word
  if (/^[a-z0-9]+$/.test(trimmed)) return stemOf(trimmed)
  if (trimmed > '\u2e80') return trimmed
  const name = asOneWord(trimmed)
  if (!/^[a-z][a-z0-9 /_-]*$/.test(name)) return name
  return name
    .split(/[^a-z0-9]+/)
    .map(stemOf)
    .join(' ')
    .trim()
}
