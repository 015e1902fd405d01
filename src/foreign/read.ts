import type { ForeignFile } from './file.ts'
import type { ForeignCollection } from './foreign.ts'
import { localTimes } from './simple.ts'

/**
 * What a file of another program holds; undefined if it is of none that is known. `offsetAt` gives the
 * minutes east of UTC, for times that say none.
 */
export async function foreignIn(
  file: ForeignFile,
  offsetAt: (at: number) => number,
): Promise<ForeignCollection | undefined> {
  if (file.kind === 'lines') return undefined
  const local = localTimes(offsetAt)
  if (file.kind === 'texts') {
    const { texts } = file
    const { isOrgDrill, orgDrillNotes } = await import('./org-drill.ts')
    if (isOrgDrill(texts)) return orgDrillNotes(texts, local)
    const { isObsidian, obsidianNotes } = await import('./obsidian.ts')
    return isObsidian(texts) ? obsidianNotes(texts, local) : undefined
  }
  const { tables } = file
  const { ankiCollection, isAnki } = await import('./anki/collection.ts')
  if (isAnki(tables)) return ankiCollection(tables)
  const { isMnemosyne, mnemosyneCards } = await import('./mnemosyne.ts')
  if (isMnemosyne(tables)) return mnemosyneCards(tables)
  const { hashcardsReviews, isHashcards } = await import('./hashcards.ts')
  return isHashcards(tables) ? hashcardsReviews(tables, file.beside, local) : undefined
}
