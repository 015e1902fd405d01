import type { LiveScreen } from '../../screens/screen.ts'
import { safe } from '../../text/text.ts'
import { hangUp } from './hang-up.ts'
import { keyboard } from './keyboard.ts'
import { type Drawn, erased, nothingDrawn, redraw } from './region.ts'
import { ScreenRun, type Streams } from './screen-run.ts'

const pasteOn = '\x1b[?2004h'
const pasteOff = '\x1b[?2004l'
// never 3J: the scrollback is the person's
const clearScreen = '\x1b[2J\x1b[H'
const settleMs = 60
/** The signals that end a screen, by number; the exit code is 128 and the number. */
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const

/**
 * Runs a screen in a few rows at the cursor until it is done, then takes them away. A resize
 * clears the screen and prints what stood above again; Ctrl-Z and `fg` work; the terminal's modes
 * are restored however it ends.
 */
export function runLive<State, Result>(
  streams: Streams,
  screen: LiveScreen<State, Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    new LiveRegion(streams, screen, resolve, reject).start()
  })
}

/** Whether an editor that fills the screen gives back what was on it: all but a few old terminals do. */
function keepsScreen(): boolean {
  return !/^(?:linux|dumb|ansi|vt\d|cons)/.test(process.env.TERM ?? '')
}

class LiveRegion<State, Result> extends ScreenRun<State, Result> {
  readonly #cleanUp: (() => void)[] = []
  #drawn: Drawn = nothingDrawn
  #settling: NodeJS.Timeout | undefined
  #drawQueued = false
  #lentColumns = 0

  start(): void {
    const { input, output } = this.streams
    const keys = keyboard(
      input,
      (name) => (name === 'ctrl-z' ? this.#suspend() : this.key(name)),
      (text) => this.hear({ kind: 'text', text: safe(text), at: this.clock.read() }),
    )
    const resize = () => this.#resized()
    const gone = () => this.finish(hangUp)
    this.#cleanUp.push(keys.stop, () => output.off('resize', resize))
    this.#cleanUp.push(() => input.off('end', gone).off('error', gone))
    output.on('resize', resize)
    input.on('end', gone).on('error', gone)
    for (const [name, number] of Object.entries(signals)) {
      const onSignal = () => {
        if (number === signals.SIGINT) this.key('ctrl-c')
        else if (number === signals.SIGHUP) gone()
        else this.finish(() => process.exit(128 + number))
      }
      process.on(name, onSignal)
      this.#cleanUp.push(() => process.off(name, onSignal))
    }
    this.#takeTerminal()
    this.tick()
  }

  protected override show(): void {
    if (this.#drawQueued) return
    this.#drawQueued = true
    setImmediate(() => {
      this.#drawQueued = false
      this.#draw()
    })
  }

  protected override lend(): void {
    this.streams.output.write(erased(this.#drawn) + pasteOff)
    this.#drawn = nothingDrawn
    this.#lentColumns = this.streams.look().columns
    // in this order: a console of Windows that is still read would begin to read a line, and not let
    // the process end
    this.streams.input.pause()
    this.streams.input.setRawMode(false)
  }

  protected override takeBack(fromEditor: boolean): void {
    this.#takeTerminal()
    const { columns } = this.streams.look()
    if (columns !== this.#lentColumns) this.#clear()
    else if (fromEditor && keepsScreen()) this.#draw()
    else this.#printAgain()
  }

  protected override tidy(): void {
    clearTimeout(this.#settling)
    for (const undo of this.#cleanUp) undo()
    try {
      this.lend()
    } catch {
      // the window is gone: there is nothing left to restore
    }
  }

  #draw(): void {
    if (this.over || this.away) return
    const { bytes, drawn } = redraw(this.#drawn, this.screen.draw(this.state, this.streams.look()))
    this.#drawn = drawn
    this.streams.output.write(bytes)
  }

  #resized(): void {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => {
      if (!this.over && !this.away) this.#clear()
    }, settleMs)
  }

  #clear(): void {
    this.streams.output.write(clearScreen)
    this.#printAgain()
  }

  #printAgain(): void {
    const above = this.screen.above(this.streams.look())
    this.#drawn = nothingDrawn
    this.streams.output.write(above.map((line) => `${line}\n`).join(''))
    this.#draw()
  }

  #takeTerminal(): void {
    this.streams.input.setRawMode(true)
    this.streams.input.resume()
    this.streams.output.write(pasteOn)
  }

  #suspend(): void {
    if (process.platform === 'win32' || this.away) return
    this.leave()
    const back = () => {
      process.off('SIGCONT', back)
      clearTimeout(waiting)
      this.clock.skip()
      this.comeBack({ kind: 'tick', at: this.clock.read() })
    }
    process.on('SIGCONT', back)
    // an orphaned group is never stopped, so nothing would continue it
    const waiting = setTimeout(back, 100)
    // the whole group, or a parent such as npx would go on waiting in the foreground
    process.kill(0, 'SIGTSTP')
  }
}
