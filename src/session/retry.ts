import { type Heard, plainKey, type Step } from './heard.ts'

export type Retry = 'again' | 'leave'

/** `r` tries again, Ctrl-C (or `:leave`) gives up; other keys do nothing. */
export function hearRetry(_state: undefined, heard: Heard): Step<undefined, Retry> {
  const isText = heard.kind === 'text' || heard.kind === 'line'
  const key = isText ? plainKey(heard.text.trim()) : ''
  if (key === 'r') return { kind: 'done', result: 'again' }
  const leaves = key === ':leave' || (heard.kind === 'key' && heard.name === 'ctrl-c')
  return leaves ? { kind: 'done', result: 'leave' } : { kind: 'on', state: undefined }
}
