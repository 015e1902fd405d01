import type { Card } from '../cards/card.ts'
import { everyInline } from '../export/document.ts'
import type { Glyphs } from '../export/glyphs.ts'
import type { Making } from '../export/paper-entry.ts'
import { fitted, type PictureHead } from '../export/picture.ts'
import { blocksIn, type ReadEntry } from '../export/read-entry.ts'
import { cleanSvg } from '../export/svg.ts'
import type { PaperWarning, PictureFault } from '../export/warning.ts'
import type { Messages } from '../i18n/en.ts'
import { sansFamilies } from './paper-fonts.ts'
import { type ReadPicture, readPicture } from './pictures.ts'
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
  const known = new Map<string, Known | PictureFault>()
  const warnings: PaperWarning[] = []
  for (const read of entries) {
    const { card } = read.entry
    for (const inline of everyInline(blocksIn(read))) {
      if (inline.kind !== 'image' || known.has(pictureKey(card, inline.src))) continue
      const found = await readPicture(card.source, inline.src)
      const name = `picture-${known.size + 1}`
      const kept = typeof found === 'string' ? found : await tried(found, name, setter, glyphs)
      known.set(pictureKey(card, inline.src), kept)
      if (typeof kept === 'string') {
        const { file } = card.source
        warnings.push({
          code: 'picture-left-out',
          file,
          src: inline.src.slice(0, 200),
          reason: kept,
        })
      }
    }
  }
  const picture: Making['picture'] = (card, src, alt, room, highest) => {
    const found = known.get(pictureKey(card, src)) ?? 'missing'
    const called = alt === '' ? pictureName(src) || say.untitledPicture : alt
    if (typeof found === 'string') return faultName(found, called, say)
    return { file: found.name, alt: glyphs.shown(called), ...fitted(found.head, room, highest) }
  }
  return { picture, warnings }
}

/** What a picture of a card is known by. */
export function pictureKey({ source }: Card, src: string): string {
  return [source.library, source.file, src].join('\0')
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

/** The last part of an address, as a name of the picture. */
export function pictureName(src: string): string {
  return (/([^/\\?#]+)(?:[?#].*)?$/.exec(src)?.[1] ?? '').slice(0, 80)
}

/** The words in the place of a picture that cannot be shown. */
export function faultName(fault: PictureFault, name: string, say: Messages['paper']): string {
  if (fault === 'remote') return say.pictureRemote(name)
  return fault === 'missing' || fault === 'outside'
    ? say.pictureMissing(name)
    : say.pictureBroken(name)
}
