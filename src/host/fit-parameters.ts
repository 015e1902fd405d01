import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { reasonOf, UserError } from '../errors.ts'
import type { CardHistory } from '../schedule/tuning.ts'

/** What the other process says. */
export type FitAnswer =
  | { readonly kind: 'fitted'; readonly parameters: readonly number[] }
  | { readonly kind: 'missing' | 'failed'; readonly reason: string }

const worker = new URL('./fit-worker.js', import.meta.url)
/** No fit may take longer, in ms. */
const patience = 300_000

/** The parameters that predict these histories best, worked out in a process of its own. */
export async function fitParameters(histories: readonly CardHistory[]): Promise<readonly number[]> {
  const answer = await answerTo(histories)
  if (answer.kind === 'fitted') return answer.parameters
  const { kind, reason } = answer
  if (kind === 'failed') throw new UserError({ code: 'fitting-failed', reason })
  const folder = fileURLToPath(new URL('..', worker))
  throw new UserError({ code: 'fitter-missing', folder, reason })
}

function answerTo(histories: readonly CardHistory[]): Promise<FitAnswer> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(worker), {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const fail = (reason: string) => resolve({ kind: 'failed', reason })
    const timer = setTimeout(() => child.kill('SIGKILL'), patience)
    child.on('message', (answer: FitAnswer) => {
      resolve(answer)
      child.disconnect()
    })
    child.on('error', (error) => fail(reasonOf(error)))
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      fail(signal ?? `exit ${code}`)
    })
    child.send(histories, (error) => {
      if (error !== null) fail(reasonOf(error))
    })
  })
}
