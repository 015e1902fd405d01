import type { Booklet } from '../../export/booklet.ts'
import type { Content, PageParts, Workshop } from '../../export/maker.ts'
import { makers } from '../../export/makers.ts'
import { readEntry } from '../../export/read-entry.ts'
import type { Host } from '../../host/host.ts'
import type { Exporter } from '../../host/paper/exporter.ts'
import type { Format } from '../../options/formats.ts'
import type { LookOptions } from '../../options/look.ts'

/** A booklet, and what it is made into a file with. */
export type Task = {
  readonly booklet: Booklet
  readonly host: Host
  readonly exporter: Exporter
  readonly options: LookOptions
}

/** The booklet as a file of a format, with what it cannot show said on stderr. */
export async function contentOf(format: Format, task: Task): Promise<Content> {
  const { booklet, options } = task
  const { terminal } = task.host
  const make = await makers[format]()
  const { say } = terminal.look()
  return make({ booklet, options, say, warn: terminal.warn, workshop: workshopOf(task) })
}

function workshopOf({ booklet, host, exporter }: Task): Workshop {
  const { terminal } = host
  return {
    read: reader(booklet, host, exporter),
    print: (options, fonts) => exporter.print(booklet, options, { fonts, terminal }),
    pack: (collection, media) => exporter.pack(collection, media, terminal.look().say),
  }
}

function reader(
  { entries: all }: Booklet,
  { terminal }: Host,
  exporter: Exporter,
): Workshop['read'] {
  const report = terminal.progressOf(terminal.look().say.exporting.preparing)
  let pictures: PageParts['pictures'] = new Map()
  let done = 0
  return async (some = all) => {
    const entries = some.map((entry) => {
      report(done, all.length)
      // a page whose answers stand at its end reads all twice
      done = Math.min(all.length, done + 1)
      return readEntry(entry)
    })
    if (done === all.length) report(done, done)
    pictures = await exporter.pictures(entries, pictures)
    return { entries, pictures }
  }
}
