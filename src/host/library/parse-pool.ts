import { Worker } from 'node:worker_threads'
import type { Problem } from '../../cards/card.ts'
import type { Override } from '../../cards/read/override.ts'
import type { PackedDeck } from './packed-deck.ts'

export type Input = {
  readonly library: string
  readonly file: string
  readonly text: string
  readonly overrides: Override
}
export type Result = {
  readonly deck: PackedDeck | undefined
  readonly problems: readonly Problem[]
}

/** What work is measured by. */
export type Effort = {
  /** Processor time that the threads of this process used so far, in ms. */
  readonly spent: () => number
  /** How often it is looked at, in ms. */
  readonly every: number
}

const ours: Effort = {
  spent: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
  every: 100,
}

/** No file may take longer, in ms of its thread's own work: where many programs run, that takes a while. */
const patience = 2000
/** Nor longer than this by the clock, in ms. */
const longest = 60_000

/**
 * Parses on so many threads at once. A file that takes too long or ends its thread is given up with
 * the problem `file-too-hard`, and the others go on.
 */
export async function parseOnWorkers(
  script: URL,
  count: number,
  inputs: readonly Input[],
  onProgress?: (done: number, all: number) => void,
  effort = ours,
): Promise<readonly Result[]> {
  const results: Result[] = []
  let next = 0
  let done = 0
  const watch = watched(effort)
  const work = async () => {
    let worker = await started(script, watch)
    while (next < inputs.length) {
      const index = next++
      const input = inputs[index]
      if (input === undefined) break
      const result = await parsedBy(worker, input, watch)
      results[index] = result ?? givenUp(input)
      if (result === undefined) {
        await worker.terminate()
        worker = await started(script, watch)
      }
      done += 1
      onProgress?.(done, inputs.length)
    }
    await worker.terminate()
  }
  try {
    await Promise.all(Array.from({ length: count }, work))
    return results
  } finally {
    watch.end()
  }
}

/** What a thread is at. */
type Turn = { spent: number; looks: number; readonly giveUp: () => void }
type Watch = { readonly turns: Set<Turn>; readonly end: () => void }

/** Gives up turns that take too long: what the process spent is shared out among the threads that work. */
function watched({ spent, every }: Effort): Watch {
  const turns = new Set<Turn>()
  let before = spent()
  const timer = setInterval(() => {
    const now = spent()
    const share = (now - before) / turns.size
    before = now
    for (const turn of [...turns]) {
      turn.spent += share
      turn.looks += 1
      if (turn.spent > patience || turn.looks * every > longest) turn.giveUp()
    }
  }, every)
  return { turns, end: () => clearInterval(timer) }
}

/** A thread that has loaded its code, which takes long where many programs run. */
async function started(script: URL, { turns }: Watch): Promise<Worker> {
  const worker = new Worker(script)
  const turn: Turn = { spent: 0, looks: 0, giveUp: () => {} }
  turns.add(turn)
  await new Promise<void>((resolve) => {
    worker.once('message', () => resolve())
    worker.once('error', () => resolve())
  })
  turns.delete(turn)
  return worker
}

function parsedBy(worker: Worker, input: Input, { turns }: Watch): Promise<Result | undefined> {
  return new Promise((resolve) => {
    const end = (result: Result | undefined) => {
      turns.delete(turn)
      worker.off('message', end)
      worker.off('error', fail)
      resolve(result)
    }
    const fail = () => end(undefined)
    const turn: Turn = { spent: 0, looks: 0, giveUp: fail }
    turns.add(turn)
    worker.on('message', end)
    worker.on('error', fail)
    worker.postMessage(input)
  })
}

function givenUp({ file }: Input): Result {
  return { deck: undefined, problems: [{ code: 'file-too-hard', at: { file, line: 1 } }] }
}
