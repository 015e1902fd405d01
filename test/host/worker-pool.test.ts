import { expect, test } from 'vitest'
import { noOverride } from '../../src/cards/read/override.ts'
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
    return { library: '', file, text: '', overrides: noOverride, isCited: false }
  })
  const given = inputs.map(() => '')
  const onResult = (job: number, result: unknown) => {
    given[job] += result === undefined ? 'none' : (inputs[job]?.file ?? '')
  }
  await doneOnWorkers('parse', inputs, 2, { patience: 60, script, onResult })
  expect(given).toEqual(['一', 'none', '二', 'none', '三'])
})
