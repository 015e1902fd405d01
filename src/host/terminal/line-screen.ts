import type { LiveScreen } from '../../screens/screen.ts'
import { safe } from '../../text/text.ts'
import type { LineReader } from './line-reader.ts'
import { ScreenRun, type Streams } from './screen-run.ts'

/** Runs a screen without redrawing anything: what changes is told in lines, commands are lines. */
export function runInLines<State, Result>(
  streams: Streams,
  lines: LineReader,
  screen: LiveScreen<State, Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    new LineScreen(streams, screen, resolve, reject).start(lines)
  })
}

class LineScreen<State, Result> extends ScreenRun<State, Result> {
  readonly #interrupt = () => this.key('ctrl-c')
  #lines: LineReader | undefined

  start(lines: LineReader): void {
    this.#lines = lines
    process.on('SIGINT', this.#interrupt)
    process.on('SIGCONT', this.clock.skip)
    this.#tell(undefined)
    this.tick()
    if (this.over) return
    lines.listen(
      (line) => this.hear({ kind: 'line', text: safe(line), at: this.clock.read() }),
      this.#interrupt,
    )
  }

  protected override show(before: State): void {
    this.#tell(before)
  }

  protected override lend(): void {
    this.#lines?.pause()
  }

  protected override takeBack(): void {
    this.#lines?.resume()
  }

  protected override tidy(): void {
    this.#lines?.stop()
    process.off('SIGINT', this.#interrupt)
    process.off('SIGCONT', this.clock.skip)
  }

  #tell(before: State | undefined): void {
    const told = this.screen.told(before, this.state, this.streams.look())
    this.streams.output.write(told.map((line) => `${line}\n`).join(''))
  }
}
