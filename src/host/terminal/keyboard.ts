import { emitKeypressEvents } from 'node:readline'
import { type Keypress, understand } from './keys.ts'

/** A paste whose end got lost must not swallow every key after it, in ms of silence. */
const lostEndMs = 500

export type Keyboard = { readonly stop: () => void }

/**
 * Reads keys and text from a terminal in raw mode. Text that arrives together is handed over
 * together, and so is a whole paste, bracketed or not.
 */
export function keyboard(
  input: NodeJS.ReadStream,
  onKey: (name: string) => void,
  onText: (text: string) => void,
): Keyboard {
  let typed = ''
  let isStopped = false
  let pasted: string[] | undefined
  let silence: NodeJS.Timeout | undefined
  const flush = () => {
    const text = typed
    typed = ''
    if (text !== '') onText(text)
  }
  const endPaste = () => {
    clearTimeout(silence)
    typed += pasted?.join('') ?? ''
    pasted = undefined
    flush()
  }
  const onKeypress = (text: string | undefined, key: Keypress) => {
    const meant = understand(text, key)
    if (meant.kind === 'paste-end') endPaste()
    else if (pasted !== undefined) {
      pasted.push(key.sequence ?? '')
      silence?.refresh()
    } else if (meant.kind === 'paste-start') {
      pasted = []
      silence = setTimeout(endPaste, lostEndMs)
    } else if (meant.kind === 'text') {
      if (typed === '') setImmediate(flush)
      typed += meant.text
    } else if (meant.kind === 'key') {
      flush()
      // not while the terminal is being read: who gave it away there, on Enter, never ended on Windows
      setImmediate(() => {
        if (!isStopped) onKey(meant.name)
      })
    }
  }
  // a lone Esc would otherwise wait for half a second; the types know only a whole Interface here
  emitKeypressEvents(input, { escapeCodeTimeout: 50 } as never)
  input.on('keypress', onKeypress)
  const stop = () => {
    isStopped = true
    clearTimeout(silence)
    input.off('keypress', onKeypress)
  }
  return { stop }
}
