import type { Messages } from '../../i18n/en/en.ts'
import {
  calledPicture,
  faultName,
  leftOut,
  type NamedPictures,
  pictureKey,
} from '../named-pictures.ts'
import { fitted, type PictureHead, type ReadPicture, weightOf } from '../picture.ts'
import { mediaName } from '../picture-names.ts'
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
  const numbered = new Map<string, Promise<Known | PictureFault>>()
  const fitting = withRoom([...pictures.values()].map(({ found }) => found))
  for (const [key, { found, ...named }] of pictures) {
    const kept = typeof found === 'string' ? found : await shown(found)
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

  // the same picture in many places is one
  async function shown(found: ReadPicture): Promise<Known | PictureFault> {
    const name = mediaName(found)
    if (!fitting.has(name)) return 'many'
    const before = numbered.get(name)
    if (before !== undefined) return before
    const now = tried(found, numbered.size + 1, means)
    numbered.set(name, now)
    return now
  }
}

/** What an engine takes for all pictures of a document, at most, in bytes. */
const mostMemory = 600_000_000

/** The names of those of these pictures for which there is room: the smaller ones go first. */
function withRoom(found: readonly (ReadPicture | PictureFault)[]): ReadonlySet<string> {
  const weights = new Map<string, number>()
  for (const one of found) if (typeof one !== 'string') weights.set(mediaName(one), weightOf(one))
  const fitting = new Set<string>()
  let left = mostMemory
  for (const [name, weight] of [...weights].sort(([, a], [, b]) => a - b)) {
    left -= weight
    if (left >= 0) fitting.add(name)
  }
  return fitting
}

async function tried(
  { head, bytes }: ReadPicture,
  number: number,
  { engine, glyphs, family }: PictureMeans,
): Promise<Known | PictureFault> {
  const file = `picture-${number}.${head.kind}`
  const shown = head.kind === 'svg' ? cleaned(bytes, family, glyphs) : bytes
  if (shown === undefined) return 'large'
  return (await engine.tried(file, shown)) ? { file, head } : 'broken'
}

function cleaned(bytes: Uint8Array, family: string, glyphs: Glyphs): Uint8Array | undefined {
  const svg = cleanSvg(new TextDecoder().decode(bytes), family, glyphs.shown)
  return svg === undefined ? undefined : new TextEncoder().encode(svg)
}
