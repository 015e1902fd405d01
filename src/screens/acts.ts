/** What can be done with a card of a review besides grading it. */
export type CardAct = 'skip' | 'bury' | 'suspend' | 'edit' | 'note' | 'quit'

/** What can be done at its answer; `other` shows it in the other language. */
export type AnswerAct = CardAct | 'other'

const keys: Readonly<Record<AnswerAct, string>> = {
  skip: 's',
  bury: 'b',
  suspend: 'x',
  edit: 'e',
  note: 'n',
  quit: 'q',
  other: 't',
}

export const answerActs = Object.keys(keys) as readonly AnswerAct[]

export const cardActs = answerActs.filter((act): act is CardAct => act !== 'other')

/** What a key does with a card. */
export function actOfKey(key: string): CardAct | undefined {
  return cardActs.find((act) => keys[act] === key)
}

/** What a key does at an answer. */
export function answerActOfKey(key: string): AnswerAct | undefined {
  return answerActs.find((act) => keys[act] === key)
}

/** The key that a word stands for where the terminal is read line by line: `:skip`, `:undo`. */
export function keyOfWord(line: string): string | undefined {
  if (line === ':help') return '?'
  if (line === ':undo') return 'u'
  const act = answerActs.find((name) => line === `:${name}`)
  return act === undefined ? undefined : keys[act]
}
