import type { Card, CardLanguage, CardSource } from '../cards/card.ts'
import { UserError } from '../errors.ts'
import type { Lent } from './find-worded.ts'

/**
 * The one card that a person means: by id, a unique start of one, `file:line`, its question, or
 * words that only it holds. `within` lends what words are looked up in, if there is an index of these
 * cards; `language` is the person's. Throws the faults `card-missing` and `card-ambiguous`.
 */
export async function findCard(
  cards: readonly Card[],
  words: string,
  language: CardLanguage,
  within?: Lent,
): Promise<Card> {
  for (const way of [byId, byPrefix, byPlace]) {
    const found = way(cards, words)
    if (found.length > 0) return only(found, words, language)
  }
  // what takes words apart takes longer to load than most commands run
  const { cardsWorded } = await import('./find-worded.ts')
  return only(await cardsWorded(cards, words, within), words, language)
}

function byId(cards: readonly Card[], words: string): readonly Card[] {
  return cards.filter(({ id }) => id === words)
}

function byPrefix(cards: readonly Card[], words: string): readonly Card[] {
  return cards.filter(({ id }) => id.startsWith(words))
}

// Any path to the file will do, so a longer or a shorter one than ours fits; the closest counts.
function byPlace(cards: readonly Card[], words: string): readonly Card[] {
  const place = /^(.+)[:：]([\d０-９]+)$/.exec(words)
  if (place === null) return []
  const typed = (place[1] ?? '').replaceAll('\\', '/').replace(/^\.\//, '')
  const path = typed.normalize('NFC')
  const line = Number((place[2] ?? '').normalize('NFKC'))
  const there = cards.filter(({ source }) => source.line <= line && line <= source.endLine)
  const exact = nearest(there, path, (name) => name)
  // Windows and a Mac take Net.md for net.md
  return exact.length > 0 ? exact : nearest(there, path.toLowerCase(), (name) => name.toLowerCase())
}

type Spelling = (name: string) => string

function nearest(there: readonly Card[], path: string, spelt: Spelling): readonly Card[] {
  const exact = there.filter(({ source }) => spelt(source.file) === path)
  if (exact.length > 0) return exact
  const best = there.reduce((most, { source }) => Math.max(most, closeness(source, path, spelt)), 1)
  return there.filter(({ source }) => closeness(source, path, spelt) === best)
}

/** How many names two paths share at their end; 0 if that is too few to be the same file. */
function closeness({ library, file }: CardSource, path: string, spelt: Spelling): number {
  // the path of a library is as the system has it, and a Mac may write its letters in parts
  const ours = spelt(`${library.replaceAll('\\', '/').normalize('NFC')}/${file}`)
    .split('/')
    .reverse()
  const wanted = path.split('/').reverse()
  const differs = wanted.findIndex((name, i) => name !== ours[i])
  const shared = differs < 0 ? wanted.length : differs
  return shared === wanted.length || shared >= file.split('/').length ? shared : 0
}

// A card in two files or languages is still one card; of two languages the person's is shown.
function only(found: readonly Card[], words: string, language: CardLanguage): Card {
  const [first] = found
  if (first === undefined) throw new UserError({ code: 'card-missing', words })
  if (found.every(({ id }) => id === first.id)) {
    return found.find((card) => card.language === language) ?? first
  }
  throw new UserError({
    code: 'card-ambiguous',
    words,
    candidates: found.slice(0, 10).map(({ id, question }) => ({ id, question })),
  })
}
