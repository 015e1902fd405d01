import type { AddedLibrary } from '../cards/card.ts'
import { safe } from '../text/text.ts'
import type { Look } from './look.ts'

/** The added libraries, and the shapes that the person named for them. */
export function libraryLines(
  libraries: readonly AddedLibrary[],
  { say, paint }: Look,
): readonly string[] {
  if (libraries.length === 0) return [say.library.none]
  return libraries.map(({ path, questions }) => {
    const shapes = questions === undefined ? '' : paint.dim(`  ${questions.join(', ')}`)
    return safe(path) + shapes
  })
}
