import { expect, test } from 'vitest'
import { lineArguments } from '../../src/host/terminal/editor.ts'

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
