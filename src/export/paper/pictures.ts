import type { Messages } from '../../i18n/en/en.ts'
import {
  calledPicture,
  faultName,
  leftOut,
  type NamedPictures,
  pictureKey,
} from '../named-pictures.ts'
import { fitted, type PictureHead, type ReadPicture } from '../picture.ts'
import { cleanSvg } from '../svg.ts'
import type { PaperWarning, PictureFault } from '../warning.ts'
import type { Engine } from './engine.ts'
import type { Making } from './entry.ts'
import type { Glyphs } from './glyphs.ts'

/** Pictures as a document shows them, and those that it cannot show. */
export type PaperPictures = {
  readonly picture: Making['picture']
  readonly warnings: readonly PaperWarning[]
}

/** What pictures are shown with; drawings write in the family. */
export type PictureMeans = {
  readonly engine: Engine
  readonly glyphs: Glyphs
  readonly family: string
  readonly say: Messages
}

type Known = { readonly file: string; readonly head: PictureHead }

/** Tries each of these pictures, so that none can spoil the document. */
export async function paperPictures(
  pictures: NamedPictures,
  means: PictureMeans,
): Promise<PaperPictures> {
  const known = new Map<string, Known | PictureFault>()
  const warnings: PaperWarning[] = []
  for (const [key, { found, ...named }] of pictures) {
    const number = known.size + 1
    const kept = typeof found === 'string' ? found : await tried(found, number, means)
    known.set(key, kept)
    if (typeof kept === 'string') warnings.push(leftOut(named, kept))
  }
  const { glyphs, say } = means
  const picture: Making['picture'] = (card, src, alt, room, highest) => {
    const found = known.get(pictureKey(card.source, src)) ?? 'missing'
    const called = calledPicture(src, alt, say.paper)
    if (typeof found === 'string') return faultName(found, called, say.paper)
    return { file: found.file, alt: glyphs.shown(called), ...fitted(found.head, room, highest) }
  }
  return { picture, warnings }
}

async function tried(
  { head, bytes }: ReadPicture,
  number: number,
  { engine, glyphs, family }: PictureMeans,
): Promise<Known | PictureFault> {
  const file = `picture-${number}.${head.kind}`
  const shown = head.kind === 'svg' ? cleaned(bytes, family, glyphs) : bytes
  return (await engine.tried(file, shown)) ? { file, head } : 'broken'
}

function cleaned(bytes: Uint8Array, family: string, glyphs: Glyphs): Uint8Array {
  const svg = new TextDecoder().decode(bytes)
  return new TextEncoder().encode(cleanSvg(svg, family, glyphs.shown))
}
