import { hash } from 'node:crypto'
import { keyOf } from './blocks/inline.ts'
import type { CardId } from './card.ts'

const crockford = '0123456789abcdefghjkmnpqrstvwxyz'

/** What a card is called when its note does not say: 60 bits of its question and answer. */
export function mintId(question: string, answerMarkdown: string | undefined): CardId {
  const text = `${normalised(question)}\0${normalised(answerMarkdown ?? '')}`
  let bits = BigInt(`0x${hash('sha256', text).slice(0, 15)}`)
  let id = ''
  for (let i = 0; i < 12; i++) {
    id = (crockford[Number(bits & 31n)] ?? '') + id
    bits >>= 5n
  }
  return id as CardId
}

/** The id a note gives, if it is one: letters, digits and `-_.:`. */
export function explicitId(text: string): CardId | undefined {
  return /^[\p{L}\p{N}\-_.:]{1,100}$/u.test(text) ? (text as CardId) : undefined
}

/** Text as far as it makes a card the same card: no markup, numbers, punctuation, case or width. */
export function normalised(text: string): string {
  const bare = text
    .normalize('NFKC')
    .replace(/^[\s>#*_-]*\\?\d{1,4}(?:\.\d{1,3})*[.)、:：．）]/gm, '')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replace(/\]\([^()\s]{0,2000}\)/g, '')
  return keyOf(bare)
}
