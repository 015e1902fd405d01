import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const tool = join(import.meta.dirname, '../tools/torture.js')

test('kills, eight writers, a full disk and spoilt bytes lose nothing that was said to be saved', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, '8'], { encoding: 'utf8' })
  expect(stdout + stderr).toContain('lost in all: 0')
  expect(status).toBe(0)
}, 120_000)
