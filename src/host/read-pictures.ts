import type { Card } from '../cards/card.ts'
import { everyInline } from '../export/document.ts'
import { blocksIn, type ReadEntry } from '../export/read-entry.ts'
import { cleanSvg } from '../export/svg.ts'
import type { PaperWarning, PictureFault } from '../export/warning.ts'
import type { Messages } from '../i18n/en.ts'
import { faultName, pictureKey, pictureName } from './paper-pictures.ts'
import { type ReadPicture, readPicture } from './pictures.ts'

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
  const known = new Map<string, ReadPicture | PictureFault>()
  const warnings: PaperWarning[] = []
  for (const read of entries) {
    const { card } = read.entry
    for (const inline of everyInline(blocksIn(read))) {
      if (inline.kind !== 'image' || known.has(pictureKey(card, inline.src))) continue
      const found = await readPicture(card.source, inline.src)
      known.set(pictureKey(card, inline.src), typeof found === 'string' ? found : safely(found))
      if (typeof found !== 'string') continue
      const { file } = card.source
      const src = inline.src.slice(0, 200)
      warnings.push({ code: 'picture-left-out', file, src, reason: found })
    }
  }
  const find = (card: Card, src: string, alt: string): FoundPicture => {
    const picture = known.get(pictureKey(card, src)) ?? 'missing'
    const called = alt === '' ? pictureName(src) || say.untitledPicture : alt
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
