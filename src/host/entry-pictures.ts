import type { Card } from '../cards/card.ts'
import { blocksIn, type ReadEntry } from '../export/read-entry.ts'
import type { PaperWarning, PictureFault } from '../export/warning.ts'
import type { Messages } from '../i18n/en.ts'
import { everyInline } from '../markdown/document.ts'
import { type ReadPicture, readPicture } from './pictures.ts'

/** The pictures that entries name, by their keys, and those that cannot be shown. */
export type EntryPictures<Kept extends object> = {
  readonly known: ReadonlyMap<string, Kept | PictureFault>
  readonly warnings: readonly PaperWarning[]
}

/** Reads each picture of these entries once; `keep` makes of it what a document needs. */
export async function entryPictures<Kept extends object>(
  entries: readonly ReadEntry[],
  keep: (found: ReadPicture, number: number) => Promise<Kept | PictureFault>,
): Promise<EntryPictures<Kept>> {
  const known = new Map<string, Kept | PictureFault>()
  const warnings: PaperWarning[] = []
  for (const read of entries) {
    const { card } = read.entry
    for (const inline of everyInline(blocksIn(read))) {
      if (inline.kind !== 'image' || known.has(pictureKey(card, inline.src))) continue
      const found = await readPicture(card.source, inline.src)
      const kept = typeof found === 'string' ? found : await keep(found, known.size + 1)
      known.set(pictureKey(card, inline.src), kept)
      if (typeof kept !== 'string') continue
      const src = inline.src.slice(0, 200)
      warnings.push({ code: 'picture-left-out', file: card.source.file, src, reason: kept })
    }
  }
  return { known, warnings }
}

/** What a picture of a card is known by. */
export function pictureKey({ source }: Card, src: string): string {
  return [source.library, source.file, src].join('\0')
}

/** What a picture is called: as the note has it, else as its file. */
export function calledPicture(src: string, alt: string, say: Messages['paper']): string {
  return alt === '' ? pictureName(src) || say.untitledPicture : alt
}

/** The last part of an address, as a name of the picture. */
function pictureName(src: string): string {
  return (/([^/\\?#]+)(?:[?#].*)?$/.exec(src)?.[1] ?? '').slice(0, 80)
}

/** The words in the place of a picture that cannot be shown. */
export function faultName(fault: PictureFault, name: string, say: Messages['paper']): string {
  if (fault === 'remote') return say.pictureRemote(name)
  return fault === 'missing' || fault === 'outside'
    ? say.pictureMissing(name)
    : say.pictureBroken(name)
}
