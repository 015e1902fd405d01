import type { UserError } from '../errors.ts'
import type { Look } from '../view/look.ts'
import { editText } from './editor.ts'
import type { LiveScreen, Menu } from './host.ts'
import { lineReader } from './line-reader.ts'
import { runInLines } from './line-screen.ts'
import { runLive } from './live-region.ts'
import { choiceScreen, entryScreen } from './menu.ts'
import type { Stage } from './stage.ts'

/** How screens and menus are shown to a person; most calls print and end, and load none of it. */
export type Sitting = {
  readonly live: <State, Result>(screen: LiveScreen<State, Result>) => Promise<Result>
  /** A menu as a numbered list. */
  readonly chooseInLines: <Value>(menu: Menu<Value>) => Promise<Value>
  /** A line of text. */
  readonly askInLines: (message: string) => Promise<string>
}

/** Screens on this process's terminal, redrawn in place or told line by line. */
export function openSitting(
  plain: boolean,
  look: () => Look,
  warn: (error: UserError) => void,
): Sitting {
  const { stdin: input, stdout: output } = process
  const stage: Stage = { input, output, look, edit: editText, warn }
  const lines = lineReader(input)
  return {
    live: (screen) => (plain ? runInLines(stage, lines, screen) : runLive(stage, screen)),
    chooseInLines: (menu) => runInLines(stage, lines, choiceScreen(menu)),
    askInLines: (message) => runInLines(stage, lines, entryScreen(message)),
  }
}
