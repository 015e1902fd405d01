import type { Messages } from '../i18n/en/en.ts'
import type { LookOptions } from '../options/look.ts'
import type { AnkiCollection, AnkiMedia } from './anki/collection.ts'
import type { Booklet, BookletEntry } from './booklet.ts'
import type { NamedPictures } from './named-pictures.ts'
import type { PaperDocument } from './paper/fit.ts'
import type { PaperOptions } from './paper/look.ts'
import type { ReadEntry } from './read-entry.ts'

/** Makes a booklet into a file of one format. */
export type Maker = (job: Job) => Promise<Content>

/** What a file holds: text, a long one piece by piece, or bytes where it is none. */
export type Content = string | Uint8Array | AsyncIterable<string>

/** A booklet, and what it is made into a file with. */
export type Job = {
  readonly booklet: Booklet
  readonly options: LookOptions
  readonly say: Messages
  /** Tells the person what a file could not show, or what to mind about it. */
  readonly warn: (lines: readonly string[]) => void
  readonly workshop: Workshop
}

/** What a format may ask of the machine. */
export type Workshop = {
  /**
   * Reads the Markdown of all entries, or of some at a time, and the pictures that it names; those of the
   * entries that were read before are given too.
   */
  readonly read: (some?: readonly BookletEntry[]) => Promise<PageParts>
  readonly print: (options: PaperOptions, fonts: readonly string[]) => Promise<PaperDocument>
  /** Packs a collection for Anki with its pictures. */
  readonly pack: (collection: AnkiCollection, media: readonly AnkiMedia[]) => Promise<Uint8Array>
}

export type PageParts = { readonly entries: readonly ReadEntry[]; readonly pictures: NamedPictures }
