import { plain } from '../cards/blocks/inline.ts'
import type { Card } from '../cards/card.ts'
import { UserError } from '../errors.ts'
import type { HostPart } from '../host/host.ts'
import { pointsOf } from '../interview/comparing.ts'
import { pressedCard } from '../interview/pressed.ts'
import type { assessRows } from '../options/commands.ts'
import type { Said } from '../options/row.ts'
import { assessed } from '../points/assess.ts'
import { findCard } from '../search/find.ts'
import { assessmentJson, assessmentLines } from '../view/assessment.ts'
import { allCards, searching } from './cards/library-options.ts'
import { ownPoints } from './review/own-points.ts'

export type Options = Said<typeof assessRows>

/** `viva assess <card> [answer]`: what an answer says of the card's key points. */
export async function run(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  words: string,
  given: string | undefined,
  options: Options,
): Promise<void> {
  const { terminal } = host
  const cards = await allCards(host, options)
  const card = await findCard(cards, words, host.terminal.look().language, (look) =>
    searching(host, options, ({ collection }) => look(collection)),
  )
  const asked = options.followUp === undefined ? card : pressedBy(card, options.followUp)
  // what the person noted and taught is about the card, not about what presses on it
  const points = asked === card ? ownPoints(host, card) : pointsOf(asked, undefined)
  if (points.length === 0) throw new UserError({ code: 'no-answer', question: card.question })
  const answer = given ?? (await answerFrom(host, options.file))
  const assessment = assessed(points, answer, asked, await host.library.ownGlossary())
  const tellsWhy = options.why === true
  if (options.json === true) return terminal.json(assessmentJson(asked, assessment, tellsWhy))
  terminal.print(assessmentLines(asked, answer, assessment, tellsWhy, terminal.look()))
}

/** What a card says to its follow-up of this number, from 1, under that question. */
function pressedBy(card: Card, number: number): Card {
  const { followUps } = card
  const question = followUps[number - 1]?.question
  if (question === undefined) {
    throw new UserError({ code: 'no-such-follow-up', count: followUps.length })
  }
  return { ...pressedCard(card, question), question: plain(question) }
}

async function answerFrom(
  { terminal, files }: HostPart<'terminal' | 'files'>,
  file: string | undefined,
) {
  if (file !== undefined && file !== '-') return files.readAnswer(file)
  if (terminal.interactive) terminal.warn([terminal.look().say.points.typeNow])
  return files.readAnswer(undefined)
}
