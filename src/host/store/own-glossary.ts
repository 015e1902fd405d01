import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const mostGlossary = 256 * 1024

/**
 * The person's own glossary, in lines. Without the file, or where it cannot be read, there is only the
 * glossary of ours.
 */
export function readGlossary(settings: string): string {
  try {
    const path = join(settings, 'glossary.txt')
    const stat = statSync(path, { throwIfNoEntry: false })
    return stat?.isFile() && stat.size <= mostGlossary ? readFileSync(path, 'utf8') : ''
  } catch {
    return ''
  }
}
