import type { AddedLibrary, Deck } from '../cards/card.ts'
import { safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
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

const mostEmptied = 5

/** Files that lose their cards by the shapes that were named for their library. */
export function emptiedLines(emptied: readonly Deck[], look: Look): readonly string[] {
  const { library, check } = look.say
  const lines = emptied.slice(0, mostEmptied).flatMap(({ file, cards }) =>
    wrap(safe(library.emptied(file, cards.length)), textColumns(look), {
      first: '  ',
      rest: '    ',
    }),
  )
  const more = emptied.length - mostEmptied
  return more > 0 ? [...lines, `  ${check.moreSuspicious(more)}`] : lines
}
