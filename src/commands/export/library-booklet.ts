import type { Card } from '../../cards/card.ts'
import type { Booklet, BookletEntry, CardPast } from '../../export/booklet.ts'
import {
  byDue,
  byTopic,
  byWeakness,
  missedOf,
  type Order,
  type Placed,
  printedPoints,
  toldOf,
} from '../../export/compose.ts'
import { titleOr } from '../../export/title.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { Exporter } from '../../host/paper/exporter.ts'
import type { ExportOptions } from '../../options/export.ts'
import type { Format } from '../../options/formats.ts'
import { recallNow } from '../../schedule/fold.ts'
import { standingOf } from '../../schedule/queue.ts'
import { isoTime } from '../../schedule/time.ts'
import { grouped } from '../../text/grouped.ts'
import { someCardsFor } from '../cards/library-options.ts'
import { readToday, type Today } from '../review/today.ts'

/** The cards that the filters choose as a document: in order, with key points, notes and what was missed. */
export async function libraryBooklet(
  host: Host,
  exporter: Exporter,
  options: ExportOptions,
  format: Format,
): Promise<Booklet> {
  const cards = await someCardsFor(host, options)
  const { tongue, say } = host.terminal.look()
  const { newlines } = host.store.settings.read()
  const { at, offset } = exporter.made()
  const today = await readToday(host)
  const placed = placedOf(host, cards, options.order ?? 'topic', today)
  const report = host.terminal.progressOf(say.exporting.preparing)
  const entries = placed.map(({ card, topic }, i): BookletEntry => {
    report(i, placed.length)
    const standing = standingOf(today.schedules, card)
    const missed = standing.comparison?.missed ?? []
    // what Markdown is read again from derives its own
    const points = format === 'md' ? [] : printedPoints(card, missed)
    return {
      card,
      topic,
      note: host.store.notes.read(card.id),
      keyPoints: points,
      missed,
      recall: recallNow(standing, today.at, today.rules),
      asked: undefined,
      newlines,
    }
  })
  report(placed.length, placed.length)
  return {
    title: titleOr(say.exporting.title, options.title),
    language: tongue,
    date: isoTime(at, offset).slice(0, 10),
    at,
    ...(options.withHistory === true ? { pasts: pastsOf(host, entries, today) } : {}),
    told: toldOf(options, say),
    entries: options.layout === 'summary' ? missedOf(entries) : entries,
  }
}

/** What was done with the cards of a document; what is still to come does not count yet. */
function pastsOf(
  host: HostPart<'store'>,
  entries: readonly BookletEntry[],
  { at, rules, schedules }: Today,
): ReadonlyMap<string, CardPast> {
  const wanted = new Map(entries.map(({ card }) => [String(card.id), card]))
  const { reviews } = host.store.openJournal().read()
  const own = grouped(
    reviews.filter((review) => review.at <= at && wanted.has(review.card)),
    ({ card }) => String(card),
  )
  return new Map(
    [...wanted].map(([id, card]) => {
      const standing = standingOf(schedules, card)
      return [id, { reviews: own.get(id) ?? [], standing, rules }]
    }),
  )
}

function placedOf(
  host: HostPart<'terminal'>,
  cards: readonly Card[],
  order: Order,
  today: Today,
): readonly Placed[] {
  const { say } = host.terminal.look()
  if (order === 'topic') return byTopic(cards, say)
  return order === 'due' ? byDue(cards, today, say) : byWeakness(cards, today, say)
}
