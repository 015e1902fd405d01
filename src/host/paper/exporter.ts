import pkg from '../../../package.json' with { type: 'json' }
import { UserError } from '../../errors.ts'
import type { Booklet } from '../../export/booklet.ts'
import type { PaperDocument } from '../../export/paper/fit.ts'
import type { PaperOptions } from '../../export/paper/look.ts'
import type { Instant } from '../../schedule/schedule.ts'
import type { Terminal } from '../../screens/terminal.ts'
import type { Clock } from '../clock.ts'
import type { ankiPackage } from './anki-file.ts'
import { lookAt, writeNamedFile } from './named-file.ts'
import { readPictures } from './read-pictures.ts'
import { stops } from './stops.ts'
import type { PaperProgress } from './typeset.ts'

/** What writing a document needs of the machine; loaded only for that. */
export type Exporter = {
  /**
   * When the document is said to be made: as SOURCE_DATE_EPOCH has it, else now. Throws the fault
   * `epoch-invalid`.
   */
  readonly made: () => { readonly at: Instant; readonly offset: number }
  /**
   * Finds out before long work whether a file may be written. Throws the faults `file-exists`, unless
   * it may be replaced, and `not-written`.
   */
  readonly look: typeof lookAt
  /** Writes a file whole or not at all. Throws the same faults, and `Interrupted` on Ctrl-C. */
  readonly write: typeof writeNamedFile
  /** Reads the pictures that these entries name. */
  readonly pictures: typeof readPictures
  /** The booklet as a PDF. Throws `Interrupted` on Ctrl-C. */
  readonly print: (
    booklet: Booklet,
    options: PaperOptions,
    more: { readonly fonts: readonly string[]; readonly terminal: Terminal },
  ) => Promise<PaperDocument>
  /** A collection as a package for Anki. */
  readonly pack: typeof ankiPackage
  /** Exact bytes to stdout. */
  readonly writeOut: (bytes: Uint8Array) => Promise<void>
}

export function openExporter({ now, offsetAt }: Clock): Exporter {
  return {
    made: () => {
      const epoch = process.env.SOURCE_DATE_EPOCH
      // a clock that was set is the person's own word
      if (!epoch || process.env.VIVA_NOW) return { at: now(), offset: offsetAt(now()) }
      if (!/^\d{1,11}$/.test(epoch)) throw new UserError({ code: 'epoch-invalid', value: epoch })
      return { at: (Number(epoch) * 1000) as Instant, offset: 0 }
    },
    look: lookAt,
    write: writeNamedFile,
    pictures: readPictures,
    print,
    pack: async (...given) => (await import('./anki-file.ts')).ankiPackage(...given),
    writeOut: (bytes) =>
      new Promise((resolve, reject) => {
        process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()))
      }),
  }
}

async function print(
  booklet: Booklet,
  options: PaperOptions,
  { fonts, terminal }: Parameters<Exporter['print']>[2],
): Promise<PaperDocument> {
  const { built, typeset } = await import('./typeset.ts')
  const { exporting } = terminal.look().say
  const preparing = terminal.progressOf(exporting.preparing)
  const setting = terminal.progressOf(exporting.typesetting)
  const stop = new AbortController()
  const leave = () => stop.abort()
  let seconds = 0
  let clock: NodeJS.Timeout | undefined
  const onProgress = (progress: PaperProgress) => {
    if (progress.kind === 'cards') return preparing(progress.done, progress.all)
    // how many pages there will be is known only at their end
    clock ??= setInterval(() => setting(++seconds, Number.POSITIVE_INFINITY), 1000)
  }
  for (const signal of stops) process.on(signal, leave)
  try {
    const { version } = pkg
    const { signal } = stop
    return await typeset(booklet, options, { built, version, fonts, onProgress, signal })
  } finally {
    clearInterval(clock)
    if (seconds > 0) setting(seconds, seconds)
    for (const signal of stops) process.off(signal, leave)
  }
}
