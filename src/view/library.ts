import type { AddedLibrary, Deck } from '../cards/card.ts'
import type { Instant } from '../schedule/schedule.ts'
import { isoTime, minuteText } from '../schedule/time.ts'
import { oneLine, safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** An added library, and where its clone stands if it is one; times in ms since 1970. */
export type ListedLibrary = {
  readonly library: AddedLibrary
  readonly state:
    | { readonly commit: string; readonly made: number; readonly asked: number }
    | undefined
}

type OffsetAt = (at: Instant) => number

/** The added libraries: where they are, the shapes that the person named, and where clones come from. */
export function libraryLines(
  libraries: readonly ListedLibrary[],
  offsetAt: OffsetAt,
  look: Look,
): readonly string[] {
  const { say, paint } = look
  if (libraries.length === 0) return [say.library.none]
  return libraries.flatMap(({ library, state }) => {
    const { path, questions, clone } = library
    const shapes = questions === undefined ? '' : paint.dim(`  ${questions.join(', ')}`)
    if (clone === undefined) return [safe(path) + shapes]
    const { name, url, branch, folder } = clone
    const facts = [say.library.from(url, branch, folder)]
    if (state === undefined) facts.push(say.library.stateUnknown)
    else {
      const day = minuteText(state.made as Instant, offsetAt(state.made as Instant)).slice(0, 10)
      const asked = minuteText(state.asked as Instant, offsetAt(state.asked as Instant))
      facts.push(say.library.state(state.commit.slice(0, 7), day, asked))
    }
    const lines = facts.flatMap((fact) =>
      wrap(oneLine(fact), textColumns(look), { first: '  ', rest: '    ' }),
    )
    // a path stays whole, to be copied
    return [paint.strong(safe(name)) + shapes, ...[...lines, `  ${safe(path)}`].map(paint.dim)]
  })
}

/** The same for programs. */
export function libraryJson(libraries: readonly ListedLibrary[], offsetAt: OffsetAt): unknown {
  const time = (at: number) => isoTime(at as Instant, offsetAt(at as Instant))
  return libraries.map(({ library: { clone, ...library }, state }) => ({
    ...library,
    ...clone,
    ...(state === undefined
      ? {}
      : { commit: state.commit, committed: time(state.made), updated: time(state.asked) }),
  }))
}

const mostFiles = 5

/** What of a clone is the person's own, before it is deleted. */
export function editedLines(
  name: string,
  files: readonly string[] | undefined,
  look: Look,
): readonly string[] {
  const { library } = look.say
  if (files === undefined) return wrap(oneLine(library.editsUnknown(name)), textColumns(look))
  const more = files.length - mostFiles
  return [
    ...wrap(oneLine(library.edits(name, files.length)), textColumns(look)),
    ...files
      .slice(0, mostFiles)
      .flatMap((file) => wrap(oneLine(file), textColumns(look), { first: '  ', rest: '    ' })),
    ...(more > 0 ? [`  ${look.paint.dim(library.more(more))}`] : []),
  ]
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
