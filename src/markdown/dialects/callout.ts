import type { Blockquote, PhrasingContent, RootContent } from 'mdast'
import { type CalloutName, calloutName } from './callout-names.ts'

/** A quotation that is a box, taken apart. */
export type Callout = {
  /** Undefined if its author made it up. */
  readonly name: CalloutName | undefined
  readonly title: readonly PhrasingContent[]
  /** Undefined if it cannot be folded away. */
  readonly fold: 'open' | 'closed' | undefined
  readonly children: readonly RootContent[]
}

const head = /^\[!([\p{L}\p{N}_-]{1,40})(?:\|[^\]]*)?\]([+-]?)[ \t]*/u

/** The box that a quotation is if it begins with a kind, `[!tip]`. */
export function calloutOf({ children: [first, ...rest] }: Blockquote): Callout | undefined {
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || opening?.type !== 'text') return undefined
  const [mark, word = '', sign] = head.exec(opening.value) ?? []
  if (mark === undefined) return undefined
  const fold = sign === '-' ? 'closed' : sign === '+' ? 'open' : undefined
  const behind: PhrasingContent = { ...opening, value: opening.value.slice(mark.length) }
  const title = [...(behind.value === '' ? [] : [behind]), ...first.children.slice(1)]
  const name = calloutName(word)
  const isUntitled = title.length === 0 && name === undefined
  return { name, title: isUntitled ? [named(word)] : title, fold, children: rest }
}

function named(word: string): PhrasingContent {
  const text = word.replace(/[_-]+/g, ' ')
  return { type: 'text', value: text.charAt(0).toUpperCase() + text.slice(1) }
}
