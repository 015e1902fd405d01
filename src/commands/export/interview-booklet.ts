import type { Card, CardLanguage } from '../../cards/card.ts'
import type { Booklet, BookletEntry } from '../../export/booklet.ts'
import { missedOf } from '../../export/compose.ts'
import { titleOr } from '../../export/title.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { Exporter } from '../../host/paper/exporter.ts'
import { beganAt, type Interview, isLate, type Turn } from '../../interview/interview.ts'
import type { LookOptions } from '../../options/look.ts'
import { isoTime } from '../../schedule/time.ts'
import { reportTold } from '../../view/reports/report-told.ts'
import type { LibraryOptions } from '../cards/library-options.ts'
import { backgroundOf, cardsOf } from '../interview/interview-report.ts'

/** One interview as a document: what was asked, answered and missed, with the model answers. */
export async function interviewBooklet(
  host: Host,
  exporter: Exporter,
  interview: Interview,
  options: LibraryOptions & LookOptions,
): Promise<Booklet> {
  const look = host.terminal.look()
  const { at, offset } = exporter.made()
  const background = await backgroundOf(host, interview)
  const cardOf = await cardsOf(host, interview, options)
  const title = look.say.report.document.title(beganAt(interview))
  const entries = interview.turns.map((turn) => entryOf(host, turn, cardOf(turn)))
  return {
    title: titleOr(title, options.title),
    language: look.tongue,
    date: isoTime(at, offset).slice(0, 10),
    at,
    told: reportTold(interview, background, look),
    entries: options.layout === 'summary' ? missedOf(entries) : entries,
  }
}

function entryOf(
  host: HostPart<'terminal' | 'store'>,
  turn: Turn,
  known: Card | undefined,
): BookletEntry {
  const { given, verdict, limitMs, keyPoints } = turn
  const card = known ?? goneCard(turn, host.terminal.look().language)
  return {
    // one list, in the order in which it was asked
    card,
    topic: '',
    keyPoints,
    missed: verdict?.missed ?? [],
    isFollowUp: turn.follows !== undefined,
    newlines: host.store.settings.read().newlines,
    note: turn.card === undefined ? undefined : host.store.notes.read(turn.card),
    asked: given && {
      answer: given.answer,
      coverage: verdict?.coverage ?? given.coverage,
      grade: verdict?.grade,
      usedMs: given.usedMs,
      limitMs,
      late: isLate(turn),
    },
  }
}

/** A question that no note holds (any more), with all that is known of it. */
function goneCard({ card, question, topic, keyPoints }: Turn, language: CardLanguage): Card {
  const id = card ?? ('' as Card['id'])
  return {
    id,
    minted: id,
    language,
    topics: topic === '' ? [] : [topic],
    tags: [],
    level: undefined,
    aliases: [],
    question,
    body: undefined,
    keyPoints,
    followUps: [],
    definitions: undefined,
    answer: { kind: 'missing' },
    source: { library: '', file: '', line: 1, endLine: 1 },
  }
}
