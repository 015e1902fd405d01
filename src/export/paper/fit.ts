import { UserError } from '../../errors.ts'
import type { Booklet } from '../booklet.ts'
import { sharedOut } from '../compose.ts'
import { type ReadEntry, unreadEntry } from '../read-entry.ts'
import { asWrittenWarnings, type PaperWarning } from '../warning.ts'
import { paperData } from './data.ts'
import type { Engine, NotSet, SetPages } from './engine.ts'
import type { Making } from './entry.ts'
import { failing } from './failing.ts'
import template from './paper.typ'

/** A document, and what it could not show. */
export type PaperDocument = SetPages & { readonly warnings: readonly PaperWarning[] }

/** What is to be set, and with what. */
export type Setup = {
  readonly booklet: Booklet
  readonly entries: readonly ReadEntry[]
  readonly making: Making
  readonly engine: Engine
}

/** So many cards that cannot be laid out are found one by one; more are a fault of ours. */
const mostFailing = 20
/** An engine that ran out of time or memory cost much of both: so often, to find one card of thousands. */
const mostSpent = 16
const spending = new Set(['timeout', 'memory'])

/**
 * As much of the entries as there is room for, those that cannot be laid out as they are written.
 * Throws the fault `typesetting-failed`.
 */
export async function fitted(setup: Setup): Promise<PaperDocument> {
  const made = await shortened(setup)
  if (!('reason' in made)) return made
  const { entries } = setup
  let spent = 0
  const bad = await failing(entries, mostFailing, async (some) => {
    if (spent >= mostSpent) return true
    const part = await setOf({ ...setup, entries: some })
    if ('reason' in part && spending.has(part.reason)) spent += 1
    return !('reason' in part)
  })
  if (bad === undefined || spent >= mostSpent) throw failedFor(made)
  const mended = entries.map((one) => (bad.includes(one) ? unreadEntry(one.entry) : one))
  const again = await shortened({ ...setup, entries: mended })
  if ('reason' in again) throw failedFor(again)
  const isNew = (one: ReadEntry, i: number) => one.isAsWritten && !entries[i]?.isAsWritten
  return { ...again, warnings: [...again.warnings, ...asWrittenWarnings(mended.filter(isNew))] }
}

function failedFor({ reason }: NotSet): UserError {
  return new UserError({ code: 'typesetting-failed', reason })
}

const mostSummaryPages = 2

/** A summary has two pages at most: what does not fit there is left out and counted. */
async function shortened(setup: Setup): Promise<PaperDocument | NotSet> {
  const whole = await setOf(setup)
  const isSummary = setup.making.look.layout === 'summary'
  if ('reason' in whole || !isSummary || whole.pages <= mostSummaryPages) return whole
  return setup.entries.length < 2 ? whole : fullest(setup, whole.pages)
}

/** So many times what fits is tried next: cards are not equally long. */
const growth = 1.3

/** As many entries as fit, of those that together are too many: all topics share the room. */
async function fullest(setup: Setup, pages: number): Promise<PaperDocument | NotSet> {
  const { entries, making } = setup
  let tooMany = entries.length
  let kept = Math.max(1, Math.floor((tooMany * mostSummaryPages) / pages))
  let best: PaperDocument | undefined
  let fitting = 0
  const ranks = new Map(sharedOut(entries, ({ entry }) => entry).map((one, rank) => [one, rank]))
  for (;;) {
    const left = entries.length - kept
    const some = entries.filter((one) => (ranks.get(one) ?? 0) < kept)
    const shown = { ...setup, entries: some, making: { ...making, left } }
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

async function setOf({ booklet, entries, making, engine }: Setup): Promise<PaperDocument | NotSet> {
  const made = await engine.set(template, JSON.stringify(paperData(booklet, entries, making)))
  return 'reason' in made ? made : { ...made, warnings: [] }
}
