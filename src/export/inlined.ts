import type { Card } from '../cards/card.ts'
import type { Messages } from '../i18n/en/en.ts'
import { shortAddress } from './data-picture.ts'
import type { HtmlMeans } from './html/cards.ts'
import { dataAddress, type Picture } from './picture-names.ts'
import type { PaperWarning } from './warning.ts'

/** How many characters the pictures of a page may take in all; browsers stop at some times as many. */
const mostInlined = 100_000_000

type Find = (
  card: Card,
  src: string,
  alt: string,
) => { readonly picture: Picture; readonly alt: string } | { readonly instead: string }

/** The pictures of a page that holds them itself, wherever they are used, and those left out. */
export type Inlined = {
  readonly picture: HtmlMeans['picture']
  readonly warnings: readonly PaperWarning[]
}

export function inlined(find: Find, { paper: say }: Messages, most = mostInlined): Inlined {
  const addresses = new Map<Picture, string>()
  const warned = new Set<string>()
  const warnings: PaperWarning[] = []
  let left = most
  const picture: HtmlMeans['picture'] = (card, src, alt) => {
    const found = find(card, src, alt)
    if ('instead' in found) return found
    const source = addresses.get(found.picture) ?? dataAddress(found.picture)
    addresses.set(found.picture, source)
    if (source.length <= left) {
      left -= source.length
      return { source, alt: found.alt }
    }
    const { file } = card.source
    if (!warned.has(`${file}\0${src}`)) {
      warned.add(`${file}\0${src}`)
      warnings.push({ code: 'picture-left-out', file, src: shortAddress(src), reason: 'full' })
    }
    return { instead: say.picture(found.alt) }
  }
  return { picture, warnings }
}
