import { Interrupted } from '../errors.ts'
import { plainKey, type Step } from '../session/heard.ts'
import type { LiveScreen, Menu } from './host.ts'

/** A menu as a numbered list, answered with a number on a line of its own. */
export function choiceScreen<Value>(menu: Menu<Value>): LiveScreen<undefined, Value> {
  const list = [menu.message, ...menu.choices.map(({ name }, i) => `  ${i + 1}. ${name}`)]
  return {
    state: undefined,
    hear: (_, heard): Step<undefined, Value> => {
      if (heard.kind === 'key') throw new Interrupted()
      const number = heard.kind === 'line' ? Number(plainKey(heard.text.trim())) : 0
      const choice = menu.choices[number - 1]
      if (choice === undefined) return { kind: 'on', state: undefined }
      return { kind: 'done', result: choice.value }
    },
    draw: () => ({ rows: list }),
    tickIn: () => undefined,
    above: () => [],
    told: (before, _now, _look) => (before === undefined ? list : []),
  }
}
