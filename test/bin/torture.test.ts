import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const tool = join(import.meta.dirname, '../tools/torture.js')

test('kills, eight writers, a full disk and spoilt bytes lose nothing that was said to be saved', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, '4'], { encoding: 'utf8' })
  expect(stdout + stderr).toContain('lost in all: 0')
  expect(status).toBe(0)
}, 300_000)

test('of a full disk, a broken one and kills at single operations nothing is lost, doubled or unsaid', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, '--faults', 'short'], {
    encoding: 'utf8',
  })
  expect(stdout + stderr).toMatch(/in all: \d\d runs, .* LOST 0, DOUBLED 0, 0 ended without/)
  expect(status).toBe(0)
}, 240_000)

test('what is saved is synced before it has its name, and its name before the word', () => {
  const words = [tool, '--order', 'rate on a new', 'note', 'config set', 'restore on a new']
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect(stdout + stderr).toContain('lost in all: 0')
  expect(status).toBe(0)
}, 300_000)

test('machines that share a history have it all, after kills, lost races and a remote that was emptied', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, '--sync', '16', '2', '2'], {
    encoding: 'utf8',
  })
  expect(stdout + stderr).toContain('lost in all: 0')
  expect(status).toBe(0)
}, 240_000)
