import type { Card } from '../cards/card.ts'
import type { ReadEntry } from '../export/read-entry.ts'
import { cleanSvg } from '../export/svg.ts'
import type { PaperWarning } from '../export/warning.ts'
import type { Messages } from '../i18n/en.ts'
import { calledPicture, entryPictures, faultName, pictureKey } from './entry-pictures.ts'
import type { ReadPicture } from './pictures.ts'

/** The pictures of a document, and those that it cannot show. */
export type DocumentPictures = {
  /** A picture and its name, or the words that stand in its place. */
  readonly find: (card: Card, src: string, alt: string) => FoundPicture
  readonly warnings: readonly PaperWarning[]
}

export type FoundPicture =
  | { readonly picture: ReadPicture; readonly alt: string }
  | { readonly instead: string }

/** Reads the pictures of these entries, as they may be shown on a page. */
export async function readPictures(
  entries: readonly ReadEntry[],
  { paper: say }: Messages,
): Promise<DocumentPictures> {
  const { known, warnings } = await entryPictures(entries, async (found) => safely(found))
  const find = (card: Card, src: string, alt: string): FoundPicture => {
    const picture = known.get(pictureKey(card, src)) ?? 'missing'
    const called = calledPicture(src, alt, say)
    if (typeof picture === 'string') return { instead: faultName(picture, called, say) }
    return { picture, alt: called }
  }
  return { find, warnings }
}

function safely({ head, bytes }: ReadPicture): ReadPicture {
  if (head.kind !== 'svg') return { head, bytes }
  const clean = cleanSvg(new TextDecoder().decode(bytes), 'sans-serif', (text) => text)
  return { head, bytes: new TextEncoder().encode(clean) }
}
