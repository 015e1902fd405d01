import type { Look } from './look.ts'

/** Something printable, drawn anew for each width. */
export type Printed = (look: Look) => readonly string[]

/** The widest that text is set for reading, in columns. */
export const readingWidth = 100

export function textColumns(look: Look): number {
  return Math.min(look.columns, readingWidth)
}

/** `─` over the rest of a line, or `-` where only ASCII can be trusted. */
export function rule(look: Look, columns: number): string {
  return (look.unicode ? '─' : '-').repeat(Math.max(0, columns))
}

export function bullet(look: Look): string {
  return look.unicode ? '•' : '*'
}
