/** The id of a text's content; undefined where there never was a file, `''` where it was taken away. */
export type TextId = string | undefined

/** What is remembered of a text. */
export type Remembered<Id> = {
  /** What both sides had when they last met. */
  readonly met: readonly Id[]
  /** What ours was when it was last on its way there: it may have come. */
  readonly sent: readonly Id[]
}

/** What becomes of a text that two sides have each on their own. */
export type TextMove =
  | 'same'
  /** Theirs is the later one. */
  | 'take'
  /** Ours is the later one. */
  | 'give'
  /** Edited on both sides. */
  | 'both'

/**
 * Whose text is the later one. Taking it away is an edit (`''`), and gives way to any other; what is
 * missing over there says nothing, for a remote may have been emptied.
 */
export function textMove(
  ours: TextId,
  theirs: TextId,
  { met, sent }: Remembered<string>,
): TextMove {
  if (ours === theirs || (!ours && !theirs)) return 'same'
  if (theirs === undefined) return 'give'
  // what we had ourselves is nothing new, whatever else was known
  if (met.includes(theirs) || sent.includes(theirs)) return 'give'
  // what was only sent may be nowhere but here
  if (!ours || met.includes(ours)) return 'take'
  return theirs === '' ? 'give' : 'both'
}

/** The lines of both sides of a list that is edited by hand: theirs, then what ours has more. */
export function bothLists(ours: string, theirs: string): string {
  const known = new Set(linesOf(theirs))
  const more = linesOf(ours).filter((line) => line !== '' && !known.has(line))
  const end = theirs === '' || theirs.endsWith('\n') ? '' : '\n'
  return more.length === 0 ? theirs : `${theirs}${end}${more.join('\n')}\n`
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/)
}
