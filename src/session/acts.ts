/** What can be done with a card of a review besides grading it. */
export type CardAct = 'skip' | 'bury' | 'suspend' | 'edit' | 'note' | 'quit'

const keys: Readonly<Record<CardAct, string>> = {
  skip: 's',
  bury: 'b',
  suspend: 'x',
  edit: 'e',
  note: 'n',
  quit: 'q',
}

export const cardActs = Object.keys(keys) as readonly CardAct[]

/** What a key does with the card. */
export function actOfKey(key: string): CardAct | undefined {
  return cardActs.find((act) => keys[act] === key)
}

/** The key that a word stands for where the terminal is read line by line: `:skip`, `:undo`. */
export function keyOfWord(line: string): string | undefined {
  if (line === ':help') return '?'
  if (line === ':undo') return 'u'
  const act = cardActs.find((name) => line === `:${name}`)
  return act === undefined ? undefined : keys[act]
}
