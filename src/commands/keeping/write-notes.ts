import { markdownText } from '../../export/markdown.ts'
import type { ReadMedia } from '../../foreign/file.ts'
import type { ForeignCard, Program } from '../../foreign/foreign.ts'
import { type DeckNotes, notesOf } from '../../foreign/notes.ts'
import { mediaFile } from '../../foreign/page/media.ts'
import type { Host } from '../../host/host.ts'
import { isoTime } from '../../schedule/time.ts'
import type { WrittenNotes } from '../../view/importing.ts'

type Target = {
  readonly folder: string
  readonly media: ReadMedia
  /** Whether anything is written. */
  readonly wet: boolean
}

/** Notes of cards that are not here yet, a file a deck; no file that is there is touched. */
export async function writeNotes(
  host: Host,
  program: Program,
  cards: readonly ForeignCard[],
  { folder, media, wet }: Target,
): Promise<{ readonly made: readonly ForeignCard[]; readonly written: WrittenNotes }> {
  const { tongue } = host.terminal.look()
  const at = host.clock.now()
  const date = isoTime(at, host.clock.offsetAt(at)).slice(0, 10)
  const decks = notesOf(program, cards, { at, date, language: tongue })
  const names = [...new Set(cards.flatMap((card) => card.text().media))]
  if (!wet) {
    const files = decks.map(({ name }) => `${name}.md`)
    return { made: cards, written: { folder, cards: cards.length, files, media: 0, lost: 0 } }
  }
  const found = media(names)
  // pictures first: a note whose pictures are not there yet would be read without them
  for (const [name, bytes] of found) {
    await host.files.writeNew(folder, `media/${mediaFile(name)}`, bytes)
  }
  const files: string[] = []
  for (const deck of decks) files.push(await writeDeck(host, folder, deck))
  const counts = { cards: cards.length, media: found.size, lost: names.length - found.size }
  return { made: cards, written: { folder, files, ...counts } }
}

const mostTries = 1000

async function writeDeck(
  host: Host,
  folder: string,
  { name, booklet }: DeckNotes,
): Promise<string> {
  const { say } = host.terminal.look()
  const bytes = new TextEncoder().encode(markdownText(booklet, say))
  for (let n = 1; n < mostTries; n += 1) {
    const file = n === 1 ? `${name}.md` : `${name} (${n}).md`
    if (await host.files.writeNew(folder, file, bytes)) return file
  }
  return name
}
