import { join } from 'node:path'
import { readNamed } from '../files/read-file.ts'

const mostGlossary = 256 * 1024

/**
 * The person's own glossary, in lines. Without the file, or where it cannot be read, there is only the
 * glossary of ours.
 */
export function readGlossary(settings: string): string {
  try {
    return readNamed(join(settings, 'glossary.txt'), { most: mostGlossary }).toString()
  } catch {
    return ''
  }
}
