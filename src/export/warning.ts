import type { Messages } from '../i18n/en/en.ts'
import type { ReadEntry } from './read-entry.ts'

/** Something a document on paper could not show as its author meant it. */
export type PaperWarning =
  /** Some of the characters that no font has, and how many there are besides. */
  | {
      readonly code: 'glyphs-missing'
      readonly characters: readonly string[]
      readonly more: number
    }
  | {
      readonly code: 'picture-left-out'
      readonly file: string
      readonly src: string
      readonly reason: PictureFault
    }
  | { readonly code: 'card-as-written'; readonly file: string; readonly line: number }
  | { readonly code: 'cut-to-two-pages'; readonly left: number }

/** Why a picture cannot be printed. */
export type PictureFault =
  | 'remote'
  | 'missing'
  | 'outside'
  | 'large'
  | 'broken'
  | 'full'
  /** All together they are too large. */
  | 'many'

/** A warning as a person reads it. */
export function warningText(warning: PaperWarning, { paper: say }: Messages): string {
  switch (warning.code) {
    case 'glyphs-missing':
      return say.glyphsMissing(warning.characters, warning.more)
    case 'picture-left-out':
      return say.pictureLeftOut(warning.file, readable(warning.src), warning.reason)
    case 'card-as-written':
      return say.cardAsWritten(warning.file, warning.line)
    case 'cut-to-two-pages':
      return say.cutToTwoPages(warning.left)
  }
}

/** The cards of which something stands as it is written. */
export function asWrittenWarnings(entries: readonly ReadEntry[]): readonly PaperWarning[] {
  return entries
    .filter(({ isAsWritten }) => isAsWritten)
    .map(({ entry: { card } }) => {
      const { file, line } = card.source
      return { code: 'card-as-written', file, line }
    })
}

/** An address as a person writes it, without what only programs need. */
function readable(src: string): string {
  try {
    return decodeURI(src)
  } catch {
    // cut in the middle of a character, or no address
    return src
  }
}
