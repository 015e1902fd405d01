import { UserError } from '../errors.ts'
import type { HostPart } from '../host/host.ts'
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
  const points = ownPoints(host, card)
  if (points.length === 0) throw new UserError({ code: 'no-answer', question: card.question })
  const answer = given ?? (await answerFrom(host, options.file))
  const assessment = assessed(points, answer, card, await host.library.ownGlossary())
  const tellsWhy = options.why === true
  if (options.json === true) return terminal.json(assessmentJson(card, assessment, tellsWhy))
  terminal.print(assessmentLines(card, answer, assessment, tellsWhy, terminal.look()))
}

async function answerFrom(
  { terminal, files }: HostPart<'terminal' | 'files'>,
  file: string | undefined,
) {
  if (file !== undefined && file !== '-') return files.readAnswer(file)
  if (terminal.interactive) terminal.warn([terminal.look().say.points.typeNow])
  return files.readAnswer(undefined)
}
