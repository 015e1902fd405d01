import { expect, test } from 'vitest'
import { noOverride } from '../../src/cards/read/override.ts'
import { parseOnWorkers } from '../../src/host/library/parse-pool.ts'

/** A thread that reads a file at once, but for one that never ends, and one that ends its thread. */
const script = new URL(
  `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ file }) => {
      if (file === '难.md') return setInterval(() => {}, 1000)
      if (file === '坏.md') throw new Error('gone')
      setTimeout(() => parentPort.postMessage({ deck: undefined, problems: [] }), file === '慢.md' ? 200 : 0)
    })
    parentPort.postMessage(undefined)`)}`,
)
const input = (file: string) => ({ library: '/notes', file, text: '', overrides: noOverride })
const tooHard = (file: string) => [{ code: 'file-too-hard', at: { file, line: 1 } }]

async function problems(
  files: readonly string[],
  spent: () => number,
  onProgress?: (done: number) => void,
) {
  const effort = { spent, every: 10 }
  const results = await parseOnWorkers(script, 2, files.map(input), onProgress, effort)
  return results.map((one) => one.problems)
}

test('a file that its thread works on for too long, or that ends it, is given up, and no other', async () => {
  const files = ['a.md', '难.md', '坏.md', 'b.md', 'c.md']
  let isAlone = false
  let used = 0
  const spent = () => {
    if (isAlone) used += 600
    return used
  }
  const found = await problems(files, spent, (done) => {
    isAlone = done === files.length - 1
  })
  expect(found).toEqual([[], tooHard('难.md'), tooHard('坏.md'), [], []])
})

test('a file is not given up for the time that other programs took', async () => {
  expect(await problems(['慢.md', 'a.md'], () => 0)).toEqual([[], []])
})
