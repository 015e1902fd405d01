import { safe, width } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import type { Look } from './look.ts'

/** Something printable, drawn anew for each width. */
export type Printed = (look: Look) => readonly string[]

/** The widest that text is set for reading, in columns. */
export const readingWidth = 100

export function textColumns(look: Look): number {
  return Math.min(look.columns, readingWidth)
}

/** Items between dots on as few lines as they fit in, none broken that fits in a line. */
export function packed(items: string, columns: number, indent = ''): readonly string[] {
  const room = Math.max(2, columns - width(indent))
  const lines: string[] = []
  for (const item of items.split(' · ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? item : `${last} · ${item}`
    if (last !== undefined && width(longer) <= room) lines[lines.length - 1] = longer
    else lines.push(item)
  }
  return lines.flatMap((line) => wrap(line, columns, { first: indent, rest: indent }))
}

/** Lines of keys, two beside each other where they fit, else one below the other. */
export function helpRows(lines: readonly string[], columns: number): readonly string[] {
  return lines.flatMap((line) => {
    const parts = width(line) <= columns ? [line] : line.split(/(?<=.{8,}) {3,}/)
    return parts.flatMap((part) => wrap(part.trimEnd(), columns))
  })
}

/** What is drawn around the text: lines, bullets, ticks; only ASCII where nothing else is safe. */
export function marks(look: Pick<Look, 'unicode'>) {
  return look.unicode ? fine : ascii
}

/** A horizontal line so many cells long. */
export function rule(look: Look, columns: number): string {
  return marks(look).rule.repeat(Math.max(0, columns))
}

/** What stands before an item of a list that is in no other. */
export function bullet(look: Look): string {
  return marks(look).bullets.charAt(0)
}

const fine = {
  bar: '│',
  rule: '─',
  crossing: '─┼─',
  bullets: '•◦▪',
  cut: '↵',
  open: '▾',
  ticked: '✓',
  said: '✓',
  missed: '✗',
  follow: '↳',
  full: '█',
  empty: '░',
  levels: '▁▂▃▄▅▆▇█',
}
const ascii: typeof fine = {
  bar: '|',
  rule: '-',
  crossing: '-+-',
  bullets: '*-+',
  cut: '\\',
  open: 'v',
  ticked: 'x',
  said: '+',
  missed: 'x',
  follow: '>',
  full: '#',
  empty: '.',
  levels: '0123456789',
}

/** A text in passing, wrapped and dim. */
export function dimmed(text: string, look: Look): readonly string[] {
  return wrap(text, textColumns(look)).map(look.paint.dim)
}

/** A text of the person's own behind a bar, under its title. */
export function quoted(title: string, text: string, look: Look): readonly string[] {
  const bar = look.paint.dim(`${marks(look).bar} `)
  const lines = wrap(safe(text), textColumns(look) - 2)
  return [look.paint.strong(title), ...lines.map((line) => bar + line)]
}

/** A titled rule between the answer given and the model answer. */
export function titleLine(title: string, look: Look): string {
  return `${look.paint.dim(rule(look, 2))} ${look.paint.strong(title)}`
}
