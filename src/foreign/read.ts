import { ankiCollection, isAnki } from './anki/collection.ts'
import type { ForeignFile } from './file.ts'
import type { ForeignCollection } from './foreign.ts'

/** What a file of another program holds; undefined if it is of none that is known. */
export function foreignIn(file: ForeignFile): ForeignCollection | undefined {
  if (file.kind === 'texts') return undefined
  const { tables } = file
  if (isAnki(tables)) return ankiCollection(tables)
  return undefined
}
