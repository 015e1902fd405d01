/** What Node's keypress decoder says of a key, as far as it is used here. */
export type Keypress = {
  readonly name?: string | undefined
  readonly sequence?: string | undefined
  readonly ctrl?: boolean
  readonly meta?: boolean
  readonly shift?: boolean
}

/** A key by name, or the text that it stands for. */
export type KeyOrText =
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'paste-start' }
  | { readonly kind: 'paste-end' }
  | { readonly kind: 'nothing' }

const names: Readonly<Record<string, string>> = { return: 'enter', escape: 'escape' }

/** Names a keypress, or finds the text in it. Sequences nobody knows are nothing, never text. */
export function understand(text: string | undefined, key: Keypress): KeyOrText {
  if (key.name === 'paste-start' || key.name === 'paste-end') return { kind: key.name }
  // Shift-Enter of the kitty protocol has a sequence and no name
  if (/^\x1b\[13;\d+u$/.test(key.sequence ?? '')) return { kind: 'key', name: 'enter' }
  const printable = text !== undefined && text !== '' && !/[\x00-\x1f\x7f]/.test(text)
  if (printable && key.ctrl !== true && key.meta !== true) return { kind: 'text', text }
  if (key.name === undefined || key.name === 'undefined') return { kind: 'nothing' }
  const name = names[key.name] ?? key.name
  // Ctrl-J and a bare line feed both arrive as `enter`
  const ctrl = key.ctrl === true ? 'ctrl-' : ''
  // Esc alone is told as Alt and Esc
  const alt = key.meta === true && name !== 'escape' ? 'alt-' : ''
  return { kind: 'key', name: ctrl + alt + name }
}
