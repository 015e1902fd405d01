import { type Heard, plainKey, type Step } from './heard.ts'

/** Between two questions, or after the last: nothing runs out. */
export type Pausing = { readonly offers: readonly PauseKey[] }

/** What may be done besides going on. */
export type PauseKey = 'undo' | 'save'

export type Paused = { readonly kind: PauseKey | 'on' | 'left' }

export function pause(offers: readonly PauseKey[]): Pausing {
  return { offers }
}

/** Enter, Space or `q` go on; `u` and `s` where they are offered; Ctrl-C leaves. */
export function hearPause(before: Pausing, heard: Heard): Step<Pausing, Paused> {
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
