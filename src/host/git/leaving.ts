import { Interrupted } from '../../errors.ts'
import { stops } from '../paper/stops.ts'

/**
 * Runs what takes away behind itself what it did not finish: somebody who asks to leave meanwhile ends
 * no process, but the signal, with `Interrupted`.
 */
export async function tidily<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const leaving = new AbortController()
  const leave = () => leaving.abort(new Interrupted())
  for (const signal of stops) process.on(signal, leave)
  try {
    const value = await work(leaving.signal)
    // what may not be left in the middle is done by now
    leaving.signal.throwIfAborted()
    return value
  } finally {
    for (const signal of stops) process.off(signal, leave)
  }
}
