import { everyBlock } from './document.ts'
import { blocksIn, type ReadEntry } from './read-entry.ts'

/** The languages of all code that these entries hold, as the fences name them. */
export function codeLanguages(entries: readonly ReadEntry[]): ReadonlySet<string> {
  const languages = new Set<string>()
  for (const entry of entries) {
    for (const block of everyBlock(blocksIn(entry))) {
      if (block.kind === 'code' && block.language !== undefined) languages.add(block.language)
    }
  }
  return languages
}
