import { renameSync } from 'node:fs'
import { reasonOf } from '../../errors.ts'

/** What Windows says while somebody else has a file open: a scanner for viruses, a sync, an editor. */
const held: readonly string[] = ['EPERM', 'EACCES', 'EBUSY']

/** In ms; all together a bit more than a second. */
const waits: readonly number[] = [10, 20, 40, 80, 160, 320, 640]

type Machine = {
  readonly rename: (from: string, to: string) => void
  readonly isWindows: boolean
  readonly wait: (ms: number) => void
}

const thisMachine: Machine = {
  rename: renameSync,
  isWindows: process.platform === 'win32',
  wait: (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms),
}

/**
 * Gives a file the name of another one, which it takes the place of. Windows refuses that while
 * anybody has the other open, mostly for a moment, so there it is tried for a second. Throws what the
 * system throws.
 */
export function putInPlace(from: string, to: string, machine = thisMachine): void {
  const { rename, isWindows, wait } = machine
  for (const ms of isWindows ? waits : []) {
    try {
      rename(from, to)
      return
    } catch (error) {
      if (!held.includes(reasonOf(error))) throw error
      wait(ms)
    }
  }
  rename(from, to)
}
