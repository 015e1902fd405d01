import type { Card } from '../../cards/card.ts'
import { otherWords } from '../../cards/other-words.ts'
import { fold } from '../text/fold.ts'
import { eachStretch, type StretchSink } from '../text/tokens.ts'
import { bodyShift, type DocumentMarks, inKeyTerms, inQuestion, inTopics } from './marks.ts'
import { keyOfPair } from './term-table.ts'

/** What an answer says, with what stands in sections of its own. */
export function bodyOf(card: Card): string {
  const { body = '', answer, keyPoints, followUps } = card
  const written = answer.kind === 'written' ? answer.markdown : ''
  return [body, written, ...keyPoints, ...followUps.map(({ question }) => question)].join('\n')
}

/** What stands beside a card: other ways of saying its points, answers of its follow-ups. */
function besideOf(card: Card): string {
  return [...otherWords(card), ...card.followUps.map(({ answer = '' }) => answer)].join('\n')
}

// Where in a card a text stands: a bit of its marks, or one of these.
const inBody = 1 << bodyShift
const beside = 0

/** Reads the tokens of cards and marks their terms; gives the number of tokens in the body. */
export function cardReader(
  marks: DocumentMarks,
  keyOfWord: (text: string, from: number, to: number) => number,
): (card: Card, body: string) => number {
  let field = beside
  let length = 0
  const mark = (key: number) => {
    if (field === inBody) marks.count(key)
    // found by it, but it makes nobody the first: a card is about what its own text says
    else if (field === beside) marks.mention(key)
    else marks.flag(key, field)
  }
  const isTold = (run: string) => field === inQuestion || isOperator(run)
  // one for all fields, so that the engine can join it with the loop that calls it
  const sink: StretchSink = {
    pair: (first, second) => {
      length += 1
      mark(keyOfPair(first, second))
    },
    word: (folded, from, to) => {
      length += 1
      mark(keyOfWord(folded, from, to))
    },
    part: (folded, from, to) => mark(keyOfWord(folded, from, to)),
    sign: (run) => {
      if (isTold(run)) mark(keyOfWord(run, 0, run.length))
    },
  }
  const read = (text: string, where: number): number => {
    field = where
    length = 0
    eachStretch(text, fold(text), sink)
    return length
  }
  return (card, body) => {
    const answer = card.answer.kind === 'written' ? card.answer.markdown : ''
    read([card.question, ...card.aliases].join('\n'), inQuestion)
    read([...card.topics, ...card.tags].join('\n'), inTopics)
    read([...keyTermsOf(answer), ...card.keyPoints].join('\n'), inKeyTerms)
    const tokens = read(body, inBody)
    read(besideOf(card), beside)
    return tokens
  }
}

// what Markdown, addresses and sentences are made of
const ordinary = /^(?:[*#.~-]+|:\/\/|[|:-]{3,}|[!?]{1,2}\[?)$/

/** Whether signs in a text of Markdown are those of a program. A question holds no marks any more. */
function isOperator(run: string): boolean {
  return run.length > 1 && (run === '??' || !ordinary.test(run))
}

const keyTerm = /^\s{0,3}#{1,6}\s+(.+)$|\*\*([^*\n]{1,80})\*\*|`([^`\n]{1,80})`/gm

/** Headings, bold and code words of an answer: what it is about. */
function keyTermsOf(markdown: string): readonly string[] {
  if (!/[#*`]/.test(markdown)) return []
  return Array.from(markdown.matchAll(keyTerm), ([, heading, bold, code]) => {
    return heading ?? bold ?? code ?? ''
  })
}
