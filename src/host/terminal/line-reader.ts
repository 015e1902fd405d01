import { createInterface, type Interface } from 'node:readline'

/** The terminal read line by line. Lines that come before anybody listens are kept. */
export type LineReader = {
  readonly listen: (onLine: (line: string) => void, onEnd: () => void) => void
  readonly stop: () => void
  readonly pause: () => void
  readonly resume: () => void
}

export function lineReader(input: NodeJS.ReadStream): LineReader {
  const kept: string[] = []
  let reader: Interface | undefined
  let ended = false
  let onLine: ((line: string) => void) | undefined
  let onEnd: (() => void) | undefined
  const open = () => {
    const made = createInterface({ input, terminal: false })
    made.on('line', (line) => {
      if (onLine === undefined) kept.push(line)
      else onLine(line)
    })
    made.on('close', () => {
      ended = true
      onEnd?.()
    })
    return made
  }
  return {
    listen: (line, end) => {
      reader ??= open()
      onLine = line
      onEnd = end
      while (kept.length > 0 && onLine === line) line(kept.shift() ?? '')
      if (onLine !== line) return
      if (ended) end()
      else reader.resume()
    },
    stop: () => {
      onLine = undefined
      onEnd = undefined
      if (!ended) reader?.pause()
    },
    pause: () => reader?.pause(),
    resume: () => reader?.resume(),
  }
}
