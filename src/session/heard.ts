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
export type Step<State, Result> =
  | { readonly kind: 'on'; readonly state: State }
  | { readonly kind: 'done'; readonly result: Result }
  /** Open the person's editor with this text; what comes back is heard as `edited`. */
  | { readonly kind: 'edit'; readonly state: State; readonly text: string }

/** `１`, `？` and `Ｕ` as the keys they stand for: `1`, `?`, `u`. */
export function plainKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('。', '.')
}
