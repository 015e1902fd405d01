import { Chalk } from 'chalk'
import type { Grade } from '../schedule/schedule.ts'
import type { Style } from '../text/wrap.ts'

/** Colours by what they mean. Never colour alone: a mark or a word always says the same. */
export type Paint = {
  readonly heading: Style
  readonly strong: Style
  readonly emphasis: Style
  readonly deleted: Style
  readonly inserted: Style
  readonly mark: Style
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
    heading: styled(c.bold.cyan),
    strong: styled(c.bold),
    emphasis: styled(c.italic),
    deleted: styled(c.strikethrough),
    inserted: styled(c.underline),
    mark: styled(c.inverse),
    dim: styled(c.dim),
    code: styled(c.yellow),
    link: styled(c.underline),
    match: styled(c.bold.yellow),
    good: styled(c.green),
    warn: styled(c.yellow),
    bad: styled(c.red),
    syntax: {
      keyword: styled(c.magenta),
      string: styled(c.green),
      number: styled(c.yellow),
      comment: styled(c.dim),
      name: styled(c.blue),
      type: styled(c.cyan),
    },
  }
}

/** The colour that goes with a grade; the word always stands beside it. */
export function gradeStyle(grade: Grade, look: { readonly paint: Paint }): Style {
  const { good, warn, bad } = look.paint
  return { again: bad, hard: warn, good, easy: good }[grade]
}

// chalk joins all its arguments, so it must not be handed to `map` as it is
function styled(style: (text: string) => string): Style {
  return (text) => style(text)
}
