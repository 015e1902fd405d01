import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { Interrupted } from '../../errors.ts'
import type { BookletEntry } from '../../export/booklet.ts'
import { type ReadEntry, readEntry } from '../../export/read-entry.ts'

/** How to follow and stop the reading. */
type Reading = {
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal | undefined
}

/** So many are read at a time; in between keys and signals are heard. */
const batch = 20
/** Below so many a second thread costs more than it saves. */
const worthThread = 300

/** Reads the Markdown of entries, of many on two threads. The script is `read-worker.js`. */
export async function readEntries(
  entries: readonly BookletEntry[],
  script: URL,
  { onProgress, signal }: Reading,
): Promise<readonly ReadEntry[]> {
  const found: ReadEntry[] = []
  let next = 0
  let done = 0
  const work = async (read: (some: readonly BookletEntry[]) => Promise<readonly ReadEntry[]>) => {
    while (next < entries.length) {
      if (signal?.aborted) throw new Interrupted()
      const start = next
      next += batch
      const some = await read(entries.slice(start, start + batch))
      for (const [i, one] of some.entries()) found[start + i] = one
      done += some.length
      onProgress(done)
    }
  }
  if (entries.length < worthThread) {
    await work(readHere)
    return found
  }
  const thread = readingThread(script)
  try {
    await Promise.all([work(readHere), work(thread.read)])
  } finally {
    await thread.end()
  }
  return found
}

async function readHere(entries: readonly BookletEntry[]): Promise<readonly ReadEntry[]> {
  await setImmediate()
  return entries.map(readEntry)
}

/** A thread that reads; what it cannot read because it ended is read here. */
function readingThread(script: URL) {
  const worker = new Worker(script)
  const ended = new Promise<undefined>((resolve) => {
    worker.once('error', () => resolve(undefined)).once('exit', () => resolve(undefined))
  })
  const read = async (entries: readonly BookletEntry[]): Promise<readonly ReadEntry[]> => {
    const answer = new Promise<readonly ReadEntry[]>((resolve) => worker.once('message', resolve))
    worker.postMessage(entries)
    const found = await Promise.race([answer, ended])
    if (found === undefined) return readHere(entries)
    return entries.flatMap((entry, i) => (found[i] ? [{ ...found[i], entry }] : []))
  }
  const end = async () => {
    await worker.terminate()
  }
  return { read, end }
}
