import { UserError } from '../errors.ts'
import type { Booklet } from '../export/booklet.ts'
import { codeLanguages } from '../export/code-languages.ts'
import { failing } from '../export/failing.ts'
import { type Glyphs, glyphsOf } from '../export/glyphs.ts'
import { paperData } from '../export/paper.ts'
import template from '../export/paper.typ'
import type { Making } from '../export/paper-entry.ts'
import { type PaperOptions, paperLook } from '../export/paper-look.ts'
import { type ReadEntry, unreadEntry } from '../export/read-entry.ts'
import { asWrittenWarnings, type PaperWarning } from '../export/warning.ts'
import { messagesFor } from '../i18n/messages.ts'
import { codeCutter } from '../markdown/code.ts'
import { loadFonts, monoFamilies, sansFamilies } from './paper-fonts.ts'
import { paperPictures } from './paper-pictures.ts'
import { readEntries } from './read-entries.ts'
import type { EngineName } from './typeset-worker.ts'
import { type Typesetter, typesetter } from './typesetter.ts'

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

/** Cards read of all; then the pages, whose number is known at the end. */
export type PaperProgress =
  | { readonly kind: 'cards'; readonly done: number; readonly all: number }
  | { readonly kind: 'pages'; readonly done: number | undefined }

/** A document, and what it could not show. */
export type Printed = {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly warnings: readonly PaperWarning[]
}

/** The folder of the build that this is part of. */
export const built = new URL('./', import.meta.url)

/** A booklet as a PDF. The same booklet, options and version give the same bytes. */
export async function printed(
  booklet: Booklet,
  options: PaperOptions,
  machine: Machine,
): Promise<Printed> {
  const fonts = loadFonts(new URL('fonts/', machine.built), machine.fonts ?? [])
  const setup = { fonts: fonts.paths, ownFonts: fonts.own, engine: machine.engine }
  const script = new URL('typeset-worker.js', machine.built)
  const setter = typesetter(script, setup, machine.signal)
  try {
    const { entries: all } = booklet
    const reader = new URL('read-worker.js', machine.built)
    const entries = await readEntries(all, reader, {
      onProgress: (done) => machine.onProgress?.({ kind: 'cards', done, all: all.length }),
      signal: machine.signal,
    })
    const glyphs = glyphsOf(fonts.known)
    const say = await messagesFor(booklet.language)
    const { picture, warnings } = await paperPictures(entries, setter, glyphs, say)
    const families = await setter.families()
    const making: Making = {
      say,
      look: paperLook(options),
      glyphs,
      cut: await codeCutter(codeLanguages(entries)),
      picture,
      code: options.code,
      sans: [...sansFamilies, ...families],
      mono: [...monoFamilies, ...families],
      version: machine.version,
      left: 0,
    }
    machine.onProgress?.({ kind: 'pages', done: undefined })
    const document = await documentOf({ booklet, making, setter, entries })
    machine.onProgress?.({ kind: 'pages', done: document.pages })
    const said = [...warnings, ...asWrittenWarnings(entries), ...document.warnings]
    return { ...document, warnings: [...said, ...missing(glyphs)] }
  } finally {
    await setter.end()
  }
}

type Task = {
  readonly booklet: Booklet
  readonly making: Making
  readonly setter: Typesetter
  readonly entries: readonly ReadEntry[]
}

/** So many cards that cannot be laid out are found one by one; more are a fault of ours. */
const mostFailing = 20

async function documentOf(task: Task): Promise<Printed> {
  const made = await shortened(task)
  if (!('reason' in made)) return made
  const { entries } = task
  if (made.reason === 'timeout')
    throw new UserError({ code: 'typesetting-failed', reason: made.reason })
  const bad = await failing(entries, mostFailing, async (some) => {
    return !('reason' in (await setOf({ ...task, entries: some })))
  })
  if (bad === undefined) throw new UserError({ code: 'typesetting-failed', reason: made.reason })
  const mended = entries.map((one) => (bad.includes(one) ? unreadEntry(one.entry) : one))
  const again = await shortened({ ...task, entries: mended })
  if ('reason' in again) throw new UserError({ code: 'typesetting-failed', reason: again.reason })
  const isNew = (one: ReadEntry, i: number) => one.isAsWritten && !entries[i]?.isAsWritten
  return { ...again, warnings: [...again.warnings, ...asWrittenWarnings(mended.filter(isNew))] }
}

const mostSummaryPages = 2

type Made = Printed | { readonly reason: string }

/** A summary has two pages at most: what does not fit there is left out and counted. */
async function shortened(task: Task): Promise<Made> {
  const whole = await setOf(task)
  const isSummary = task.making.look.layout === 'summary'
  if ('reason' in whole || !isSummary || whole.pages <= mostSummaryPages) return whole
  return task.entries.length < 2 ? whole : fullest(task, whole.pages)
}

/** So many times what fits is tried next: cards are not equally long. */
const growth = 1.3

/** As many of the first entries as fit, of those that together are too many. */
async function fullest(task: Task, pages: number): Promise<Made> {
  const { entries, making } = task
  let tooMany = entries.length
  let kept = Math.max(1, Math.floor((tooMany * mostSummaryPages) / pages))
  let best: Printed | undefined
  let fitting = 0
  for (;;) {
    const left = entries.length - kept
    const shown = { ...task, entries: entries.slice(0, kept), making: { ...making, left } }
    const made = await setOf(shown)
    if ('reason' in made) return made
    // one is shown, however long
    const fits = made.pages <= mostSummaryPages || kept === 1
    if (fits) {
      best = { ...made, warnings: [{ code: 'cut-to-two-pages', left }] }
      fitting = kept
    } else tooMany = kept
    if (best !== undefined && tooMany - fitting <= 1) return best
    const middle = (fitting + tooMany) >> 1
    kept = fits ? Math.min(middle, Math.ceil(kept * growth)) : middle
  }
}

async function setOf({ booklet, making, setter, entries }: Task) {
  const made = await setter.set(template, JSON.stringify(paperData(booklet, entries, making)))
  return 'reason' in made ? made : { ...made, warnings: [] }
}

const mostNamed = 12

function missing({ missing: all }: Glyphs): readonly PaperWarning[] {
  if (all.size === 0) return []
  const characters = [...all].slice(0, mostNamed)
  return [{ code: 'glyphs-missing', characters, more: all.size - characters.length }]
}
