import { createInterface, type Interface } from 'node:readline'
import { UserError } from '../errors.ts'
import type { Heard } from '../session/heard.ts'
import { safe } from '../text/text.ts'
import { awakeClock } from './awake-clock.ts'
import type { LiveScreen } from './host.ts'
import type { Stage } from './stage.ts'

/** The terminal read line by line; lines that nobody waits for yet are kept. */
export type LineReader = {
  readonly listen: (onLine: (line: string) => void, onEnd: () => void) => () => void
  readonly pause: () => void
  readonly resume: () => void
}

export function lineReader(input: NodeJS.ReadStream): LineReader {
  const kept: string[] = []
  let reader: Interface | undefined
  let onLine: ((line: string) => void) | undefined
  let onEnd: (() => void) | undefined
  const open = () => {
    const made = createInterface({ input, terminal: false })
    made.on('line', (line) => (onLine === undefined ? kept.push(line) : onLine(line)))
    made.on('close', () => onEnd?.())
    return made
  }
  return {
    listen: (line, end) => {
      reader ??= open()
      reader.resume()
      onLine = line
      onEnd = end
      while (kept.length > 0 && onLine === line) line(kept.shift() ?? '')
      return () => {
        onLine = undefined
        onEnd = undefined
        reader?.pause()
      }
    },
    pause: () => reader?.pause(),
    resume: () => reader?.resume(),
  }
}

/** Runs a screen without redrawing anything: what changes is told in lines, commands are lines. */
export function runInLines<State, Result>(
  stage: Stage,
  lines: LineReader,
  screen: LiveScreen<State, Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const clock = awakeClock()
    let state = screen.state
    let timer: NodeJS.Timeout | undefined
    let editing = false

    const tell = (before: State | undefined) => {
      const told = screen.told(before, state, stage.look())
      stage.output.write(told.map((line) => `${line}\n`).join(''))
    }
    const finish = (then: () => void) => {
      clearTimeout(timer)
      clock.stop()
      stop()
      process.off('SIGINT', leave)
      process.off('SIGCONT', clock.skip)
      then()
    }
    const hear = (heard: Heard) => {
      if (editing) return
      const step = screen.hear(state, heard)
      if (step.kind === 'done') return finish(() => resolve(step.result))
      const before = state
      state = step.state
      if (step.kind === 'edit') return void edit(step.text)
      tell(before)
      arm()
    }
    const arm = () => {
      clearTimeout(timer)
      const wait = screen.tickIn(state)
      if (wait !== undefined)
        timer = setTimeout(() => hear({ kind: 'tick', at: clock.read() }), wait)
    }
    const edit = async (text: string) => {
      lines.pause()
      editing = true
      let answer = text
      try {
        answer = await stage.edit(text)
      } catch (error) {
        if (!(error instanceof UserError)) return finish(() => reject(error))
        stage.warn(error)
      }
      editing = false
      lines.resume()
      hear({ kind: 'edited', text: safe(answer), at: clock.read() })
    }
    const leave = () => {
      const { columns } = stage.look()
      hear({ kind: 'key', name: 'ctrl-c', columns, at: clock.read() })
    }
    process.on('SIGINT', leave)
    process.on('SIGCONT', clock.skip)
    tell(undefined)
    const stop = lines.listen((line) => {
      hear({ kind: 'line', text: safe(line), at: clock.read() })
    }, leave)
    hear({ kind: 'tick', at: clock.read() })
  })
}
