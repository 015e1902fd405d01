import type { Look } from '../view/look.ts'

/** A few rows that redraw under ordinary output while a person types or thinks. */
export type LiveScreen<State, Result> = {
  readonly state: State
  readonly hear: (state: State, heard: Heard) => Reaction<State, Result>
  readonly draw: (state: State, look: Look) => Frame
  /** Milliseconds until the screen wants a tick. */
  readonly tickIn: (state: State) => number | undefined
  /** The ordinary output above, printed again after a resize has cleared the screen. */
  readonly above: (look: Look) => readonly string[]
  /** What is told line by line where nothing may be redrawn: all of the first state, then changes. */
  readonly told: (before: State | undefined, now: State, look: Look) => readonly string[]
  /** The file in which its text is edited, if that has a place of its own. */
  readonly editIn?: string
}

/** What a live screen hears. `at` is ms of a clock that stands still while the machine sleeps. */
export type Heard =
  /** A key that is no text: `enter`, `left`, `ctrl-d`, `alt-b`, `f1` …; `columns` of the terminal. */
  | { readonly kind: 'key'; readonly name: string; readonly columns: number; readonly at: number }
  /** Text as typed or pasted, fit for the terminal; line ends are `\n`. */
  | { readonly kind: 'text'; readonly text: string; readonly at: number }
  /** A whole line, where the terminal is read line by line. */
  | { readonly kind: 'line'; readonly text: string; readonly at: number }
  | { readonly kind: 'tick'; readonly at: number }
  /** The text as it came back from the person's editor. */
  | { readonly kind: 'edited'; readonly text: string; readonly at: number }

/** What a screen makes of something heard. */
export type Reaction<State, Result> =
  | { readonly kind: 'on'; readonly state: State }
  | { readonly kind: 'done'; readonly result: Result }
  /** Open the person's editor with this text; what comes back is heard as `edited`. */
  | { readonly kind: 'edit'; readonly state: State; readonly text: string }

/** The live rows of a screen, none wider than the terminal. */
export type Frame = {
  readonly rows: readonly string[]
  /** Where the cursor stands, row and column from 0; hidden if absent. */
  readonly cursor?: { readonly row: number; readonly column: number } | undefined
}

/** `１`, `？` and `Ｕ` as the keys they stand for: `1`, `?`, `u`. */
export function plainKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('。', '.')
}
