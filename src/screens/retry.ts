import type { Printed } from '../view/layout.ts'
import { type Heard, type LiveScreen, plainKey, type Reaction } from './screen.ts'

export type Retry = 'again' | 'leave'

/** After a failure to save: again, or leave. */
export function retryScreen(above: Printed): LiveScreen<undefined, Retry> {
  return {
    state: undefined,
    hear: hearRetry,
    draw: (_, look) => ({ rows: [look.paint.strong(look.say.interview.notSavedRetry)] }),
    tickIn: () => undefined,
    above,
    told: (_, __, look) => [look.say.interview.notSavedRetry],
  }
}

// `r` tries again, Ctrl-C (or `:leave`) gives up; other keys do nothing.
function hearRetry(_state: undefined, heard: Heard): Reaction<undefined, Retry> {
  const isText = heard.kind === 'text' || heard.kind === 'line'
  const key = isText ? plainKey(heard.text.trim()) : ''
  if (key === 'r') return { kind: 'done', result: 'again' }
  const leaves = key === ':leave' || (heard.kind === 'key' && heard.name === 'ctrl-c')
  return leaves ? { kind: 'done', result: 'leave' } : { kind: 'on', state: undefined }
}
