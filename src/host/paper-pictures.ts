import type { Glyphs } from '../export/glyphs.ts'
import type { Making } from '../export/paper-entry.ts'
import { fitted, type PictureHead } from '../export/picture.ts'
import type { ReadEntry } from '../export/read-entry.ts'
import { cleanSvg } from '../export/svg.ts'
import type { PaperWarning, PictureFault } from '../export/warning.ts'
import type { Messages } from '../i18n/en.ts'
import { calledPicture, entryPictures, faultName, pictureKey } from './entry-pictures.ts'
import { sansFamilies } from './paper-fonts.ts'
import type { ReadPicture } from './pictures.ts'
import type { Typesetter } from './typesetter.ts'

/** Pictures as a document shows them, and those that it cannot show. */
export type PaperPictures = {
  readonly picture: Making['picture']
  readonly warnings: readonly PaperWarning[]
}

type Known = { readonly name: string; readonly head: PictureHead }

/** Reads the pictures of these entries and tries each, so that none can spoil the document. */
export async function paperPictures(
  entries: readonly ReadEntry[],
  setter: Typesetter,
  glyphs: Glyphs,
  { paper: say }: Messages,
): Promise<PaperPictures> {
  const { known, warnings } = await entryPictures(entries, (found, number) =>
    tried(found, `picture-${number}`, setter, glyphs),
  )
  const picture: Making['picture'] = (card, src, alt, room, highest) => {
    const found = known.get(pictureKey(card, src)) ?? 'missing'
    const called = calledPicture(src, alt, say)
    if (typeof found === 'string') return faultName(found, called, say)
    return { file: found.name, alt: glyphs.shown(called), ...fitted(found.head, room, highest) }
  }
  return { picture, warnings }
}

async function tried(
  { head, bytes }: ReadPicture,
  name: string,
  setter: Typesetter,
  glyphs: Glyphs,
): Promise<Known | PictureFault> {
  const file = `${name}.${head.kind}`
  const fits = await setter.tried(file, head.kind === 'svg' ? cleaned(bytes, glyphs) : bytes)
  return fits ? { name: file, head } : 'broken'
}

function cleaned(bytes: Uint8Array, glyphs: Glyphs): Uint8Array {
  const [family = ''] = sansFamilies
  const svg = new TextDecoder().decode(bytes)
  return new TextEncoder().encode(cleanSvg(svg, family, glyphs.shown))
}
