import { join } from 'node:path'
import type { Clone } from '../../cards/card.ts'

/** The folder of all clones. */
export function clonesFolder(data: string): string {
  return join(data, 'libraries')
}

/** Where the notes of a clone are, wherever the home was when it was added. */
export function notesPath(data: string, { name, folder = '' }: Clone): string {
  return join(clonesFolder(data), name, 'notes', folder)
}
