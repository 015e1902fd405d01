import type { Card } from '../../cards/card.ts'
import type { HostPart } from '../../host/host.ts'
import type { Graded, GradeState } from '../../screens/grade/state.ts'
import type { LiveScreen } from '../../screens/screen.ts'
import { loadModelAnswer, loadQuestion } from '../../view/card-page.ts'
import { dimmed, type Printed } from '../../view/layout.ts'
import type { LibraryOptions } from '../cards/library-options.ts'
import { inOtherLanguage } from '../review/practice.ts'

/** What was done at an answer, and what stands on the screen then. */
export type AtAnswer = { readonly graded: Given; readonly above: Printed }

type Given = Exclude<Graded, { readonly kind: 'other' }>

/** Has an answer graded; meanwhile it may be looked at in the other language. */
export async function gradedInWords(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  screenUnder: (above: Printed, before: GradeState | undefined) => LiveScreen<GradeState, Graded>,
  shown: Printed,
  card: { readonly card: Card | undefined; readonly options: LibraryOptions },
): Promise<AtAnswer> {
  let above = shown
  let state: GradeState | undefined
  for (;;) {
    const graded = await host.terminal.live(screenUnder(above, state))
    if (graded.kind !== 'other') return { graded, above }
    state = graded.at
    const before = above
    const other = await loadOther(host, card.card, card.options)
    host.terminal.print(other(host.terminal.look()))
    above = (look) => [...before(look), ...other(look)]
  }
}

async function loadOther(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  card: Card | undefined,
  options: LibraryOptions,
): Promise<Printed> {
  const other = card && (await inOtherLanguage(host, card, options))
  if (other === undefined) return (look) => dimmed(look.say.interview.noOther, look)
  const look = host.terminal.look()
  const question = await loadQuestion(other, look)
  const answer = await loadModelAnswer(other, undefined, look)
  return (now) => ['', ...question(now), ...answer(now)]
}
