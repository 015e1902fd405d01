import { Worker } from 'node:worker_threads'
import { stops } from './stops.ts'
import type { EngineSetup, Question, WorkerReply } from './typeset-worker.ts'

/** What the process begins with. */
export type ProcessSetup = EngineSetup & {
  /** It ends itself where it takes more memory than this, in bytes. */
  readonly mostMemory: number
}

// An engine is native code, which no thread can end: it runs on a thread of this process, and this
// thread watches over it and dies with all of it where it must.
process.once('message', (setup: ProcessSetup) => {
  const say = (reply: WorkerReply, then = () => {}) => void process.send?.(reply, then)
  // told, because on Windows nobody sees by what a process ended
  watch(setup.mostMemory, () => say({ kind: 'failed', reason: 'memory' }, end))
  const engine = new Worker(new URL('typeset-worker.js', import.meta.url), {
    workerData: setup,
    // a panic prints to the console of the thread, and is told by the answer
    stdout: true,
    stderr: true,
  })
  engine.on('message', (reply: WorkerReply) => say(reply))
  engine.on('error', ({ message }) => say({ kind: 'failed', reason: message }, end))
  engine.on('exit', () => say({ kind: 'failed', reason: 'exit' }, end))
  process.on('message', (question: Question) => engine.postMessage(question))
})

// who asked hears a Ctrl-C too, and ends us where it should
for (const signal of stops) process.on(signal, () => {})
process.once('disconnect', end)

const watchEveryMs = 50

function watch(mostMemory: number, refuse: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid !== parent) end()
    if (process.memoryUsage.rss() <= mostMemory) return
    clearInterval(timer)
    // should nobody hear it
    setTimeout(end, watchEveryMs)
    refuse()
  }, watchEveryMs)
}

// nothing gentler ends a thread that is busy in native code
function end(): void {
  process.kill(process.pid, 'SIGKILL')
}
