import { UserError } from '../errors.ts'
import type { Heard, Step } from '../session/heard.ts'
import { safe } from '../text/text.ts'
import { awakeClock } from './awake-clock.ts'
import type { LiveScreen } from './host.ts'
import type { LineReader } from './line-reader.ts'
import type { Stage } from './stage.ts'

/** Runs a screen without redrawing anything: what changes is told in lines, commands are lines. */
export function runInLines<State, Result>(
  stage: Stage,
  lines: LineReader,
  screen: LiveScreen<State, Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    new LineScreen(stage, lines, screen, resolve, reject).start()
  })
}

class LineScreen<State, Result> {
  readonly #stage: Stage
  readonly #lines: LineReader
  readonly #screen: LiveScreen<State, Result>
  readonly #resolve: (result: Result) => void
  readonly #reject: (error: unknown) => void
  readonly #clock = awakeClock()
  readonly #leave = () => {
    const { columns } = this.#stage.look()
    this.#hear({ kind: 'key', name: 'ctrl-c', columns, at: this.#clock.read() })
  }
  #state: State
  #tick: NodeJS.Timeout | undefined
  #editing = false
  #over = false

  constructor(
    stage: Stage,
    lines: LineReader,
    screen: LiveScreen<State, Result>,
    resolve: (result: Result) => void,
    reject: (error: unknown) => void,
  ) {
    this.#stage = stage
    this.#lines = lines
    this.#screen = screen
    this.#state = screen.state
    this.#resolve = resolve
    this.#reject = reject
  }

  start(): void {
    process.on('SIGINT', this.#leave)
    process.on('SIGCONT', this.#clock.skip)
    this.#tell(undefined)
    this.#hear({ kind: 'tick', at: this.#clock.read() })
    this.#lines.listen(
      (line) => this.#hear({ kind: 'line', text: safe(line), at: this.#clock.read() }),
      this.#leave,
    )
  }

  #hear(heard: Heard): void {
    if (this.#over || this.#editing) return
    try {
      const step = this.#screen.hear(this.#state, heard)
      if (step.kind === 'done') this.#finish(() => this.#resolve(step.result))
      else this.#goOn(step)
    } catch (error) {
      this.#finish(() => this.#reject(error))
    }
  }

  #goOn(step: Exclude<Step<State, Result>, { readonly kind: 'done' }>): void {
    const before = this.#state
    this.#state = step.state
    if (step.kind === 'edit') {
      void this.#edit(step.text)
      return
    }
    this.#tell(before)
    clearTimeout(this.#tick)
    const wait = this.#screen.tickIn(this.#state)
    if (wait === undefined) return
    this.#tick = setTimeout(() => this.#hear({ kind: 'tick', at: this.#clock.read() }), wait)
  }

  #tell(before: State | undefined): void {
    const told = this.#screen.told(before, this.#state, this.#stage.look())
    this.#stage.output.write(told.map((line) => `${line}\n`).join(''))
  }

  async #edit(text: string): Promise<void> {
    this.#lines.pause()
    this.#editing = true
    let answer = text
    try {
      answer = await this.#stage.edit(text)
    } catch (error) {
      if (!(error instanceof UserError)) return this.#finish(() => this.#reject(error))
      this.#stage.warn(error)
    }
    this.#editing = false
    this.#lines.resume()
    this.#hear({ kind: 'edited', text: safe(answer), at: this.#clock.read() })
  }

  #finish(then: () => void): void {
    if (this.#over) return
    this.#over = true
    clearTimeout(this.#tick)
    this.#clock.stop()
    this.#lines.stop()
    process.off('SIGINT', this.#leave)
    process.off('SIGCONT', this.#clock.skip)
    then()
  }
}
