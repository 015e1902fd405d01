import { join } from 'node:path'
import { safe } from '../../../text/text.ts'
import { readNamed } from '../../files/read-file.ts'
import { namesOrNone } from '../own-files.ts'

/** Nobody writes more in an editor. */
const mostBytes = 1 << 20

/** The path of the file in which the answer to a turn of an interview is edited, beside its draft. */
export function editedPath(folder: string, name: string, turn: number): string {
  return join(folder, `${name}.turn-${turn}.md`)
}

/** The interview that such a file belongs to; undefined if it is none. */
export function editedOf(file: string): string | undefined {
  return /^(.+)\.turn-\d+\.md$/.exec(file)?.[1]
}

export type Edited = { readonly path: string; readonly turn: number; readonly text: string }

/** What an editor that was killed left of an answer; undefined if it left nothing. */
export function editedIn(folder: string, name: string): Edited | undefined {
  for (const file of namesOrNone(folder)) {
    const turn = Number(/\.turn-(\d+)\.md$/.exec(file)?.[1])
    if (editedOf(file) !== name || !Number.isSafeInteger(turn)) continue
    const path = join(folder, file)
    const text = boundedText(path)
    if (text !== undefined) return { path, turn, text: safe(text.replace(/\r\n/g, '\n')) }
  }
  return undefined
}

/** The text of a file of bounded size; undefined where there is none. */
export function boundedText(path: string): string | undefined {
  try {
    return readNamed(path, { most: mostBytes }).toString()
  } catch {
    return undefined
  }
}
