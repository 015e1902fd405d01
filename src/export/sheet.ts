import { safe } from '../text/text.ts'
import type { Inline } from './document.ts'

/** Deeper emphasis is shown without. */
const deepest = 8

/** What is open: a tag, or a mark of Markdown. */
export type Open = {
  /** The tag that closes it, if HTML opened it. */
  readonly tag: string | undefined
  readonly wrap: ((inlines: readonly Inline[]) => Inline) | undefined
  readonly inlines: Inline[]
}

/** Inlines in the making. */
export type Sheet = {
  readonly add: (inline: Inline) => void
  readonly text: (text: string) => void
  readonly open: (tag: string | undefined, wrap: Open['wrap']) => void
  /** Closes the innermost that this tag opened, and all in it; false if there is none. */
  readonly close: (tag: string) => boolean
  readonly depth: () => number
  readonly closeTo: (depth: number) => void
  readonly all: () => Inline[]
}

/** An empty sheet. */
export function sheet(): Sheet {
  const stack: Open[] = [{ tag: undefined, wrap: undefined, inlines: [] }]
  const add = (inline: Inline) => stack.at(-1)?.inlines.push(inline)
  const end = () => {
    const last = stack.pop()
    if (last === undefined || last.inlines.length === 0) return
    if (last.wrap === undefined || stack.length > deepest) for (const one of last.inlines) add(one)
    else add(last.wrap(last.inlines))
  }
  const closeTo = (depth: number) => {
    while (stack.length > depth) end()
  }
  return {
    add,
    text: (text) => {
      if (text !== '') add({ kind: 'text', text: safe(text) })
    },
    open: (tag, wrap) => stack.push({ tag, wrap, inlines: [] }),
    close: (tag) => {
      const at = stack.findLastIndex((one) => one.tag === tag)
      if (at > 0) closeTo(at)
      return at > 0
    },
    depth: () => stack.length,
    closeTo,
    all: () => {
      closeTo(1)
      return stack[0]?.inlines ?? []
    },
  }
}
