import { Interrupted } from '../errors.ts'
import { safe } from '../text/text.ts'
import { type LiveScreen, plainKey, type Reaction } from './screen.ts'

/** One of several things, to be chosen. */
export type Menu<Value> = {
  readonly message: string
  readonly choices: readonly { readonly name: string; readonly value: Value }[]
}

/** A menu as a numbered list, answered with a number on a line of its own; shown again if not. */
export function choiceScreen<Value>(menu: Menu<Value>): LiveScreen<number, Value> {
  const list = [menu.message, ...menu.choices.map(({ name }, i) => `  ${i + 1}. ${safe(name)}`)]
  return {
    state: 0,
    hear: (tries, heard): Reaction<number, Value> => {
      if (heard.kind === 'key') throw new Interrupted()
      if (heard.kind !== 'line') return { kind: 'on', state: tries }
      const choice = menu.choices[Number(plainKey(heard.text.trim())) - 1]
      if (choice === undefined) return { kind: 'on', state: tries + 1 }
      return { kind: 'done', result: choice.value }
    },
    draw: () => ({ rows: list }),
    tickIn: () => undefined,
    above: () => [],
    told: (before, tries) => (before === tries ? [] : list),
  }
}

/** A line of text as the answer to a message. */
export function entryScreen(message: string): LiveScreen<undefined, string> {
  return {
    state: undefined,
    hear: (state, heard): Reaction<undefined, string> => {
      if (heard.kind === 'key') throw new Interrupted()
      if (heard.kind !== 'line') return { kind: 'on', state }
      return { kind: 'done', result: heard.text }
    },
    draw: () => ({ rows: [message] }),
    tickIn: () => undefined,
    above: () => [],
    told: (before) => (before === undefined ? [message] : []),
  }
}
