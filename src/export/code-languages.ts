import { hasFormulas, languagesIn } from '../markdown/document.ts'
import { blocksIn, type ReadEntry } from './read-entry.ts'

/** The languages of all code that these entries hold, as the fences name them. */
export function codeLanguages(entries: readonly ReadEntry[]): ReadonlySet<string> {
  return languagesIn(entries.flatMap(blocksIn))
}

/** Whether any of these entries holds a formula, in its question too. */
export function haveFormulas(entries: readonly ReadEntry[]): boolean {
  return entries.some((entry) => hasFormulas(blocksIn(entry)))
}
