import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hold, isHeld, isSpent, release } from '../../src/host/store/interviews/hold.ts'
import { openInterviews } from '../../src/host/store/interviews/interviews.ts'
import { leftovers, tidied } from '../../src/host/store/keeping/leftovers.ts'
import { encodeKept, encodeStep } from '../../src/interview/record.ts'
import { asked, begun, evening } from '../support/interviews.ts'
import { folderWith } from '../support/library.ts'

let home: ReturnType<typeof folderWith>
let folder: string

beforeEach(() => {
  home = folderWith({})
  folder = join(home.path, 'interviews')
  mkdirSync(folder)
})
afterEach(() => home.remove())

const name = '20261122T200000-abcdef'
/** What a process that is gone left as its lock. */
const gone = `${spawnSync(process.execPath, ['-e', '']).pid} gone`
const lock = () => join(folder, `${name}.lock`)

function put(file: string, text: string, ageMs = 0): void {
  const path = join(folder, file)
  writeFileSync(path, text)
  const at = new Date(Date.now() - ageMs)
  utimesSync(path, at, at)
}

describe('a lock', () => {
  test('is held by one process, and by it again', () => {
    expect(hold(lock())).toBe(true)
    expect(hold(lock())).toBe(true)
    expect(isHeld(lock())).toBe(false)
    expect(readdirSync(folder)).toEqual([`${name}.lock`])
    release(lock())
    expect(readdirSync(folder)).toEqual([])
  })

  test.skipIf(!existsSync('/proc/self/stat'))(
    'of a process that is there is told, whatever number it bears',
    () => {
      const parent = readFileSync(`/proc/${process.ppid}/stat`, 'latin1')
      const start = parent.slice(parent.lastIndexOf(')') + 2).split(' ')[19]
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
      put(`${name}.lock`, gone)
      put(`${name}.lock.3`, `${process.ppid} ${boot} ${start}`)
      expect([hold(lock()), isHeld(lock()), isSpent(lock())]).toEqual([false, true, false])
    },
  )

  test.each(['', 'half', gone])('whose process is gone (%j) is followed by the next', (left) => {
    put(`${name}.lock`, left)
    expect([isHeld(lock()), isSpent(lock())]).toEqual([false, true])
    expect(hold(lock())).toBe(true)
    expect(readdirSync(folder)).toEqual([`${name}.lock.1`])
    release(lock())
  })

  test('that another took over meanwhile is not held', () => {
    put(`${name}.lock.1`, gone)
    expect(hold(lock())).toBe(true)
    // whoever looked before all that happened links the first name, and finds the later one
    expect(readdirSync(folder)).toEqual([`${name}.lock.2`])
    release(lock())
  })
})

describe('what an editor left of an answer', () => {
  const store = () => openInterviews(home.path)
  const kept = { turn: 2, text: '终端里的', usedMs: 5, pausedMs: 6, hesitationMs: 7, hints: 1 }

  test('is the answer that goes on, with the times of the draft', () => {
    put(`${name}.draft`, encodeKept(kept))
    writeFileSync(store().editing(name, 2), '编辑器里的\r\n\u001b[31m')
    const found = { ...kept, text: '编辑器里的\n␛[31m' }
    expect(store().kept(name)).toEqual(found)
    expect(existsSync(store().editing(name, 2))).toBe(false)
    expect(store().kept(name)).toEqual(found)
  })

  test('counts without a draft, too', () => {
    writeFileSync(store().editing(name, 0), '编辑器里的')
    expect(store().kept(name)).toMatchObject({ turn: 0, text: '编辑器里的', usedMs: 0 })
  })

  test('goes with the draft once the answer is given', () => {
    put(`${name}.draft`, encodeKept(kept))
    writeFileSync(store().editing(name, 2), '编辑器里的')
    store().forget(name)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('what kills leave behind', () => {
  const all = () => ({ data: home.path, settings: home.path, cache: join(home.path, 'cache') })
  const hours = 3 * 3_600_000

  test('is tidied: locks, drafts of what is over, and halves that are old', () => {
    const over = '20261121T200000-abcdef'
    put(
      `${over}.jsonl`,
      encodeStep(begun()) + encodeStep({ kind: 'ended', at: evening, how: 'finished' }),
    )
    put(`${over}.draft`, 'x')
    put(`${over}.turn-1.md`, 'x')
    put(`${over}.lock`, gone)
    put(`${name}.jsonl`, encodeStep(begun()) + encodeStep(asked(0)))
    put(`${name}.draft`, 'x')
    put(`${name}.draft.next`, 'x', hours)
    put(`${name}.lock-0123abcd`, gone, hours)
    put('.viva-0123abcd', 'x')
    put('../.viva-0123abcd.json', 'x', hours)
    put('../device.0123456789ab', 'x', hours)
    expect(leftovers(all()).spent).toHaveLength(7)
    expect(tidied(all())).toBe(7)
    expect(readdirSync(folder).sort()).toEqual(
      ['.viva-0123abcd', `${over}.jsonl`, `${name}.draft`, `${name}.jsonl`].sort(),
    )
    expect(tidied(all())).toBe(0)
  })

  test('of an editor’s is told, and never taken away', () => {
    put(`${name}.turn-1.left-1.md`, '文字', hours)
    mkdirSync(join(home.path, 'editing'))
    put('../editing/note-deadlock.md', '文字', hours)
    expect(tidied(all())).toBe(0)
    expect(leftovers(all()).texts).toEqual([
      join(home.path, 'editing/note-deadlock.md'),
      join(folder, `${name}.turn-1.left-1.md`),
    ])
  })

  test('leaves the lock of an interview that is held alone', () => {
    expect(hold(lock())).toBe(true)
    expect(tidied(all())).toBe(0)
    expect(readdirSync(folder)).toEqual([`${name}.lock`])
    release(lock())
  })
})
