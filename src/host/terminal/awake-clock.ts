const mostAtOnce = 2000
const beat = 1000

/** Milliseconds that the program was running: sleep, Ctrl-Z and a debugger's stops do not count. */
export type AwakeClock = {
  readonly read: () => number
  /** The time since the last reading does not count either. */
  readonly skip: () => void
  readonly stop: () => void
}

export function awakeClock(): AwakeClock {
  let last = performance.now()
  let used = 0
  const read = () => {
    const now = performance.now()
    used += Math.min(now - last, mostAtOnce)
    last = now
    return used
  }
  const skip = () => {
    last = performance.now()
  }
  const timer = setInterval(read, beat)
  return { read, skip, stop: () => clearInterval(timer) }
}
