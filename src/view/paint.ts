import { Chalk } from 'chalk'
import type { Style } from '../text/wrap.ts'

/** Colours by what they mean. Never colour alone: a mark or a word always says the same. */
export type Paint = {
  readonly heading: Style
  readonly strong: Style
  readonly emphasis: Style
  readonly deleted: Style
  readonly dim: Style
  readonly code: Style
  readonly link: Style
  readonly match: Style
  readonly good: Style
  readonly warn: Style
  readonly bad: Style
  readonly syntax: {
    readonly keyword: Style
    readonly string: Style
    readonly number: Style
    readonly comment: Style
    readonly name: Style
    readonly type: Style
  }
}

/** 0 none, 1 the sixteen named colours (which follow the person's theme), 2 and 3 likewise here. */
export type ColourLevel = 0 | 1 | 2 | 3

/** Only named colours are used, so that light and dark themes both stay readable. */
export function paint(level: ColourLevel): Paint {
  const c = new Chalk({ level })
  return {
    heading: c.bold.cyan,
    strong: c.bold,
    emphasis: c.italic,
    deleted: c.strikethrough,
    dim: c.dim,
    code: c.yellow,
    link: c.underline,
    match: c.bold.yellow,
    good: c.green,
    warn: c.yellow,
    bad: c.red,
    syntax: {
      keyword: c.magenta,
      string: c.green,
      number: c.yellow,
      comment: c.dim,
      name: c.blue,
      type: c.cyan,
    },
  }
}
