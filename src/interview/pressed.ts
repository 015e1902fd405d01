import { plain } from '../cards/blocks/inline.ts'
import type { Card } from '../cards/card.ts'
import { fold } from '../search/text/fold.ts'

/**
 * What a question that presses on a card is compared with, as a card: its own answer where the notes
 * have one, else all that they say of the card pressed on.
 */
export function pressedCard(card: Card, question: string): Card {
  const followUps: Card['followUps'] = []
  const answer = ownAnswer(card, question)
  if (answer === undefined) return { ...card, followUps }
  return {
    ...card,
    question,
    aliases: [],
    body: undefined,
    answer: { kind: 'written', markdown: answer },
    keyPoints: [],
    followUps,
  }
}

/** What the notes say to one of a card's follow-ups, as Markdown; undefined if they do not. */
export function ownAnswer({ followUps }: Card, question: string): string | undefined {
  return followUps.find((one) => isSameText(one.question, question))?.answer
}

/** Whether two texts ask the same, marks and spaces aside. */
export function isSameText(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

function bare(text: string): string {
  return fold(plain(text)).replace(/[^\p{L}\p{N}]/gu, '')
}
