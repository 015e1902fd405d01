import { type Heard, plainKey, type Step } from './heard.ts'

/** What a person says about two cards: one card, two cards, or nothing yet. */
export type Verdict = 'same' | 'other' | 'later' | 'left'

const verdicts: ReadonlyMap<string, Verdict> = new Map([
  ['y', 'same'],
  ['n', 'other'],
  ['s', 'later'],
  [':leave', 'left'],
])

/** `y`, `n` and `s` decide at once; Ctrl-C (or `:leave`) leaves; other keys do nothing. */
export function hearVerdict(state: 'asking', heard: Heard): Step<'asking', Verdict> {
  const verdict = verdictOf(heard)
  if (verdict === undefined) return { kind: 'on', state }
  return { kind: 'done', result: verdict }
}

function verdictOf(heard: Heard): Verdict | undefined {
  if (heard.kind === 'key') return heard.name === 'ctrl-c' ? 'left' : undefined
  if (heard.kind !== 'text' && heard.kind !== 'line') return undefined
  return verdicts.get(plainKey(heard.text.trim()))
}
