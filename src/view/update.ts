import type { Card } from '../cards/card.ts'
import type { Fault } from '../errors.ts'
import type { CardChanges } from '../identity/changes.ts'
import { oneLine } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** What became of a library from git. */
export type Updated =
  | { readonly kind: 'failed'; readonly name: string; readonly fault: Fault }
  | ({ readonly kind: 'same' } & About)
  | ({
      readonly kind: 'news'
      readonly changes: CardChanges
      /** The ids of edited and gone cards that have grades. */
      readonly graded: ReadonlySet<string>
    } & About)

type About = {
  readonly name: string
  readonly commit: string
  /** The branch that is gone at the other end. */
  readonly lost: string | undefined
}

const mostNamed = 5

/** A line of what changed, and the first cards of each kind. */
export function updateLines(
  updated: Exclude<Updated, { readonly kind: 'failed' }>,
  look: Look,
): readonly string[] {
  const { library } = look.say
  const { name, commit, lost } = updated
  const said = (text: string, style?: (text: string) => string) => {
    const lines = wrap(oneLine(text), textColumns(look), { first: '', rest: '  ' })
    return style === undefined ? lines : lines.map(style)
  }
  const branch = lost === undefined ? [] : said(library.branchGone(name, lost), look.paint.warn)
  if (updated.kind === 'same') return [...branch, ...said(library.nothingNew(name))]
  const { fresh, edited, gone } = updated.changes
  const graded = (cards: readonly Card[]) => cards.filter(({ id }) => updated.graded.has(id)).length
  const parts = [
    ...(fresh.length === 0 ? [] : [library.fresh(fresh.length)]),
    ...(edited.length === 0 ? [] : [library.edited(edited.length, graded(edited))]),
    ...(gone.length === 0 ? [] : [library.gone(gone.length, graded(gone))]),
  ]
  if (parts.length === 0) return [...branch, ...said(library.sameCards(name, commit.slice(0, 7)))]
  return [
    ...branch,
    ...said(library.changed(name, parts)),
    ...named('+', fresh, look),
    ...named('~', edited, look),
    ...named('-', gone, look),
  ]
}

function named(sign: string, cards: readonly Card[], look: Look): readonly string[] {
  const shown = cards
    .slice(0, mostNamed)
    .flatMap(({ question }) =>
      wrap(oneLine(question), textColumns(look), { first: `  ${sign} `, rest: '    ' }),
    )
  const more = cards.length - mostNamed
  return more > 0 ? [...shown, `    ${look.paint.dim(look.say.library.more(more))}`] : shown
}

/** The same for programs. */
export function updateJson(all: readonly Updated[]): unknown {
  return all.map((one) => {
    const { kind, name } = one
    if (one.kind === 'failed') return { name, failed: one.fault.code }
    const { commit, lost } = one
    const about = { name, commit, ...(lost === undefined ? {} : { lostBranch: lost }) }
    if (kind === 'same') return { ...about, changed: false }
    const { fresh, edited, gone } = one.changes
    const cards = (some: readonly Card[]) => some.map(({ id, question }) => ({ id, question }))
    return { ...about, changed: true, new: cards(fresh), edited: cards(edited), gone: cards(gone) }
  })
}
