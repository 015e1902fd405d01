import type { UserError } from '../../errors.ts'
import { choiceScreen, entryScreen, type Menu } from '../../screens/menu.ts'
import type { LiveScreen } from '../../screens/screen.ts'
import type { Look } from '../../view/look.ts'
import { lineReader } from './line-reader.ts'
import { runInLines } from './line-screen.ts'
import { runLive } from './live-region.ts'
import type { Streams } from './screen-run.ts'

/** How screens and menus are shown to a person; most calls print and end, and load none of it. */
export type ScreenRunner = {
  readonly live: <State, Result>(screen: LiveScreen<State, Result>) => Promise<Result>
  /** A menu as a numbered list. */
  readonly chooseInLines: <Value>(menu: Menu<Value>) => Promise<Value>
  /** A line of text. */
  readonly askInLines: (message: string) => Promise<string>
}

/** Screens on this process's terminal, redrawn in place or told line by line. */
export function openScreenRunner(
  plain: boolean,
  look: () => Look,
  edit: Streams['edit'],
  warn: (error: UserError) => void,
): ScreenRunner {
  const { stdin: input, stdout: output } = process
  const streams: Streams = { input, output, look, edit, warn }
  const lines = lineReader(input)
  return {
    live: (screen) => (plain ? runInLines(streams, lines, screen) : runLive(streams, screen)),
    chooseInLines: (menu) => runInLines(streams, lines, choiceScreen(menu)),
    askInLines: (message) => runInLines(streams, lines, entryScreen(message)),
  }
}
