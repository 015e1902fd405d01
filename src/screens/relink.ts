import type { OpenPair } from '../identity/unsure.ts'
import { wrap } from '../text/wrap.ts'
import { packed, textColumns } from '../view/layout.ts'
import type { Look } from '../view/look.ts'
import { pairLines } from '../view/relink.ts'
import { type Heard, type LiveScreen, plainKey, type Reaction } from './screen.ts'

/** What a person says about two cards: one card, two cards, or nothing yet. */
export type PairVerdict = 'same' | 'other' | 'later' | 'left'

/** Two cards that may be one, until the person says so or not. */
export function pairScreen(
  pair: OpenPair,
  index: number,
  count: number,
): LiveScreen<'asking', PairVerdict> {
  return {
    state: 'asking',
    hear: hearVerdict,
    draw: (_, look) => ({ rows: verdictLines(look) }),
    tickIn: () => undefined,
    above: (look) => [...pairLines(pair, index, count, look), ''],
    told: (before, _, look) => (before === undefined ? verdictLines(look) : []),
  }
}

const verdicts: ReadonlyMap<string, PairVerdict> = new Map([
  ['y', 'same'],
  ['n', 'other'],
  ['s', 'later'],
  [':leave', 'left'],
])

// `y`, `n` and `s` decide at once; Ctrl-C (or `:leave`) leaves; other keys do nothing.
function hearVerdict(state: 'asking', heard: Heard): Reaction<'asking', PairVerdict> {
  const verdict = verdictOf(heard)
  if (verdict === undefined) return { kind: 'on', state }
  return { kind: 'done', result: verdict }
}

function verdictOf(heard: Heard): PairVerdict | undefined {
  if (heard.kind === 'key') return heard.name === 'ctrl-c' ? 'left' : undefined
  if (heard.kind !== 'text' && heard.kind !== 'line') return undefined
  return verdicts.get(plainKey(heard.text.trim()))
}

/** What may be answered. */
function verdictLines(look: Look): readonly string[] {
  const { relink } = look.say
  const columns = textColumns(look) - 1
  return [
    ...wrap(relink.ask, columns).map(look.paint.strong),
    ...packed(relink.keys, columns).map(look.paint.dim),
  ]
}
