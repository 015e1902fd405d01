import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AddedLibrary, Clone, GitAddress } from '../../src/cards/card.ts'
import { openClones } from '../../src/host/clones/clones.ts'
import {
  commit,
  daemonFor,
  httpFor,
  ownFolder,
  plainGit,
  repository,
} from '../support/repositories.ts'

const notes = { 'docs/锁.md': '## 什么是锁？\n\n互斥。\n', 'video.mp4': 'x'.repeat(1000) }

/** A home, and the means to it; what is kept is what settings would hold. */
function homeIn(folder: string) {
  const data = join(folder, 'home')
  const kept: AddedLibrary[] = []
  const clones = openClones({ data, now: () => 1_795_348_800_000, interactive: false })
  const keep = async (library: AddedLibrary) => void kept.push(library)
  const add = async (address: GitAddress, name?: string) => {
    const { clone } = await clones.add(address, { name, keep })
    if (clone === undefined) throw new Error('no clone')
    return clone
  }
  return {
    data,
    kept,
    clones,
    add,
    at: (clone: Clone, file: string) => join(data, 'libraries', clone.name, 'notes', file),
  }
}

async function updated(clones: ReturnType<typeof openClones>, clone: Clone, force = false) {
  const fetched = await clones.fetch(clone)
  if (fetched.kind === 'news') await fetched.take(force)
  return fetched
}

describe('a library from git', () => {
  test('is one folder with the notes that are read, beside what git keeps, and is not kept twice', async () => {
    const folder = ownFolder()
    const url = `file://${repository(join(folder, '题库'), notes)}`
    const { data, kept, add, at } = homeIn(folder)
    const clone = await add({ url })
    expect(clone).toEqual({ name: '题库', url })
    expect(readFileSync(at(clone, 'docs/锁.md'), 'utf8')).toBe(notes['docs/锁.md'])
    expect(existsSync(at(clone, 'video.mp4'))).toBe(false)
    expect(existsSync(at(clone, '.git'))).toBe(false)
    expect(kept).toEqual(
      [{ path: at(clone, ''), clone }].map((one) => ({
        ...one,
        path: one.path.replace(/\/$/, ''),
      })),
    )
    // as after a kill between the clone and its note in the settings
    expect(await add({ url })).toEqual(clone)
    expect(readdirSync(join(data, 'libraries'))).toEqual(['题库'])
  })

  test('comes over http without what is not read, and what was asked once is enough', async () => {
    const folder = ownFolder()
    const bank = repository(join(folder, 'bank'), notes)
    plainGit(bank, 'config', 'uploadpack.allowFilter', 'true')
    const { address, asked } = await httpFor(folder)
    const { data, add, at } = homeIn(folder)
    const clone = await add({ url: `${address}/bank/.git` }, '网上')
    expect(readFileSync(at(clone, 'docs/锁.md'), 'utf8')).toBe(notes['docs/锁.md'])
    expect(asked.length).toBeGreaterThan(2)
    const gitDir = join(data, 'libraries/网上/git')
    const missing = plainGit(gitDir, 'rev-list', '--objects', '--missing=print', 'HEAD')
    expect(missing).toMatch(/^\?/m)
  })
})
