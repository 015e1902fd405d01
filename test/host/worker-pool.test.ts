import { expect, test } from 'vitest'
import { doneOnWorkers } from '../../src/host/library/worker-pool.ts'

const code = `
import { parentPort } from 'node:worker_threads'
parentPort.on('message', ({ input: { file } }) => {
  if (file === 'hard') for (;;);
  if (file === 'broken') throw new Error('broken')
  parentPort.postMessage({ result: { problems: [], deck: undefined, file } })
})
parentPort.postMessage(undefined)`
const script = new URL(`data:text/javascript,${encodeURIComponent(code)}`)

test('a job that takes too long, or ends its thread, is given up, and the others go on', async () => {
  const inputs = ['一', 'hard', '二', 'broken', '三'].map((file) => {
    return { library: '', file, text: '', overrides: { questions: [], skip: false } as never }
  })
  const done: number[] = []
  const onDone = (job: number) => done.push(job)
  const results = await doneOnWorkers('parse', inputs, 2, { patience: 60, script, onDone })
  const given = inputs.map(({ file }, i) => (results[i] === undefined ? 'none' : file))
  expect(given).toEqual(['一', 'none', '二', 'none', '三'])
  expect(done.sort()).toEqual([0, 1, 2, 3, 4])
})
