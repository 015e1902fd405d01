import { expect, test } from 'vitest'
import { RunCounts } from '../../src/log/runs.ts'

function noter() {
  const runs = new RunCounts()
  return (run: string, count: number) => {
    const bytes = Buffer.from(`|${run}|`)
    return runs.goesUp(bytes, 1, bytes.length - 1, count)
  }
}

test('a count must be higher than those before it of its own run alone', () => {
  const goesUp = noter()
  expect(goesUp('甲', 5)).toBe(true)
  expect(goesUp('乙', 0)).toBe(true)
  expect(goesUp('甲', 6)).toBe(true)
  expect(goesUp('甲', 6)).toBe(false)
  expect(goesUp('甲', 4)).toBe(false)
  expect(goesUp('乙', 0)).toBe(false)
})

test('thousands of runs are told apart', () => {
  const goesUp = noter()
  const all = Array.from({ length: 5000 }, (_, i) => `i${(i * 7919).toString(16)}`)
  expect(all.every((run) => goesUp(run, 0))).toBe(true)
  expect(all.some((run) => goesUp(run, 0))).toBe(false)
  expect(all.every((run) => goesUp(run, 1))).toBe(true)
})
