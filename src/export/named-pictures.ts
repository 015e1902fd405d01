import type { CardSource } from '../cards/card.ts'
import type { Messages } from '../i18n/en/en.ts'
import { everyInline } from '../markdown/document.ts'
import { isDataPicture, shortAddress } from './data-picture.ts'
import type { ReadPicture } from './picture.ts'
import { blocksIn, type ReadEntry } from './read-entry.ts'
import type { PaperWarning, PictureFault } from './warning.ts'

/** A picture as a note names it. */
export type PictureName = { readonly source: CardSource; readonly src: string }

/** The same picture, read, or why it cannot be. */
export type NamedPicture = PictureName & { readonly found: ReadPicture | PictureFault }

/** The pictures that entries name, by their keys. */
export type NamedPictures = ReadonlyMap<string, NamedPicture>

/** The pictures that these entries name, each once and by its key. */
export function picturesIn(entries: readonly ReadEntry[]): ReadonlyMap<string, PictureName> {
  const names = new Map<string, PictureName>()
  for (const read of entries) {
    const { source } = read.entry.card
    for (const inline of everyInline(blocksIn(read))) {
      if (inline.kind !== 'image') continue
      const key = pictureKey(source, inline.src)
      if (!names.has(key)) names.set(key, { source, src: inline.src })
    }
  }
  return names
}

/** What a picture of a note is known by. */
export function pictureKey({ library, file }: CardSource, src: string): string {
  return [library, file, src].join('\0')
}

/** That a picture is not shown; its address may be a file of its own. */
export function leftOut({ source, src }: PictureName, reason: PictureFault): PaperWarning {
  return { code: 'picture-left-out', file: source.file, src: shortAddress(src), reason }
}

/** What a picture is called: as the note has it, else as its file. */
export function calledPicture(src: string, alt: string, say: Messages['paper']): string {
  return alt === '' ? pictureName(src) || say.untitledPicture : alt
}

/** The last part of an address, as a name of the picture. */
function pictureName(src: string): string {
  if (isDataPicture(src)) return ''
  return (/([^/\\?#]+)(?:[?#].*)?$/.exec(src)?.[1] ?? '').slice(0, 80)
}

/** The words in the place of a picture that cannot be shown. */
export function faultName(fault: PictureFault, name: string, say: Messages['paper']): string {
  if (fault === 'remote') return say.pictureRemote(name)
  return fault === 'missing' || fault === 'outside'
    ? say.pictureMissing(name)
    : say.pictureBroken(name)
}
