import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepCode } from '../../src/host/scripts/keep.ts'
import { keptCode } from '../../src/host/scripts/kept.ts'
import { type Scripts, scriptsIn } from '../../src/host/scripts/scripts.ts'

let folder: string
let cache: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'viva-scripts-'))
  cache = join(folder, 'cache')
  path = join(cache, 'code-list.cache')
  mkdirSync(cache, { mode: 0o700 })
  script('first.cjs', 'const { twice } = require("./second.cjs"); exports.four = () => twice(2)')
  script('second.cjs', 'exports.runs = (exports.runs ?? 0) + 1; exports.twice = (n) => n * 2')
})
afterEach(() => rmSync(folder, { recursive: true }))

function script(name: string, text: string): void {
  writeFileSync(join(folder, name), `(function(require,exports,module,here){${text}})`)
}

/** Runs the first script, which needs the second, and gives what loaded them. */
function started(): Scripts {
  const scripts = scriptsIn(folder, keptCode(path))
  const { four } = scripts.load('first.cjs') as { readonly four: () => number }
  expect(four()).toBe(4)
  return scripts
}

function kept(scripts: Scripts): readonly (readonly [string, boolean])[] {
  return scripts.loaded.map(({ name, isKept }) => [name, isKept])
}

describe('the scripts of the build', () => {
  test('are each run once, whoever needs them', () => {
    const scripts = started()
    expect(scripts.load('second.cjs')).toMatchObject({ runs: 1 })
    expect(scripts.loaded).toHaveLength(2)
  })

  test('get what Node has when they ask for it, and where they stand', () => {
    script(
      'node.cjs',
      `const all = { ...require("node:readline") }
      exports.kind = typeof all.createInterface
      exports.sum = require("node:zlib").crc32("viva")
      exports.here = here()`,
    )
    expect(scriptsIn(folder, new Map()).load('node.cjs')).toEqual({
      kind: 'function',
      sum: 1_808_162_637,
      here: expect.stringMatching(/^file:.*node\.cjs$/),
    })
  })

  test('start with what V8 made of them before', () => {
    const first = started()
    expect(kept(first)).toEqual([
      ['first.cjs', false],
      ['second.cjs', false],
    ])
    keepCode(path, first.loaded)
    expect(kept(started())).toEqual([
      ['first.cjs', true],
      ['second.cjs', true],
    ])
  })

  test('are read anew when they changed', () => {
    keepCode(path, started().loaded)
    script('second.cjs', 'exports.twice = (n) => n + n')
    expect(kept(started())).toEqual([
      ['first.cjs', true],
      ['second.cjs', false],
    ])
  })
})

describe('what is kept of scripts', () => {
  beforeEach(() => keepCode(path, started().loaded))

  test.each([20, 200, 1000])('is not used with byte %i changed', (at) => {
    const bytes = readFileSync(path)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
    expect(keptCode(path).size).toBe(0)
    expect(kept(started()).every(([, isKept]) => !isKept)).toBe(true)
  })

  test.each([0, 7, 100])('is not used cut short after %i bytes', (length) => {
    truncateSync(path, length)
    expect(keptCode(path).size).toBe(0)
  })

  test.skipIf(process.platform === 'win32')('is not used where others may write', () => {
    expect(keptCode(path).size).toBe(2)
    chmodSync(cache, 0o770)
    expect(keptCode(path).size).toBe(0)
    chmodSync(cache, 0o700)
    chmodSync(path, 0o606)
    expect(keptCode(path).size).toBe(0)
  })

  test.skipIf(process.platform === 'win32')('is not written where others may write', () => {
    rmSync(path)
    chmodSync(cache, 0o777)
    keepCode(path, started().loaded)
    expect(readdirSync(cache)).toEqual([])
  })

  test('is at most so many files, of which the oldest go', () => {
    for (let i = 0; i < 48; i += 1) {
      const other = join(cache, `code-${i}.cache`)
      writeFileSync(other, '')
      utimesSync(other, 1000 + i, 1000 + i)
    }
    writeFileSync(join(cache, 'library.cache'), '')
    keepCode(path, started().loaded)
    const names = readdirSync(cache)
    expect(names).toHaveLength(25)
    expect(names).toEqual(
      expect.arrayContaining(['library.cache', 'code-list.cache', 'code-47.cache']),
    )
  })
})
