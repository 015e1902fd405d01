import { createHash } from 'node:crypto'
import { realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { called, type NameOf } from '../../cards/called.ts'
import type { Library } from '../../cards/card.ts'
import type { LibraryReading } from '../../identity/reading.ts'
import { factsFrom } from '../../identity/relink.ts'
import type { RegistryStore } from '../store/registry.ts'

/**
 * The same library with its cards called what they were called before somebody edited them. What is
 * new of it goes into the registry; where that cannot be written, they are called right all the same.
 */
export function settled(library: Library, registry: RegistryStore): Library {
  const root = slashed(realPath(library.root))
  const state = stateOf(library)
  if (registry.isSettled(root, state)) return renamed(library, registry.names().nameOf)
  const facts = factsFrom(registry.read(), readingOf(library, root, registry.device()))
  try {
    if (facts.length > 0) registry.learn(facts)
    registry.markSettled(root, state)
    return renamed(library, registry.read().nameOf)
  } catch (error) {
    registry.tell(error)
    return renamed(library, registry.supposing(facts).nameOf)
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '')
}

/** All that a registry could learn from, in a few bytes. */
function stateOf({ decks, problems }: Library): string {
  const hash = createHash('sha256')
  for (const deck of decks) {
    hash.update(`${deck.file}\n`)
    const cards = deck.cards.map(({ id, minted, language }) => `${id} ${minted} ${language}\n`)
    hash.update(cards.join(''))
  }
  for (const { code, at } of problems) hash.update(`${code} ${at.file}\n`)
  return hash.digest('base64')
}

function readingOf(
  { decks, problems, root: named }: Library,
  root: string,
  device: string | undefined,
): LibraryReading {
  const isFile = statSync(named, { throwIfNoEntry: false })?.isFile() === true
  const pathOf = (file: string) => (isFile ? root : `${root}/${file}`)
  const read = new Set(decks.map(({ file }) => file))
  const lost = problems.flatMap(({ at }) => (read.has(at.file) ? [] : [pathOf(at.file)]))
  return {
    root,
    device,
    isUnread: (path) => lost.some((place) => path === place || path.startsWith(`${place}/`)),
    seen: decks.flatMap(({ file, cards }) =>
      cards.map((card) => ({
        card: card.id,
        minted: card.minted,
        language: card.language,
        path: pathOf(file),
        text: () => ({
          question: card.body === undefined ? card.question : `${card.question}\n${card.body}`,
          answer: card.answer.kind === 'written' ? card.answer.markdown : '',
        }),
      })),
    ),
  }
}

function renamed(library: Library, nameOf: NameOf): Library {
  const decks = library.decks.map((deck) => {
    if (deck.cards.every(({ id }) => nameOf(id) === id)) return deck
    return { ...deck, cards: deck.cards.map((card) => called(card, nameOf(card.id))) }
  })
  return { ...library, decks }
}
