import type { Card } from '../../cards/card.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { Mode } from '../../interview/answer.ts'
import type { JournalRecord } from '../../journal/record.ts'
import {
  advanced,
  type ItemOutcome,
  type ReviewItem,
  type ReviewRun,
  takenBack,
  withCard,
} from '../../schedule/review-run.ts'
import type { Rules } from '../../schedule/rules.ts'
import type { Schedules } from '../../schedule/schedule.ts'
import type { CardAct } from '../../screens/acts.ts'
import { wrap } from '../../text/wrap.ts'
import { type Printed, textColumns } from '../../view/layout.ts'
import { allCards, type LibraryOptions } from '../cards/library-options.ts'
import { editNote } from '../cards/note.ts'
import { openCard } from '../cards/open-card.ts'
import { orSay, recordHead, saveRecord } from './save-record.ts'

/** A review on its way. */
export type ReviewState = {
  readonly run: ReviewRun
  readonly schedules: Schedules
  readonly rules: Rules
  readonly mode: Mode
  /** Where the cards came from, to read one again after it was edited. */
  readonly options: LibraryOptions
}

export type ItemStep =
  | { readonly kind: 'on'; readonly state: ReviewState }
  /** `quit` is a normal end, `left` is Ctrl-C. */
  | { readonly kind: 'quit' | 'left' }

/** Has the act on disk, and says where the cards stand then. */
export async function kept(
  host: HostPart<'terminal' | 'store'>,
  state: ReviewState,
  record: JournalRecord,
  above: Printed,
): Promise<ReviewState> {
  await saveRecord(host, record, above)
  return reread(host, state)
}

/** Where the cards stand by now; another terminal may have graded some meanwhile. */
export async function reread(host: HostPart<'store'>, state: ReviewState): Promise<ReviewState> {
  const { schedules, rules } = await host.store.openJournal().standings(host.store.settings.read())
  return { ...state, schedules, rules }
}

export function done(state: ReviewState, outcome: ItemOutcome): ItemStep {
  return { kind: 'on', state: { ...state, run: advanced(state.run, outcome) } }
}

/** The item is done with; on to the next. */
export async function undone(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  state: ReviewState,
  above: Printed,
): Promise<ItemStep> {
  const last = state.run.done.at(-1)
  if (last === undefined) return { kind: 'on', state }
  const { outcome } = last
  const { terminal } = host
  const { say, paint } = terminal.look()
  const run = takenBack(state.run)
  if (outcome.kind === 'skipped') return { kind: 'on', state: { ...state, run } }
  const record = { ...recordHead(host), kind: 'void', ref: outcome.record } as const
  const next = await kept(host, state, record, above)
  terminal.print([paint.warn(say.review.undone)])
  return { kind: 'on', state: { ...next, run } }
}

export async function acted(
  host: Host,
  state: ReviewState,
  item: ReviewItem,
  act: CardAct,
  above: Printed,
): Promise<ItemStep> {
  const { terminal } = host
  const { say } = terminal.look()
  switch (act) {
    case 'quit':
      return { kind: 'quit' }
    case 'skip':
      terminal.print([say.review.skipped])
      return done(state, { kind: 'skipped' })
    case 'bury':
    case 'suspend': {
      const record = { ...recordHead(host), kind: act, card: item.card.id }
      const next = await kept(host, state, record, above)
      const text = act === 'bury' ? say.review.buried : say.review.suspended(item.card.id)
      terminal.print(wrap(text, textColumns(terminal.look())))
      return done(next, { kind: 'set-aside', how: act, record: record.id })
    }
    case 'note':
      await orSay(host, () => editNote(host, item.card))
      return { kind: 'on', state }
    case 'edit':
      return { kind: 'on', state: await edited(host, state, item) }
  }
}

/** Opens the card's note in the person's editor, and reads it again. */
async function edited(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  state: ReviewState,
  { card }: ReviewItem,
): Promise<ReviewState> {
  const { terminal } = host
  const { source } = card
  let now: Card | undefined
  const read = await orSay(host, async () => {
    await openCard(host, source)
    now = sameCard(await allCards(host, state.options), card)
  })
  if (!read) return state
  const { review } = terminal.look().say
  terminal.print([now === undefined ? review.gone : review.changed])
  // its history goes on under the name it had
  return now === undefined ? state : { ...state, run: withCard(state.run, { ...now, id: card.id }) }
}

function sameCard(cards: readonly Card[], before: Card): Card | undefined {
  const { library, file, line } = before.source
  const inFile = cards.filter(({ source }) => source.library === library && source.file === file)
  const holds = ({ source }: Card) => source.line <= line && line <= source.endLine
  return (
    inFile.find(({ id }) => id === before.id) ??
    inFile.find(({ question }) => question === before.question) ??
    inFile.find(holds)
  )
}
