import { Worker } from 'node:worker_threads'
import { Interrupted } from '../../errors.ts'
import type { Engine } from '../../export/paper/engine.ts'
import type { EngineSetup, Question, WorkerReply } from './typeset-worker.ts'

/** An engine on a thread of its own, which is ended where it takes too long or is no longer wanted. */
export type Typesetter = Engine & { readonly end: () => Promise<void> }

/** No start, and no picture, may take longer, in ms. */
const patience = 60_000
/** And a document so much longer for each character of its data. */
const patienceForData = 0.3

/** Starts an engine; a spoilt one is replaced by another with the same pictures. */
export function typesetter(script: URL, setup: EngineSetup, signal?: AbortSignal): Typesetter {
  const pictures = new Map<string, Uint8Array>()
  let thread = started(script, setup, signal)
  const again = async () => {
    await thread.end()
    thread = started(script, setup, signal)
    for (const [name, bytes] of pictures) await thread.ask({ kind: 'try', name, bytes }, patience)
  }
  return {
    families: async () => (await thread.ready).families,
    tried: async (name, bytes) => {
      const answer = await thread.ask({ kind: 'try', name, bytes }, patience)
      const fits = answer.kind === 'tried' && answer.fits
      if (fits) pictures.set(name, bytes)
      if (answer.kind === 'failed') await again()
      return fits
    },
    set: async (template, data) => {
      const time = patience + data.length * patienceForData
      const answer = await thread.ask({ kind: 'set', template, data }, time)
      if (answer.kind === 'pdf') return { bytes: answer.bytes, pages: answer.pages }
      await again()
      return { reason: answer.kind === 'failed' ? answer.reason : answer.kind }
    },
    end: () => thread.end(),
  }
}

type Ready = Extract<WorkerReply, { readonly kind: 'ready' }>

/** A thread and its next answer; whatever goes wrong there is an answer too. */
function started(script: URL, setup: EngineSetup, signal: AbortSignal | undefined) {
  // a panic prints to the console of the thread, and is told by the answer
  const worker = new Worker(script, { workerData: setup, stdout: true, stderr: true })
  const next = (time: number): Promise<WorkerReply> =>
    new Promise((resolve, reject) => {
      const end = (answer: WorkerReply) => {
        clearTimeout(timer)
        worker.off('message', end).off('error', fail).off('exit', exited)
        signal?.removeEventListener('abort', stop)
        resolve(answer)
      }
      const fail = (error: Error) => end({ kind: 'failed', reason: error.message })
      const exited = () => end({ kind: 'failed', reason: 'exit' })
      const stop = () => {
        clearTimeout(timer)
        reject(new Interrupted())
      }
      const timer = setTimeout(() => end({ kind: 'failed', reason: 'timeout' }), time)
      worker.on('message', end).on('error', fail).on('exit', exited)
      signal?.addEventListener('abort', stop, { once: true })
      if (signal?.aborted) stop()
    })
  const ready = next(patience).then((answer): Ready => {
    if (answer.kind === 'ready') return answer
    throw new Error(answer.kind === 'failed' ? answer.reason : answer.kind)
  })
  // who asks hears of it
  ready.catch(() => {})
  const ask = async (question: Question, time: number): Promise<WorkerReply> => {
    await ready
    const answer = next(time)
    worker.postMessage(question)
    return answer
  }
  const end = async () => {
    await worker.terminate()
  }
  return { ready, ask, end }
}
