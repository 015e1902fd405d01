import type { Card } from '../../cards/card.ts'
import type { HostPart } from '../../host/host.ts'
import { isAboutPerson } from '../../points/person.ts'
import { findCard } from '../../search/find.ts'
import type { Look } from '../../view/look.ts'
import { noteLines } from '../../view/review.ts'
import { cardsAmong, type LibraryOptions } from './library-options.ts'

/** `viva note <card>`: the person's own answer, in their editor. */
export async function run(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  words: readonly string[],
  options: LibraryOptions,
): Promise<void> {
  const wanted = words.join(' ')
  const among = await cardsAmong(host, options, wanted)
  await editNote(host, await findCard(among, wanted, host.terminal.look().language))
}

/**
 * Opens the note of a card in the editor and keeps what it leaves. Where that cannot be kept it is
 * printed before the fault rises.
 */
export async function editNote(host: HostPart<'terminal' | 'store'>, card: Card): Promise<void> {
  const { terminal } = host
  const { notes } = host.store
  const look = terminal.look()
  const before = notes.whole(card.id) ?? outlineFor(card, look)
  const text = await terminal.edit(before, notes.editing(card.id))
  const others = notes.others(card.id).map(look.say.review.noteOther)
  if (text === before) return terminal.print([look.say.review.noteUnchanged, ...others])
  try {
    notes.write(card.id, text)
  } catch (error) {
    terminal.print(noteLines(text, look))
    throw error
  }
  terminal.print([look.say.review.noteSaved(notes.path(card.id)), ...others])
}

// Nobody but the person can answer these, and a blank page is hard to begin on.
function outlineFor(card: Card, { say }: Look): string {
  return isAboutPerson(card) ? say.interview.starOutline(card.question) : ''
}
