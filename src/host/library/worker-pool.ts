import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { WorkerJobs } from './worker-jobs.ts'

const mostWorkers = 4

// present in the bundle; the tests of the source work on one thread
const script = new URL('./parse-worker.js', import.meta.url)

/** On how many threads so many jobs are done; 0 where there are none. */
export function workersFor(jobs: number): number {
  if (!existsSync(fileURLToPath(script))) return 0
  return Math.min(mostWorkers, availableParallelism(), jobs)
}

type Wish<Result> = {
  /** How long a job may take, in ms of a processor that it has for itself. */
  readonly patience: number
  /** Told the result of each job as it comes; there is none where it was given up. */
  readonly onResult: (job: number, result: Result | undefined) => void
  /** For tests. */
  readonly script?: URL
}

/**
 * Does jobs of one kind on so many threads at once. A job that takes too long or ends its thread is
 * given up; the others go on.
 */
export async function doneOnWorkers<Kind extends keyof WorkerJobs>(
  kind: Kind,
  inputs: readonly WorkerJobs[Kind]['input'][],
  count: number,
  wish: Wish<WorkerJobs[Kind]['result']>,
): Promise<void> {
  let next = 0
  const work = async () => {
    let worker = await started(wish.script ?? script)
    for (let at = next++; at < inputs.length; at = next++) {
      const said = await saidBy(worker, { kind, input: inputs[at] }, wish.patience, count)
      if (said === undefined) {
        await worker.terminate()
        worker = await started(wish.script ?? script)
      }
      wish.onResult(at, said?.result as WorkerJobs[Kind]['result'] | undefined)
    }
    await worker.terminate()
  }
  await Promise.all(Array.from({ length: count }, work))
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

type Said = { readonly result: unknown }

/** However little a busy machine leaves us, nothing takes longer than so many times its due. */
const mostWaits = 30

/**
 * What a thread says to a job; undefined if it fails or takes too long. All threads together use at
 * least as much of the processors as this one: while they had less than its due, it had, too.
 */
function saidBy(
  worker: Worker,
  job: unknown,
  patience: number,
  threads: number,
): Promise<Said | undefined> {
  return new Promise((resolve) => {
    const end = (said: Said | undefined) => {
      clearTimeout(timer)
      worker.off('message', end)
      worker.off('error', fail)
      resolve(said)
    }
    const fail = () => end(undefined)
    const begin = process.cpuUsage()
    let waits = 0
    const look = () => {
      const { user, system } = process.cpuUsage(begin)
      waits += 1
      if (user + system >= patience * threads * 1000 || waits >= mostWaits) fail()
      else timer = setTimeout(look, patience)
    }
    let timer = setTimeout(look, patience)
    worker.on('message', end)
    worker.on('error', fail)
    worker.postMessage(job)
  })
}
