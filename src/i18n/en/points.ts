import type { FaultText } from '../../errors.ts'

/** What comparing an answer with the key points says. */
export const points = {
  heard: (words: string) => `heard: ${words}`,
  opposite: (words: string) => `you seem to say the opposite: ${words}`,
  saidWrongly: 'said the other way round',
  why: {
    also: (wordings: string) => `a way of saying it that is written down: ${wordings}`,
    any: (wordings: string) => `members of it were named: ${wordings}`,
    not: (wordings: string) => `often said wrongly, it is written down: ${wordings}`,
    lacking: (words: string) => `not heard: ${words}`,
  },
  coverage: (percent: number) => `key points ${percent}%`,
  proposed: (name: string) => `suggests: ${name}`,
  typeNow: 'Type the answer; Ctrl-D on a line of its own ends it.',
}

export function noAnswer(question: string): FaultText {
  return {
    message: `The notes hold no answer to compare with: ${question}`,
    hint: 'viva list --unanswered shows all such cards.',
  }
}

export function answerNotReadable(path: string, reason: string): FaultText {
  return {
    message: `The answer in ${path} cannot be read (${reason}).`,
    hint: 'It must be a text file that you may read.',
  }
}
