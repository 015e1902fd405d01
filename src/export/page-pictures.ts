import type { Card } from '../cards/card.ts'
import type { Messages } from '../i18n/en/en.ts'
import {
  calledPicture,
  faultName,
  leftOut,
  type NamedPictures,
  pictureKey,
} from './named-pictures.ts'
import type { ReadPicture } from './picture.ts'
import { cleanSvg } from './svg.ts'
import type { PaperWarning, PictureFault } from './warning.ts'

/** The pictures of a page, and those that it cannot show. */
export type PagePictures = {
  /** A picture and its name, or the words that stand in its place. */
  readonly find: (card: Card, src: string, alt: string) => FoundPicture
  readonly warnings: readonly PaperWarning[]
}

export type FoundPicture =
  | { readonly picture: ReadPicture; readonly alt: string }
  | { readonly instead: string }

/** These pictures as they may be shown on a page. */
export function pagePictures(pictures: NamedPictures, say: Messages): PagePictures {
  const page = growingPictures(say)
  page.add(pictures)
  return page
}

/** The same of pictures that come some at a time; those that were there before change nothing. */
export function growingPictures({ paper: say }: Messages): PagePictures & {
  readonly add: (pictures: NamedPictures) => void
} {
  const known = new Map<string, ReadPicture | PictureFault>()
  const warnings: PaperWarning[] = []
  const add = (pictures: NamedPictures) => {
    for (const [key, { found, ...named }] of pictures) {
      if (known.has(key)) continue
      const shown = typeof found === 'string' ? found : safely(found)
      known.set(key, shown)
      if (typeof shown === 'string') warnings.push(leftOut(named, shown))
    }
  }
  const find = (card: Card, src: string, alt: string): FoundPicture => {
    const picture = known.get(pictureKey(card.source, src)) ?? 'missing'
    const called = calledPicture(src, alt, say)
    if (typeof picture === 'string') return { instead: faultName(picture, called, say) }
    return { picture, alt: called }
  }
  return { add, find, warnings }
}

function safely({ head, bytes }: ReadPicture): ReadPicture | PictureFault {
  if (head.kind !== 'svg') return { head, bytes }
  const clean = cleanSvg(new TextDecoder().decode(bytes), 'sans-serif', (text) => text)
  if (clean === undefined) return 'large'
  return { head, bytes: new TextEncoder().encode(clean) }
}
