import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Card, CardLanguage } from '../../src/cards/card.ts'
import type { Inspected } from '../../src/host/host.ts'
import { inspectLibrary } from '../../src/host/library/inspect-library.ts'

const content = join(import.meta.dirname, '../../content')

/** A bundled bank as `viva check` sees it. */
export type Bundled = Inspected & {
  readonly language: CardLanguage
  readonly cards: readonly Card[]
  /** The texts of its files, by name. */
  readonly texts: ReadonlyMap<string, string>
}

export async function bundled(language: CardLanguage): Promise<Bundled> {
  const root = join(content, language)
  const inspected = await inspectLibrary({ root, now: Date.now })
  const { decks } = inspected.library
  const texts = decks.map(({ file }) => [file, readFileSync(join(root, file), 'utf8')] as const)
  const cards = decks.flatMap((deck) => deck.cards)
  return { ...inspected, language, cards, texts: new Map(texts) }
}

/** The Markdown of a card's model answer; empty if it has none. */
export function answerOf({ answer }: Card): string {
  return answer.kind === 'written' ? answer.markdown : ''
}
