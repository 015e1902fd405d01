import { expect, test } from 'vitest'
import { understand } from '../../src/host/terminal/keys.ts'

test('printable text is text, whatever its script', () => {
  expect(understand('锁', { sequence: '锁' })).toEqual({ kind: 'text', text: '锁' })
  expect(understand(' ', { name: 'space', sequence: ' ' })).toEqual({ kind: 'text', text: ' ' })
})

test('keys are named with their modifiers', () => {
  expect(understand('\x04', { name: 'd', ctrl: true })).toEqual({ kind: 'key', name: 'ctrl-d' })
  expect(understand('\r', { name: 'return' })).toEqual({ kind: 'key', name: 'enter' })
  expect(understand('\x1b\r', { name: 'return', meta: true, sequence: '\x1b\r' })).toEqual({
    kind: 'key',
    name: 'alt-enter',
  })
})

test('Shift-Enter of the kitty protocol is a new line, not its sequence', () => {
  expect(understand('\x1b[13;2u', { sequence: '\x1b[13;2u' })).toEqual({
    kind: 'key',
    name: 'enter',
  })
})

test('a sequence that nobody knows is nothing', () => {
  expect(understand('\x1b[99;9~', { name: 'undefined', sequence: '\x1b[99;9~' })).toEqual({
    kind: 'nothing',
  })
})
