import type { Booklet } from '../../export/booklet.ts'
import type { PaperDocument } from '../../export/paper/fit.ts'
import type { PaperOptions } from '../../export/paper/look.ts'
import { printed } from '../../export/paper/print.ts'
import { loadFonts } from './paper-fonts.ts'
import { readEntries } from './read-entries.ts'
import { readPictures } from './read-pictures.ts'
import type { EngineName } from './typeset-worker.ts'
import { typesetter } from './typesetter.ts'

/** Where the parts of the typesetter are, and how to follow and stop it. */
export type Machine = {
  /** The folder with the worker's script and `fonts/`. */
  readonly built: URL
  readonly version: string
  /** Else the native one where it is there. */
  readonly engine?: EngineName | undefined
  /** Paths of fonts that the person adds. */
  readonly fonts?: readonly string[]
  readonly onProgress?: (progress: PaperProgress) => void
  /** Ends it with `Interrupted`. */
  readonly signal?: AbortSignal | undefined
}

/** Cards read of all; then that pages are set. */
export type PaperProgress =
  | { readonly kind: 'cards'; readonly done: number; readonly all: number }
  | { readonly kind: 'pages' }

/** The folder of the build that this is part of. */
export const built = new URL('./', import.meta.url)

/** A booklet as a PDF: all that it needs is read here, and set as it is decided elsewhere. */
export async function typeset(
  booklet: Booklet,
  options: PaperOptions,
  machine: Machine,
): Promise<PaperDocument> {
  const fonts = loadFonts(new URL('fonts/', machine.built), machine.fonts ?? [])
  const setup = { fonts: fonts.paths, ownFonts: fonts.own, engine: machine.engine }
  const script = new URL('typeset-process.js', machine.built)
  // it starts while cards are read
  const engine = typesetter(script, setup, machine.signal)
  try {
    const { entries: all } = booklet
    const reader = new URL('read-worker.js', machine.built)
    const entries = await readEntries(all, reader, {
      onProgress: (done) => machine.onProgress?.({ kind: 'cards', done, all: all.length }),
      signal: machine.signal,
    })
    const pictures = await readPictures(entries)
    machine.onProgress?.({ kind: 'pages' })
    const parts = { entries, pictures, fonts: fonts.known, version: machine.version }
    return await printed(booklet, options, parts, engine)
  } finally {
    await engine.end()
  }
}
