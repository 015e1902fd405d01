const quietMs = 300
const restMs = 100

/** One line on stderr that is rewritten while work takes long, and taken away at its end; else nothing. */
export function progressOn(
  isShown: boolean,
  say: (done: number, all: number) => string,
): (done: number, all: number) => void {
  let began: number | undefined
  let shown = 0
  return (done, all) => {
    if (!isShown) return
    const { stderr: output } = process
    const now = performance.now()
    began ??= now
    if (done === all) {
      if (shown > 0) output.write('\r\x1b[K')
      began = undefined
      shown = 0
    } else if (now - began > quietMs && now - shown > restMs) {
      output.write(`\r${say(done, all)}\x1b[K`)
      shown = now
    }
  }
}
