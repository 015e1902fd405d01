import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { editText, lineArguments } from '../../src/host/terminal/editor.ts'
import { folderWith } from '../support/library.ts'

const path = '/笔记/并发.md'

test.each([
  ['vi', ['+7', path]],
  ['/usr/bin/nvim -f', ['+7', path]],
  ['emacsclient -t', ['+7', path]],
  ['code --wait', ['--goto', `${path}:7`]],
  ['C:\\Tools\\code.exe --wait', ['--goto', `${path}:7`]],
  ['hx', [`${path}:7`]],
  ['notepad', [path]],
  ['sh /home/me/edit.sh', [path]],
  ['', [path]],
])('%s is told the line in its own way', (editor, expected) => {
  expect(lineArguments(editor, path, 7)).toEqual(expected)
})

type Does = { readonly writes?: string; readonly appends?: string; readonly code?: number }

// the shell starts sooner, and Windows has none
function editorThat({ writes, appends, code = 0 }: Does, folder: string): string {
  const text = JSON.stringify(writes ?? appends ?? '')
  const isQuiet = writes === undefined && appends === undefined
  if (process.platform !== 'win32') {
    const put = isQuiet ? '' : `printf ${text} ${writes === undefined ? '>>' : '>'} "$1"; `
    return `sh -c '${put}exit ${code}' sh`
  }
  const put = `fs.${writes === undefined ? 'append' : 'write'}FileSync(process.argv[2], ${text})`
  const script = join(folder, 'edit.cjs')
  writeFileSync(
    script,
    `const fs = require('fs'); ${isQuiet ? '' : put}; process.exitCode = ${code}`,
  )
  return `node "${script}"`
}

describe('a text that is edited', () => {
  let place: ReturnType<typeof folderWith>
  const { EDITOR, TMPDIR, TEMP, TMP } = process.env
  const before = { EDITOR, TMPDIR, TEMP, TMP }
  const file = () => join(place.path, 'editing', '答.md')
  const left: string[] = []
  /** Edits with an editor that writes this, behind what is there if it `appends`, and ends so. */
  const edit = (does: Does, text = '之前的') => {
    process.env.EDITOR = editorThat(does, place.path)
    return editText(text, { path: file(), onLeft: (one) => void left.push(one) })
  }

  beforeEach(() => {
    place = folderWith({})
    left.length = 0
  })
  afterEach(() => {
    place.remove()
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  })

  test('is what the editor left, and no file stays', async () => {
    expect(await edit({ appends: '\r\n之后的' })).toBe('之前的\n之后的')
    expect(readdirSync(dirname(file()))).toEqual([])
  })

  test('and saved by an editor that then fails is kept, and named', async () => {
    const kept = join(dirname(file()), '答.left-1.md')
    await expect(edit({ writes: '之后的', code: 3 })).rejects.toMatchObject({
      fault: { code: 'editor-failed', reason: 'exit 3', kept },
    })
    expect(readFileSync(kept, 'utf8')).toBe('之后的')
    await expect(edit({ writes: '再一次', code: 3 })).rejects.toThrow('editor-failed')
    expect(readdirSync(dirname(file()))).toEqual(['答.left-1.md', '答.left-2.md'])
  })

  test('and not changed by an editor that fails leaves nothing', async () => {
    await expect(edit({ code: 3 })).rejects.toMatchObject({ fault: { kept: undefined } })
    expect(readdirSync(dirname(file()))).toEqual([])
  })

  test('does not take the place of what an editor left before it was killed', async () => {
    mkdirSync(dirname(file()))
    writeFileSync(file(), '被杀前的')
    expect(await edit({ writes: '之后的' })).toBe('之后的')
    expect(left).toEqual([join(dirname(file()), '答.left-1.md')])
    expect(readFileSync(left[0] ?? '', 'utf8')).toBe('被杀前的')
  })

  test('lies elsewhere where nothing can be kept, and else is a fault', async () => {
    writeFileSync(dirname(file()), 'a file in the place of the folder')
    expect(await edit({ writes: '之后的' })).toBe('之后的')
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = '/no/such/folder'
    await expect(edit({ writes: '之后的' })).rejects.toThrow('editor-failed')
  })
})
