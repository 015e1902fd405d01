import type { CardId } from '../../cards/card.ts'
import { Unreadable, UserError } from '../../errors.ts'
import type { ForeignLines } from '../../foreign/file.ts'
import type { Host } from '../../host/host.ts'
import { idSet } from '../../journal/id-set.ts'
import {
  type ForeignFault,
  foreignLine,
  importedReview,
  importedRun,
} from '../../journal/imported.ts'
import type { CountedReview } from '../../journal/writing.ts'
import type { ImportOptions } from '../../options/commands.ts'
import { exactly } from '../../search/find-worded.ts'
import { importedLines, importFaultLines } from '../../view/keeping.ts'
import { allCards } from '../cards/library-options.ts'

/** A line that was not imported. */
type Refused = { readonly line: number; readonly why: ForeignFault | 'no-such-card' }

/**
 * Reviews of another tool, one a line as JSON, from the file to the journal without being held. Importing
 * again adds nothing.
 */
export async function importLines(
  host: Host,
  file: ForeignLines,
  options: ImportOptions,
): Promise<void> {
  // such lines name cards, and have none
  if (options.cards !== undefined) throw new UserError({ code: 'import-no-cards', path: file.path })
  const { terminal, store } = host
  const wet = options.dryRun !== true
  const counts = { added: 0, known: 0 }
  const refused: Refused[] = []
  const each = await reviewsIn(host, file, options)
  const give = (add: (review: CountedReview) => void) =>
    each({
      fresh: (review) => {
        counts.added += 1
        add(review)
      },
      known: () => {
        counts.known += 1
      },
      refused: (one) => void refused.push(one),
    })
  if (wet) store.openJournal().appendHistory(give)
  else give(() => {})
  if (options.json === true) terminal.json({ dryRun: wet ? undefined : true, ...counts, refused })
  else terminal.print(importedLines({ ...counts, wet }, terminal.look()))
  terminal.warn(importFaultLines(file.path, refused, terminal.look()))
  if (refused.length > 0) throw new Unreadable()
}

type OnLine = {
  readonly fresh: (review: CountedReview) => void
  readonly known: () => void
  readonly refused: (one: Refused) => void
}

async function reviewsIn(
  host: Host,
  { lines }: ForeignLines,
  options: ImportOptions,
): Promise<(onLine: OnLine) => void> {
  const { store, clock } = host
  const cardOf = rememberedCards(exactly(await allCards(host, options)))
  const known = idSet()
  store.openJournal().each(({ id }) => void known.add(id))
  const now = clock.now()
  const nthOf = counting()
  return (onLine) => {
    let line = 0
    for (const text of lines()) {
      line += 1
      if (text === '') continue
      const one = foreignLine(text, now)
      const card = one.kind === 'review' ? cardOf(one.review.card) : undefined
      if (one.kind === 'bad') {
        if (text.trim() !== '') onLine.refused({ line, why: one.why })
      } else if (card === undefined) onLine.refused({ line, why: 'no-such-card' })
      else {
        const { review } = one
        const run = importedRun(review)
        const nth = nthOf(run)
        if (known.size() > 0 && known.has(`${run}-${nth}`)) onLine.known()
        else {
          const offset = review.offset ?? clock.offsetAt(review.at)
          onLine.fresh(importedReview(card, review, offset, { run, nth }))
        }
      }
    }
  }
}

type Finding = ReturnType<typeof exactly>

/** A long history names the same cards over and over. */
function rememberedCards(find: Finding): (words: string) => CardId | undefined {
  const found = new Map<string, CardId>()
  return (words) => {
    const known = found.get(words)
    if (known !== undefined) return known
    const id = find(words)?.id
    if (id !== undefined) found.set(words, id)
    return id
  }
}

/** Says of each whether it is the first of its kind, 0, or the how manieth. */
function counting(): (run: string) => number {
  const seen = idSet()
  const more = new Map<string, number>()
  return (run) => {
    if (seen.add(run)) return 0
    const nth = (more.get(run) ?? 0) + 1
    more.set(run, nth)
    return nth
  }
}
