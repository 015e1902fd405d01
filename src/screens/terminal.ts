import type { Look } from '../view/look.ts'
import type { Menu } from './menu.ts'
import type { LiveScreen } from './screen.ts'

/** What a person sits at, as whoever prints, asks or shows a screen needs it. */
export type Terminal = {
  /** Whether a person sits at both ends. */
  readonly interactive: boolean
  /** Whether stdout is a terminal; else it is read by another program. */
  readonly isTerminal: boolean
  readonly look: () => Look
  /** Lines to stdout. */
  readonly print: (lines: readonly string[]) => void
  /** The same, through the person's pager where they are more than fit on the screen. */
  readonly page: (lines: readonly string[]) => Promise<void>
  /** Lines to stderr. */
  readonly warn: (lines: readonly string[]) => void
  /** Says on stderr how far long work is, once it takes long; nothing where nobody looks. */
  readonly progress: (done: number, all: number) => void
  /** The same of an index that is made. */
  readonly indexing: (done: number, all: number) => void
  /** The same of any other work; what is given says it. */
  readonly progressOf: (
    say: (done: number, all: number) => string,
  ) => (done: number, all: number) => void
  /** One JSON document to stdout, laid out for people only where one looks. */
  readonly json: (value: unknown) => void
  /** Exact text to stdout. */
  readonly write: (text: string) => void
  /** Runs a live screen to its end; leaves nothing of it on the screen. */
  readonly live: <State, Result>(screen: LiveScreen<State, Result>) => Promise<Result>
  readonly choose: <Value>(menu: Menu<Value>) => Promise<Value>
  /** One line of text, asked for. */
  readonly ask: (message: string) => Promise<string>
  /**
   * The text as the person's editor leaves it, edited in the file named, or one of ours. Throws the
   * fault `editor-failed`.
   */
  readonly edit: (text: string, file?: string) => Promise<string>
  /** Opens a file at a line in the person's editor. Throws the fault `editor-failed`. */
  readonly openFile: (path: string, line: number) => Promise<void>
}
