import { type Printed, packed } from '../view/layout.ts'
import type { Look } from '../view/look.ts'
import { type Heard, type LiveScreen, plainKey, type Reaction } from './screen.ts'

/** Between two questions, or after the last: nothing runs out. */
export type PauseState = { readonly offers: readonly PauseKey[] }

/** What may be done besides going on. */
export type PauseKey = 'undo' | 'save'

export type Paused = { readonly kind: PauseKey | 'on' | 'left' }

/** Between two questions, or after the last; `keys` says what may be done. */
export function pauseScreen(
  offers: readonly PauseKey[],
  keys: (look: Look) => string,
  above: Printed,
): LiveScreen<PauseState, Paused> {
  const rows = (look: Look) => packed(keys(look), look.columns - 1).map(look.paint.dim)
  return {
    state: { offers },
    hear: hearPause,
    draw: (_, look) => ({ rows: rows(look) }),
    tickIn: () => undefined,
    above,
    told: (before, _, look) => (before === undefined ? rows(look) : []),
  }
}

// Enter, Space or `q` go on; `u` and `s` where they are offered; Ctrl-C leaves.
function hearPause(before: PauseState, heard: Heard): Reaction<PauseState, Paused> {
  const kind = meant(before.offers, heard)
  return kind === undefined ? { kind: 'on', state: before } : { kind: 'done', result: { kind } }
}

function meant(offers: readonly PauseKey[], heard: Heard): Paused['kind'] | undefined {
  if (heard.kind === 'key') {
    if (heard.name === 'ctrl-c') return 'left'
    return heard.name === 'enter' || heard.name === 'ctrl-d' ? 'on' : undefined
  }
  if (heard.kind !== 'text' && heard.kind !== 'line') return undefined
  const text = plainKey(heard.text)
  const key = heard.kind === 'line' ? text.trim() : text
  if (key === ':leave') return 'left'
  if (key === 'q' || key === ' ' || (heard.kind === 'line' && key === '')) return 'on'
  return offers.find((offer) => key === offer.charAt(0) || key === `:${offer}`)
}
