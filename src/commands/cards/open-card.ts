import type { CardSource } from '../../cards/card.ts'
import type { HostPart } from '../../host/host.ts'
import { dimmed } from '../../view/layout.ts'

/** Opens a card's note in the person's editor where it stands. Throws the fault `editor-failed`. */
export async function openCard(
  { terminal, library }: HostPart<'terminal' | 'library'>,
  source: CardSource,
): Promise<void> {
  const isOurs = Object.values(library.banks).includes(source.library)
  const look = terminal.look()
  if (isOurs) terminal.print(dimmed(look.say.show.bundledFile, look))
  await terminal.openFile(library.pathOf(source), source.line)
}
