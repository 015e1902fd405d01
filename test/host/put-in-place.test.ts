import { expect, test } from 'vitest'
import { putInPlace } from '../../src/host/files/put-in-place.ts'

/** A machine whose file is held by somebody for so many tries. */
function machine(isWindows: boolean, tries: number, code = 'EPERM') {
  const waited: number[] = []
  let left = tries
  const rename = () => {
    left -= 1
    if (left >= 0) throw Object.assign(new Error(code), { code })
  }
  return { waited, machine: { rename, isWindows, wait: (ms: number) => void waited.push(ms) } }
}

test('on Windows a file that somebody holds for a moment is replaced when it is let go', () => {
  const one = machine(true, 3, 'EBUSY')
  putInPlace('draft', 'file', one.machine)
  expect(one.waited).toEqual([10, 20, 40])
})

test('one that is held on and on is a fault, after about a second', () => {
  const one = machine(true, 100)
  expect(() => putInPlace('draft', 'file', one.machine)).toThrow('EPERM')
  const all = one.waited.reduce((sum, ms) => sum + ms, 0)
  expect(all).toBeGreaterThan(1000)
  expect(all).toBeLessThan(2000)
})

test('nothing else is waited for', () => {
  const full = machine(true, 1, 'ENOSPC')
  expect(() => putInPlace('draft', 'file', full.machine)).toThrow('ENOSPC')
  const elsewhere = machine(false, 1)
  expect(() => putInPlace('draft', 'file', elsewhere.machine)).toThrow('EPERM')
  expect([...full.waited, ...elsewhere.waited]).toEqual([])
})
