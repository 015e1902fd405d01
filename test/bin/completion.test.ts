import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { binary, sit } from '../support/pty.ts'

const notes = `## What is a HashMap?

<!-- id: java:hashmap -->
<!-- tags: jdk -->

Buckets.

## 什么是垃圾回收？

<!-- id: java:gc -->

回收不可达的对象。
`

let home: string

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'viva-test-'))
  symlinkSync(binary, join(home, 'viva'))
  writeFileSync(join(home, 'note book.md'), notes)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** How each shell is started without anybody's settings, and how it reads the script. */
const shells = [
  ['bash', ['--norc', '--noprofile', '-i'], 'eval "$(viva completion bash)"'],
  ['zsh', ['-f', '-i'], 'source <(viva completion zsh)'],
  ['fish', ['--no-config', '-i'], 'viva completion fish | source'],
] as const

const lines = [
  ['viva interv', 'viva interview'],
  ['viva list --unans', 'viva list --unanswered'],
  ['viva config set mode thi', 'viva config set mode think'],
  ['viva show --library "note book.md" java:h', 'java:hashmap'],
  ['viva list --library "note book.md" --tag=j', '--tag=jdk'],
  ['viva check note', 'note\\ book.md'],
] as const

describe.each(shells)('in %s', (shell, options, reads) => {
  const isThere = spawnSync(shell, ['-c', 'exit 0']).status === 0
  // a machine without this shell has nobody who completes in it
  const when = isThere ? test : test.skip

  when('Tab completes commands, options, values, ids with a colon and files', async () => {
    const sitting = sit({
      words: [],
      command: [shell, ...options],
      home,
      columns: 100,
      env: { PATH: `${home}:${process.env.PATH ?? ''}`, LC_ALL: 'C.UTF-8', PS1: '$ ' },
    })
    try {
      sitting.type(`${reads}; echo re''ady\r`)
      await sitting.until(/^ready/m)
      for (const [typed, whole] of lines) {
        sitting.type(`${typed}\t`)
        await sitting.until(whole)
        // the line goes, the shell stays
        sitting.type('\x15')
      }
    } finally {
      sitting.close()
    }
    expect(sitting.raw()).not.toMatch(/command not found|parse error|syntax error/)
  })
})
