import { hash } from 'node:crypto'
import { lettersIn } from '../text/letters.ts'
import type { CardId } from './card.ts'

const crockford = '0123456789abcdefghjkmnpqrstvwxyz'

/** What a card is called when its note does not say: 60 bits of its question and answer. */
export function mintId(question: string, answerMarkdown: string | undefined): CardId {
  const text = `${normalised(question)}\0${normalised(answerMarkdown ?? '')}`
  const digest = hash('sha256', text)
  let id = ''
  // five digits of sixteen are four of thirty-two
  for (let at = 0; at < 15; at += 5) {
    const bits = Number.parseInt(digest.slice(at, at + 5), 16)
    for (let shift = 15; shift >= 0; shift -= 5) id += crockford[(bits >> shift) & 31] ?? ''
  }
  return id as CardId
}

/** The id a note gives, if it is one: letters, digits and `-_.:`. */
export function explicitId(text: string): CardId | undefined {
  return /^[\p{L}\p{N}\-_.:]{1,100}$/u.test(text) ? (text as CardId) : undefined
}

/** Text as far as it makes a card the same card: no markup, numbers, punctuation, case or width. */
export function normalised(text: string): string {
  const plain = text.normalize('NFKC')
  const bare = plain.replace(/^[\s>#*_-]*\\?\d{1,4}(?:\.\d{1,3})*[.)、:：．）]/gm, '')
  return lettersIn(withoutTargets(withoutTags(bare)))
}

function withoutTags(text: string): string {
  return text.includes('<') ? text.replace(/<\/?[a-z][^<>]{0,500}>/gi, '') : text
}

function withoutTargets(text: string): string {
  return text.includes('](') ? text.replace(/\]\([^()\s]{0,2000}\)/g, '') : text
}
