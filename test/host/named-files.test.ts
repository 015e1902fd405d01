import { describe, expect, test } from 'vitest'
import { spelled } from '../../src/host/named-files.ts'

/** A Mac's folder of notes; its name was written in parts, and is found by any spelling. */
const onDisk = `/Users/li/${'Café'.normalize('NFD')}/笔记`
const folding = (path: string) => {
  if (path.normalize('NFC').toLowerCase() === onDisk.normalize('NFC').toLowerCase()) return onDisk
  throw new Error('ENOENT')
}

describe('a path where several spellings are one folder', () => {
  test.each(['darwin', 'win32'] as const)('is what the system calls it, on %s', (platform) => {
    const typed = ['/Users/li/Café/笔记', '/users/LI/CAFÉ/笔记', onDisk]
    expect(new Set(typed.map((path) => spelled(path, platform, folding)))).toEqual(
      new Set([onDisk]),
    )
  })

  test('stays as it was typed where there is nothing', () => {
    expect(spelled('/Users/li/没有', 'darwin', folding)).toBe('/Users/li/没有')
  })
})

test('a path where each spelling is a folder of its own stays as it was typed', () => {
  expect(spelled('/Users/li/Café/笔记', 'linux', folding)).toBe('/Users/li/Café/笔记')
})
