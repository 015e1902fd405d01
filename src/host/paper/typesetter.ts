import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Interrupted, UserError } from '../../errors.ts'
import type { Engine } from '../../export/paper/engine.ts'
import type { ProcessSetup } from './typeset-process.ts'
import type { EngineSetup, Question, WorkerReply } from './typeset-worker.ts'

/** An engine in a process of its own, which is killed where it takes too long or is not wanted. */
export type Typesetter = Engine & { readonly end: () => Promise<void> }

/** How long is waited for an engine, and how much it may take. */
export type Patience = {
  /** For its start, in ms. */
  readonly start: number
  /** For a picture, in ms; a drawing is small, and only a bad one takes long. */
  readonly picture: number
  readonly drawing: number
  /** For a document, in ms, and so much longer for each character of its data. */
  readonly document: number
  readonly character: number
  /** In bytes. */
  readonly memory: number
}

const usual: Patience = {
  start: 60_000,
  picture: 30_000,
  drawing: 10_000,
  document: 60_000,
  character: 0.3,
  memory: 1_800_000_000,
}
/** Once a document took too long its parts get this share of its time. */
const hurry = 0.2
/** Where so many drawings ended an engine none is tried any more. */
const mostLost = 3

/** Starts an engine; one that is lost is replaced by another with the same pictures. */
export function typesetter(
  script: URL,
  setup: EngineSetup,
  signal?: AbortSignal,
  patient: Partial<Patience> = {},
): Typesetter {
  const patience = { ...usual, ...patient }
  const pictures = new Map<string, Uint8Array>()
  const begin = () => started(script, { ...setup, mostMemory: patience.memory }, patience, signal)
  let engine = begin()
  let lost = 0
  let pace = 1
  const again = async () => {
    await engine.end()
    engine = begin()
    for (const [name, bytes] of pictures) {
      await engine.ask({ kind: 'put', name, bytes }, patience.picture)
    }
  }
  return {
    families: async () => {
      const start = await engine.ready
      if (start.kind === 'ready') return start.families
      throw new UserError({ code: 'typesetting-failed', reason: reasonIn(start) })
    },
    tried: async (name, bytes) => {
      const isDrawing = name.endsWith('.svg')
      if (isDrawing && lost >= mostLost) return false
      const time = isDrawing ? patience.drawing : patience.picture
      const answer = await engine.ask({ kind: 'try', name, bytes }, time)
      const fits = answer.kind === 'tried' && answer.fits
      if (fits) pictures.set(name, bytes)
      if (answer.kind === 'failed') {
        if (isDrawing) lost += 1
        await again()
      }
      return fits
    },
    set: async (template, data) => {
      const time = pace * (patience.document + data.length * patience.character)
      const answer = await engine.ask({ kind: 'set', template, data }, time)
      if (answer.kind === 'pdf') return { bytes: answer.bytes, pages: answer.pages }
      const reason = reasonIn(answer)
      if (reason === 'timeout') pace = hurry
      await again()
      return { reason }
    },
    end: () => engine.end(),
  }
}

function reasonIn(answer: WorkerReply): string {
  return answer.kind === 'failed' ? answer.reason : answer.kind
}

/** A process and its next answer; whatever goes wrong there is an answer too. */
function started(
  script: URL,
  setup: ProcessSetup,
  patience: Patience,
  signal: AbortSignal | undefined,
) {
  const child = fork(fileURLToPath(script), [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const lost = lossOf(child)
  const answered = (message: object, time: number): Promise<WorkerReply> =>
    new Promise((resolve, reject) => {
      const end = (answer: WorkerReply) => {
        clearTimeout(timer)
        child.off('message', end)
        signal?.removeEventListener('abort', stop)
        resolve(answer)
      }
      const stop = () => {
        clearTimeout(timer)
        reject(new Interrupted())
      }
      const timer = setTimeout(() => end({ kind: 'failed', reason: 'timeout' }), time)
      child.on('message', end)
      void lost.then((reason) => end({ kind: 'failed', reason }))
      signal?.addEventListener('abort', stop, { once: true })
      if (signal?.aborted) stop()
      // one that is gone is told by its loss
      child.send(message, () => {})
    })
  const ready = answered(setup, patience.start)
  // who asks hears of it
  ready.catch(() => {})
  const ask = async (question: Question, time: number): Promise<WorkerReply> => {
    const start = await ready
    return start.kind === 'ready' ? answered(question, time) : start
  }
  const end = async () => {
    child.kill('SIGKILL')
    await lost
  }
  return { ready, ask, end }
}

/** Settles as the process is gone: what ended it. */
function lossOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve(message))
    // so ends it a machine that has no more memory
    child.once('exit', (code, signal) => {
      resolve(signal === 'SIGKILL' ? 'memory' : (signal ?? `exit ${code}`))
    })
  })
}
