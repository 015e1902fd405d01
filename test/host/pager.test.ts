import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { paged } from '../../src/host/terminal/pager.ts'
import { folderWith } from '../support/library.ts'

const folder = folderWith({})
afterEach(() => {
  vi.unstubAllEnvs()
  folder.remove()
})

// what a pager is on Windows, and how a shell writes to a file there, is another matter
const onUnix = test.skipIf(process.platform === 'win32')

onUnix(
  'the pager is a command line of the person, and is given the lines as they are',
  async () => {
    const file = join(folder.path, 'shown')
    vi.stubEnv('PAGER', `cat > '${file}'`)
    expect(await paged(['什么是死锁？', '', '\u001b[1m互相等待\u001b[22m'])).toBe(true)
    expect(readFileSync(file, 'utf8')).toBe('什么是死锁？\n\n\u001b[1m互相等待\u001b[22m\n')
  },
)

onUnix('one that closes early is no fault, one that is not there shows nothing', async () => {
  vi.stubEnv('PAGER', 'head -c 1 > /dev/null')
  expect(await paged(Array.from({ length: 50_000 }, () => '互相等待'))).toBe(true)
  vi.stubEnv('PAGER', 'no-such-pager-here 2> /dev/null')
  expect(await paged(['一'])).toBe(false)
})

test.each(['', 'cat'])('%j is none', async (pager) => {
  vi.stubEnv('PAGER', pager)
  expect(await paged(['一'])).toBe(false)
})
