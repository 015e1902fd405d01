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

/** No file may take longer, in ms. */
const patience = 2000

/**
 * Parses on so many threads at once. A file that takes too long or ends its thread is given up with
 * the problem `file-too-hard`, and the others go on.
 */
export async function parseOnWorkers(
  script: URL,
  count: number,
  inputs: readonly Input[],
  onProgress?: (done: number, all: number) => void,
): Promise<readonly Result[]> {
  const results: Result[] = []
  let next = 0
  let done = 0
  const work = async () => {
    let worker = await started(script)
    while (next < inputs.length) {
      const index = next++
      const input = inputs[index]
      if (input === undefined) break
      const result = await parsedBy(worker, input)
      results[index] = result ?? givenUp(input)
      if (result === undefined) {
        await worker.terminate()
        worker = await started(script)
      }
      done += 1
      onProgress?.(done, inputs.length)
    }
    await worker.terminate()
  }
  await Promise.all(Array.from({ length: count }, work))
  return results
}

/** A thread that has loaded its code, which takes long where many programs run. */
async function started(script: URL): Promise<Worker> {
  const worker = new Worker(script)
  await new Promise<void>((resolve) => {
    worker.once('message', () => resolve())
    worker.once('error', () => resolve())
  })
  return worker
}

function parsedBy(worker: Worker, input: Input): Promise<Result | undefined> {
  return new Promise((resolve) => {
    const end = (result: Result | undefined) => {
      clearTimeout(timer)
      worker.off('message', end)
      worker.off('error', fail)
      resolve(result)
    }
    const fail = () => end(undefined)
    const timer = setTimeout(fail, patience)
    worker.on('message', end)
    worker.on('error', fail)
    worker.postMessage(input)
  })
}

function givenUp({ file }: Input): Result {
  return { deck: undefined, problems: [{ code: 'file-too-hard', at: { file, line: 1 } }] }
}
