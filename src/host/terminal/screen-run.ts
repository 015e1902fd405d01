import { UserError } from '../../errors.ts'
import type { Heard, LiveScreen, Reaction } from '../../screens/screen.ts'
import { safe } from '../../text/text.ts'
import type { Look } from '../../view/look.ts'
import { awakeClock } from './awake-clock.ts'

/** What a screen runs on. */
export type Streams = {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  readonly look: () => Look
  readonly edit: (text: string, file?: string) => Promise<string>
  /** Says that the editor failed. */
  readonly warn: (error: UserError) => void
}

type GoingOn<State, Result> = Exclude<Reaction<State, Result>, { readonly kind: 'done' }>

/**
 * A screen on its way from its first state to its result: what is heard, ticks, the editor, the
 * end. How it is shown, and how the terminal is lent and taken back, is for its two forms to say.
 */
export abstract class ScreenRun<State, Result> {
  protected readonly streams: Streams
  protected readonly screen: LiveScreen<State, Result>
  protected readonly clock = awakeClock()
  protected state: State
  /** The terminal is lent to an editor or a shell. */
  protected away = false
  protected over = false
  readonly #resolve: (result: Result) => void
  readonly #reject: (error: unknown) => void
  #tick: NodeJS.Timeout | undefined

  constructor(
    streams: Streams,
    screen: LiveScreen<State, Result>,
    resolve: (result: Result) => void,
    reject: (error: unknown) => void,
  ) {
    this.streams = streams
    this.screen = screen
    this.state = screen.state
    this.#resolve = resolve
    this.#reject = reject
  }

  /** Shows what changed since the state before. */
  protected abstract show(before: State): void
  /** Gives the terminal away for a while. */
  protected abstract lend(): void
  /** Has the terminal back, from an editor or from the shell. */
  protected abstract takeBack(fromEditor: boolean): void
  /** Takes every listener off and leaves the terminal as it was found. */
  protected abstract tidy(): void

  protected hear(heard: Heard): void {
    if (this.over || this.away) return
    try {
      const reaction = this.screen.hear(this.state, heard)
      if (reaction.kind === 'done') this.finish(() => this.#resolve(reaction.result))
      else this.#goOn(reaction)
    } catch (error) {
      this.finish(() => this.#reject(error))
    }
  }

  protected key(name: string): void {
    const { columns } = this.streams.look()
    this.hear({ kind: 'key', name, columns, at: this.clock.read() })
  }

  protected tick(): void {
    this.hear({ kind: 'tick', at: this.clock.read() })
  }

  /** Nothing is heard until `comeBack`. */
  protected leave(): void {
    this.clock.read()
    clearTimeout(this.#tick)
    this.lend()
    this.away = true
  }

  protected comeBack(heard: Heard): void {
    if (this.over || !this.away) return
    this.away = false
    this.takeBack(heard.kind === 'edited')
    this.hear(heard)
  }

  protected finish(then: () => void): void {
    if (this.over) return
    this.over = true
    clearTimeout(this.#tick)
    this.clock.stop()
    this.tidy()
    then()
  }

  #goOn(reaction: GoingOn<State, Result>): void {
    const before = this.state
    this.state = reaction.state
    if (reaction.kind === 'edit') {
      void this.#edit(reaction.text)
      return
    }
    this.show(before)
    clearTimeout(this.#tick)
    const wait = this.screen.tickIn(this.state)
    if (wait !== undefined) this.#tick = setTimeout(() => this.tick(), wait)
  }

  async #edit(text: string): Promise<void> {
    this.leave()
    let answer = text
    try {
      answer = await this.streams.edit(text, this.screen.editIn)
    } catch (error) {
      if (!(error instanceof UserError)) return this.finish(() => this.#reject(error))
      this.streams.warn(error)
    }
    this.comeBack({ kind: 'edited', text: safe(answer), at: this.clock.read() })
  }
}
