import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as pty from '@lydell/node-pty'
import { Unicode11Addon } from '@xterm/addon-unicode11'
import xterm from '@xterm/headless'

export const binary = join(import.meta.dirname, '../../bin/viva.js')

export type Sitting = {
  /** The visible screen, trailing spaces cut. */
  readonly screen: () => Promise<string>
  /** Everything from the top of the scrollback. */
  readonly scrollback: () => Promise<string>
  /** The rows that went over the edge of the terminal into the next. */
  readonly wrapped: () => Promise<readonly string[]>
  readonly cursor: () => { readonly x: number; readonly y: number }
  readonly type: (text: string) => void
  readonly resize: (columns: number, rows: number) => void
  /** Waits until the screen shows the text. */
  readonly until: (text: string | RegExp) => Promise<void>
  readonly kill: (signal: string) => void
  /** Takes the terminal away. */
  readonly hangUp: () => void
  /** The exit code, or 128 and the number of the signal. */
  readonly exit: Promise<number>
  /** Every byte that the program sent. */
  readonly raw: () => string
  readonly journal: () => readonly Readonly<Record<string, unknown>>[]
  readonly pid: number
  readonly close: () => void
}

export type SittingOptions = {
  readonly words: readonly string[]
  readonly columns?: number
  readonly rows?: number
  readonly env?: Readonly<Record<string, string>>
  /** Another program in place of viva, such as a shell. */
  readonly command?: readonly [string, ...string[]]
  /** A home that outlives it; else one of its own. */
  readonly home?: string
}

const patience = 10_000

/** A person at a real pseudo-terminal, seen through a terminal emulator. */
export function sit(options: SittingOptions): Sitting {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'viva-test-'))
  const { columns = 80, rows = 24 } = options
  const term = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 5000 })
  term.loadAddon(new Unicode11Addon())
  term.unicode.activeVersion = '11'
  const [file, ...words] = options.command ?? [process.execPath, binary, ...options.words]
  const child = pty.spawn(file, words, {
    cols: columns,
    rows,
    name: 'xterm-256color',
    cwd: home,
    env: cleanEnvironment(home, options.env ?? {}),
  })
  let raw = ''
  let written: Promise<void> = Promise.resolve()
  child.onData((data) => {
    raw += data
    written = new Promise((resolve) => term.write(data, resolve))
  })
  term.onData((answer) => child.write(answer))
  const exit = new Promise<number>((resolve) => {
    child.onExit(({ exitCode, signal }) => resolve(signal ? 128 + signal : exitCode))
  })
  const lines = (from: number, to: number) => {
    const { active } = term.buffer
    const all = Array.from({ length: to - from }, (_, i) =>
      active
        .getLine(from + i)
        ?.translateToString(true)
        .trimEnd(),
    )
    return all.join('\n').trimEnd()
  }
  const screen = async () => {
    await written
    const { baseY } = term.buffer.active
    return lines(baseY, baseY + term.rows)
  }
  const until = async (text: string | RegExp) => {
    const end = Date.now() + patience
    for (;;) {
      const now = await screen()
      if (typeof text === 'string' ? now.includes(text) : text.test(now)) return
      if (Date.now() > end) throw new Error(`never shown: ${text}\non the screen:\n${now}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  return {
    screen,
    scrollback: async () => {
      await written
      return lines(0, term.buffer.active.length)
    },
    wrapped: async () => {
      await written
      const rows = Array.from({ length: term.buffer.active.length }, (_, i) =>
        term.buffer.active.getLine(i),
      )
      return rows.flatMap((row) => (row?.isWrapped === true ? row.translateToString(true) : []))
    },
    cursor: () => ({ x: term.buffer.active.cursorX, y: term.buffer.active.cursorY }),
    type: (text) => child.write(text),
    resize: (cols, newRows) => {
      term.resize(cols, newRows)
      child.resize(cols, newRows)
    },
    until,
    kill: (signal) => child.kill(signal),
    hangUp: () => (child as unknown as { readonly destroy: () => void }).destroy(),
    exit,
    raw: () => raw,
    journal: () => journalIn(home),
    pid: child.pid,
    close: () => {
      try {
        child.kill('SIGKILL')
      } catch {
        // it has ended by itself
      }
      term.dispose()
      if (options.home === undefined) rmSync(home, { recursive: true, force: true })
    },
  }
}

function cleanEnvironment(
  home: string,
  more: Readonly<Record<string, string>>,
): Record<string, string> {
  const { PATH = '' } = process.env
  return {
    PATH,
    HOME: home,
    VIVA_HOME: home,
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    TZ: 'UTC',
    ...more,
  }
}

function journalIn(home: string): readonly Readonly<Record<string, unknown>>[] {
  const folder = join(home, 'journal')
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
  )
}
