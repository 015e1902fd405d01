import { UserError } from '../errors.ts'
import type { Heard, Step } from '../session/heard.ts'
import { safe } from '../text/text.ts'
import { awakeClock } from './awake-clock.ts'
import type { LiveScreen } from './host.ts'
import { keyboard } from './keyboard.ts'
import { type Drawn, erased, nothingDrawn, redraw } from './region.ts'
import { type Stage, signals } from './stage.ts'

const pasteOn = '\x1b[?2004h'
const pasteOff = '\x1b[?2004l'
// never 3J: the scrollback is the person's
const clearScreen = '\x1b[2J\x1b[H'
const settleMs = 60

/**
 * Runs a screen in a few rows at the cursor until it is done, then takes them away. A resize
 * clears the screen and prints what stood above again; Ctrl-Z and `fg` work; the terminal's modes
 * are restored however it ends.
 */
export function runLive<State, Result>(
  stage: Stage,
  screen: LiveScreen<State, Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    new LiveRegion(stage, screen, resolve, reject).start()
  })
}

class LiveRegion<State, Result> {
  readonly #stage: Stage
  readonly #screen: LiveScreen<State, Result>
  readonly #resolve: (result: Result) => void
  readonly #reject: (error: unknown) => void
  readonly #clock = awakeClock()
  readonly #cleanUp: (() => void)[] = []
  #state: State
  #drawn: Drawn = nothingDrawn
  #tick: NodeJS.Timeout | undefined
  #settling: NodeJS.Timeout | undefined
  #drawQueued = false
  /** The terminal is lent to an editor or a shell. */
  #away = false
  #over = false

  constructor(
    stage: Stage,
    screen: LiveScreen<State, Result>,
    resolve: (result: Result) => void,
    reject: (error: unknown) => void,
  ) {
    this.#stage = stage
    this.#screen = screen
    this.#state = screen.state
    this.#resolve = resolve
    this.#reject = reject
  }

  start(): void {
    const { input, output } = this.#stage
    const keys = keyboard(
      input,
      (name) => this.#key(name),
      (text) => this.#hear({ kind: 'text', text: safe(text), at: this.#clock.read() }),
    )
    const resize = () => this.#resized()
    const gone = () => this.#finish(() => process.exit(128 + signals.SIGHUP))
    this.#cleanUp.push(keys.stop, () => output.off('resize', resize))
    this.#cleanUp.push(() => input.off('end', gone).off('error', gone))
    output.on('resize', resize)
    input.on('end', gone).on('error', gone)
    for (const [name, number] of Object.entries(signals)) {
      const onSignal = () => {
        if (number === signals.SIGINT) this.#key('ctrl-c')
        else this.#finish(() => process.exit(128 + number))
      }
      process.on(name, onSignal)
      this.#cleanUp.push(() => process.off(name, onSignal))
    }
    this.#takeTerminal()
    this.#hear({ kind: 'tick', at: this.#clock.read() })
  }

  #key(name: string): void {
    if (name === 'ctrl-z') this.#suspend()
    else {
      const { columns } = this.#stage.look()
      this.#hear({ kind: 'key', name, columns, at: this.#clock.read() })
    }
  }

  #hear(heard: Heard): void {
    if (this.#over || this.#away) return
    try {
      const step = this.#screen.hear(this.#state, heard)
      if (step.kind === 'done') this.#finish(() => this.#resolve(step.result))
      else this.#goOn(step)
    } catch (error) {
      this.#finish(() => this.#reject(error))
    }
  }

  #goOn(step: Exclude<Step<State, Result>, { readonly kind: 'done' }>): void {
    this.#state = step.state
    if (step.kind === 'edit') {
      void this.#edit(step.text)
    } else {
      this.#armTick()
      this.#drawSoon()
    }
  }

  #armTick(): void {
    clearTimeout(this.#tick)
    const wait = this.#screen.tickIn(this.#state)
    if (wait === undefined) return
    this.#tick = setTimeout(() => this.#hear({ kind: 'tick', at: this.#clock.read() }), wait)
  }

  #drawSoon(): void {
    if (this.#drawQueued) return
    this.#drawQueued = true
    setImmediate(() => {
      this.#drawQueued = false
      this.#draw()
    })
  }

  #draw(): void {
    if (this.#over || this.#away) return
    const { bytes, drawn } = redraw(this.#drawn, this.#screen.draw(this.#state, this.#stage.look()))
    this.#drawn = drawn
    this.#stage.output.write(bytes)
  }

  #resized(): void {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => {
      if (this.#over || this.#away) return
      this.#stage.output.write(clearScreen)
      this.#printAgain()
    }, settleMs)
  }

  #printAgain(): void {
    const above = this.#screen.above(this.#stage.look())
    this.#drawn = nothingDrawn
    this.#stage.output.write(above.map((line) => `${line}\n`).join(''))
    this.#draw()
  }

  #takeTerminal(): void {
    this.#stage.input.setRawMode(true)
    this.#stage.input.resume()
    this.#stage.output.write(pasteOn)
  }

  #giveTerminal(): void {
    this.#stage.output.write(erased(this.#drawn) + pasteOff)
    this.#drawn = nothingDrawn
    this.#stage.input.setRawMode(false)
    this.#stage.input.pause()
  }

  #suspend(): void {
    if (process.platform === 'win32' || this.#away) return
    this.#leave()
    const back = () => {
      process.off('SIGCONT', back)
      clearTimeout(waiting)
      this.#clock.skip()
      this.#comeBack({ kind: 'tick', at: this.#clock.read() })
    }
    process.on('SIGCONT', back)
    // an orphaned group is never stopped, so nothing would continue it
    const waiting = setTimeout(back, 100)
    // the whole group, or a parent such as npx would go on waiting in the foreground
    process.kill(0, 'SIGTSTP')
  }

  async #edit(text: string): Promise<void> {
    this.#leave()
    let answer = text
    try {
      answer = await this.#stage.edit(text)
    } catch (error) {
      if (!(error instanceof UserError)) return this.#finish(() => this.#reject(error))
      this.#stage.warn(error)
    }
    this.#comeBack({ kind: 'edited', text: safe(answer), at: this.#clock.read() })
  }

  #leave(): void {
    this.#clock.read()
    clearTimeout(this.#tick)
    this.#giveTerminal()
    this.#away = true
  }

  #comeBack(heard: Heard): void {
    if (this.#over || !this.#away) return
    this.#away = false
    this.#takeTerminal()
    this.#printAgain()
    this.#hear(heard)
  }

  #finish(then: () => void): void {
    if (this.#over) return
    this.#over = true
    for (const timer of [this.#tick, this.#settling]) clearTimeout(timer)
    for (const undo of this.#cleanUp) undo()
    this.#clock.stop()
    try {
      this.#giveTerminal()
    } catch {
      // the window is gone: there is nothing left to restore
    }
    then()
  }
}
