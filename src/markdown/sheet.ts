import { safe } from '../text/text.ts'
import type { Inline } from './document.ts'

/** Deeper emphasis is shown without. */
const deepest = 8

type Wrapper = (inlines: readonly Inline[]) => readonly Inline[]

type Open = {
  /** That closes it, if it is one of HTML. */
  readonly tag: string | undefined
  readonly wrap: Wrapper
  readonly inlines: Inline[]
}

/** Inlines in the making. */
export type Sheet = {
  readonly add: (inline: Inline) => void
  readonly text: (text: string) => void
  /** Wraps what is added until it is closed: by what is handed back, by its tag, or by what holds it. */
  readonly open: (wrap: Wrapper, tag?: string) => () => void
  /** Closes the innermost that this tag opened, and all in it; false if there is none. */
  readonly close: (tag: string) => boolean
  readonly all: () => readonly Inline[]
}

/** An empty sheet. */
export function sheet(): Sheet {
  const all: Inline[] = []
  const stack: Open[] = []
  const add = (inline: Inline) => {
    const open = stack.at(-1)?.inlines ?? all
    open.push(inline)
  }
  const closeTo = (depth: number) => {
    while (stack.length > depth) {
      const last = stack.pop()
      if (last === undefined || last.inlines.length === 0) continue
      const held = stack.length < deepest ? last.wrap(last.inlines) : last.inlines
      for (const inline of held) add(inline)
    }
  }
  return {
    add,
    text: (text) => {
      if (text !== '') add({ kind: 'text', text: safe(text) })
    },
    open: (wrap, tag) => {
      const depth = stack.length
      stack.push({ tag, wrap, inlines: [] })
      return () => closeTo(depth)
    },
    close: (tag) => {
      const at = stack.findLastIndex((one) => one.tag === tag)
      if (at >= 0) closeTo(at)
      return at >= 0
    },
    all: () => {
      closeTo(0)
      return all
    },
  }
}
