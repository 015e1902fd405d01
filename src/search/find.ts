import type { Card } from '../cards/card.ts'
import { UserError } from '../errors.ts'
import { search } from './engine.ts'
import { fold } from './terms.ts'

/**
 * The one card that a person means: by id, a unique start of one, `file:line`, its question, or
 * words that only it holds. Throws the faults `card-missing` and `card-ambiguous`.
 */
export async function findCard(cards: readonly Card[], words: string): Promise<Card> {
  const ways = [byId, byPrefix, byPlace, byQuestion]
  for (const way of ways) {
    const found = way(cards, words)
    if (found.length > 0) return only(found, words)
  }
  const { hits } = await search(cards, words, 10)
  return only(
    hits.map(({ card }) => card),
    words,
  )
}

function byId(cards: readonly Card[], words: string): readonly Card[] {
  return cards.filter(({ id }) => id === words)
}

function byPrefix(cards: readonly Card[], words: string): readonly Card[] {
  return cards.filter(({ id }) => id.startsWith(words))
}

// Any path to the file will do, so a longer or a shorter one than ours fits.
function byPlace(cards: readonly Card[], words: string): readonly Card[] {
  const place = /^(.+):(\d+)$/.exec(words)
  if (place === null) return []
  const path = (place[1] ?? '').replaceAll('\\', '/').replace(/^\.\//, '')
  const line = Number(place[2])
  return cards.filter(({ source }) => {
    const full = `${source.library.replaceAll('\\', '/')}/${source.file}`
    const isFile = ends(full, path) || ends(path, source.file)
    return isFile && source.line <= line && line <= source.endLine
  })
}

function ends(path: string, tail: string): boolean {
  return path === tail || path.endsWith(`/${tail}`)
}

function byQuestion(cards: readonly Card[], words: string): readonly Card[] {
  const wanted = fold(words).trim()
  return cards.filter(({ question, aliases }) =>
    [question, ...aliases].some((wording) => fold(wording) === wanted),
  )
}

// A card in two files or languages is still one card.
function only(found: readonly Card[], words: string): Card {
  const [first] = found
  if (first === undefined) throw new UserError({ code: 'card-missing', words })
  if (found.every(({ id }) => id === first.id)) return first
  throw new UserError({
    code: 'card-ambiguous',
    words,
    candidates: found.slice(0, 10).map(({ id, question }) => ({ id, question })),
  })
}
