import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { type Patience, typesetter } from '../../src/host/paper/typesetter.ts'
import { folderWith } from '../support/library.ts'
import { machine } from '../support/pdf.ts'

const folder = folderWith({})
afterAll(() => folder.remove())

/** A process in the place of the typesetter that does `act` when it hears the word `odd`. */
function standIn(act: string): URL {
  const path = join(folder.path, `${act.replace(/\W+/g, '-')}.mjs`)
  writeFileSync(
    path,
    `let put = 0
    process.on('message', ({ kind, name = '', data = '' }) => {
      if (name.startsWith('odd') || data === 'odd') { ${act} }
      if (kind === 'put') put += 1
      process.send(
        kind === undefined
          ? { kind: 'ready', engine: 'wasm', families: [] }
          : kind === 'set' ? { kind: 'pdf', bytes: new Uint8Array([put]), pages: 1 }
          : { kind: 'tried', fits: true },
      )
    })`,
  )
  return pathToFileURL(path)
}

const setup = { fonts: [], ownFonts: [], engine: undefined }
const short: Partial<Patience> = { document: 700, drawing: 700 }
const bytes = new Uint8Array()

describe('an engine', () => {
  // on Windows nobody sees by what signal another ended
  const signals =
    process.platform === 'win32'
      ? []
      : [
          ['that dies', "process.kill(process.pid, 'SIGABRT')", 'SIGABRT'],
          ['that is killed for want of memory', "process.kill(process.pid, 'SIGKILL')", 'memory'],
        ]

  test.each([
    ['that never comes back', 'for (;;);', 'timeout'],
    ...signals,
    ['that ends', 'process.exit(7)', 'exit 7'],
  ])('%s is told like any failure, and the next document is set', async (_, act, reason) => {
    const engine = typesetter(standIn(act), setup, undefined, short)
    expect(await engine.tried('a.png', bytes)).toBe(true)
    expect(await engine.set('', 'odd')).toEqual({ reason })
    // the picture was given to the new one without being tried again
    expect(await engine.set('', 'fine')).toEqual({ bytes: new Uint8Array([1]), pages: 1 })
    await engine.end()
  })

  test('that a drawing ends is lost for no other, and after three no drawing is tried', async () => {
    const engine = typesetter(standIn('process.exit(7)'), setup)
    expect(await engine.tried('odd1.svg', bytes)).toBe(false)
    expect(await engine.tried('fine1.svg', bytes)).toBe(true)
    expect(await engine.tried('odd2.svg', bytes)).toBe(false)
    expect(await engine.tried('odd3.svg', bytes)).toBe(false)
    expect(await engine.tried('fine2.svg', bytes)).toBe(false)
    expect(await engine.tried('图.png', bytes)).toBe(true)
    await engine.end()
  })

  test('that is busy is ended at once', async () => {
    const engine = typesetter(standIn('for (;;);'), setup)
    const set = engine.set('', 'odd')
    await engine.families()
    await engine.end()
    expect(await set).toEqual({ reason: 'memory' })
    await engine.end()
  })

  test('that takes more memory than it may ends itself', async () => {
    const script = new URL('typeset-process.js', machine.built)
    const engine = typesetter(script, setup, undefined, { memory: 1 })
    expect(await engine.set('', '')).toEqual({ reason: 'memory' })
    await engine.end()
  })

  test('that cannot start is a fault, not a bug', async () => {
    const script = pathToFileURL(join(folder.path, 'nowhere.mjs'))
    const engine = typesetter(script, setup)
    const fault = { code: 'typesetting-failed', reason: 'exit 1' }
    await expect(engine.families()).rejects.toMatchObject({ fault })
    await engine.end()
  })
})
