import type { Card } from '../cards/card.ts'
import { fold } from '../search/text/fold.ts'
import type { Lexicon } from './lexicon.ts'
import { termsOf } from './terms.ts'

const longestAlias = 80

/** What of a card says what it asks. */
export type AskedWordings = Pick<Card, 'question' | 'aliases'>

/** Tells whether a term is one of the question, in whichever of its wordings. */
export function askedBy(
  { question, aliases }: AskedWordings,
  lexicon: Lexicon,
): (key: string) => boolean {
  const texts = [question, ...aliases.filter((alias) => alias.length < longestAlias)]
  const keys = new Set(texts.flatMap((text) => termsOf(text, lexicon).map(({ key }) => key)))
  const folded = fold(texts.join('\n'))
  return (key) => keys.has(key) || (key > '\u2fff' && folded.includes(key))
}
