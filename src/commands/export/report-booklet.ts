import type { Card } from '../../cards/card.ts'
import type { Booklet, BookletEntry } from '../../export/booklet.ts'
import { askedText, reportBlocks, told } from '../../export/report/blocks.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { Exporter } from '../../host/paper/exporter.ts'
import { beganAt, type Interview, type Turn } from '../../interview/interview.ts'
import { ownAnswer, pressedCard } from '../../interview/pressed.ts'
import { isoTime } from '../../schedule/time.ts'
import type { LibraryOptions } from '../cards/library-options.ts'
import { backgroundOf, cardsOf } from '../interview/interview-report.ts'

/** The report of an interview as a document; its entries are the model answers. */
export async function reportBooklet(
  host: Host,
  exporter: Exporter,
  interview: Interview,
  options: LibraryOptions,
): Promise<Booklet> {
  const { say, tongue } = host.terminal.look()
  const { document } = say.report
  const { at, offset } = exporter.made()
  const cardOf = await cardsOf(host, interview, options)
  const asked = interview.turns.filter(({ card }) => card !== undefined)
  const isAllThere = asked.every((turn) => cardOf(turn) !== undefined)
  const background = await backgroundOf(host, interview)
  return {
    title: document.title(beganAt(interview)),
    language: tongue,
    date: isoTime(at, offset).slice(0, 10),
    at,
    told: [],
    entries: interview.turns.flatMap((turn) => modelOf(host, interview, turn, cardOf)),
    report: {
      blocks: reportBlocks(interview, background, say),
      models: asked.length === 0 ? undefined : document.models,
      after: isAllThere ? [] : [told(document.gone)],
    },
  }
}

/** What the notes say to a question; nothing where they do not, or have no card for it. */
function modelOf(
  host: HostPart<'terminal' | 'store'>,
  { turns }: Interview,
  turn: Turn,
  cardOf: (turn: Pick<Turn, 'card'>) => Card | undefined,
): readonly BookletEntry[] {
  const main = turn.follows === undefined ? undefined : turns[turn.follows]
  const pressed = main && cardOf(main)
  const own = pressed && ownAnswer(pressed, turn.question) && pressedCard(pressed, turn.question)
  const card = turn.card === undefined ? own || undefined : cardOf(turn)
  if (card === undefined) return []
  const text = askedText(turn)
  const { followUp } = host.terminal.look().say.report.document
  const question = turn.follows === undefined ? text : followUp(text)
  const note = turn.card === undefined ? undefined : host.store.notes.read(card.id)
  const shown = { ...card, question, keyPoints: [], followUps: [] }
  const { newlines } = host.store.settings.read()
  return [{ card: shown, topic: '', keyPoints: [], missed: [], note, asked: undefined, newlines }]
}
