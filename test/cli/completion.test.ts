import { describe, expect, test } from 'vitest'
import { obey } from '../../src/cli/program.ts'
import { enDeck, zhDeck } from '../support/bank.ts'
import { type FakeOptions, fakeHost } from '../support/fake-host.ts'

const library = {
  '并发.md': zhDeck,
  'net.md': enDeck,
  'odd.md': `---
topics: [Data bases, "$(touch /tmp/x)"]
---

## What is an index?

<!-- id: db:index -->

A sorted copy.
`,
}

/** What a shell is told: the first line and the words. */
async function told(words: readonly string[], options: FakeOptions = {}, shell = 'bash') {
  const host = fakeHost({ library, ...options })
  await obey(host, ['complete', shell, ...words])
  return host.printed().split('\n')
}

async function offered(...words: readonly string[]): Promise<readonly string[]> {
  return (await told(words)).slice(1)
}

describe('the words that complete a line', () => {
  test('are commands, and the parts of a command', async () => {
    expect(await offered('re')).toEqual(['review', 'relink', 'restore'])
    expect(await offered('help', 'e')).toEqual(['environment', 'export'])
    expect(await offered('library', '')).toEqual(['add', 'list', 'update', 'remove'])
    expect(await offered('--lang', 'zh', 'conf')).toEqual(['config'])
  })

  test('are the options of a command, and what they may be', async () => {
    expect(await offered('interview', '--se')).toEqual(['--seconds', '--seed'])
    expect(await offered('interview', '--no')).toEqual(['--no-follow-ups', '--no-color'])
    expect(await offered('interview', '--mode', '')).toEqual(['type', 'think'])
    expect(await offered('list', '--level=')).toEqual(
      ['junior', 'mid', 'senior'].map((level) => `--level=${level}`),
    )
    expect(await offered('export', 'a.pdf', '--paper', 'a')).toEqual(['a4', 'a5'])
    expect(await offered('library', 'list', '--js')).toEqual(['--json'])
    expect(await offered('--lang', '')).toEqual(['en', 'zh'])
  })

  test('are topics, tags, cards, presets, settings and grades', async () => {
    expect(await offered('review', '--topic', '并')).toEqual(['并发'])
    expect(await offered('review', '--tag', 'o')).toEqual(['os'])
    expect(await offered('show', 'dead')).toEqual(['deadlock'])
    expect(await offered('show', 'deadlock', 'thr')).toEqual(['thread-process'])
    expect(await offered('rate', 'deadlock', 'e')).toEqual(['easy'])
    expect(await offered('interview', '--card', 'db:')).toEqual(['db:index'])
    expect(await offered('library', 'add', 'x', '--questions', 'heading-3')).toContain('heading-3')
    expect(await offered('config', 'set', 'mode', '')).toEqual(['type', 'think'])
    expect(await offered('config', 'get', 'pract')).toEqual(['practice-language'])
    const settings = { presets: { 后端: { questions: 3 } } }
    expect(await told(['interview', '--preset', ''], { settings })).toEqual(['words', '后端'])
    expect(await told(['config', 'get', 'preset'], { settings })).toEqual(['words', 'preset.后端'])
  })

  test('are left to the shell where it is files', async () => {
    for (const words of [
      ['export', ''],
      ['check', '~/no'],
      ['list', '--library', ''],
      ['interview', '--save=rep'],
      ['library', 'add', 'one', 'tw'],
    ]) {
      expect(await told(words)).toEqual(['files'])
    }
  })

  test('are none where nothing is known, and nothing is an error', async () => {
    for (const words of [
      ['nosuch', 'x', ''],
      ['search', 'wor'],
      ['list', '--nope=x'],
      ['log', 'x'],
    ]) {
      expect(await told(words)).toEqual(['words'])
    }
    expect(await told([], {}, 'tcsh')).toEqual([''])
    expect(await told([])).toContain('interview')
  })

  test('are only text to the shell, whatever a note says', async () => {
    expect(await offered('list', '--topic', 'Da')).toEqual(['Data\\ bases'])
    expect(await offered('list', '--topic', '"Da')).toEqual(['Data bases'])
    expect(await offered('list', '--topic', '$')).toEqual(['\\$\\(touch\\ /tmp/x\\)'])
    expect(await offered('config', 'set', "'mode'", 'th')).toEqual(['think'])
    expect(await offered('list', '--topic', 'Data\\ b')).toEqual(['Data\\ bases'])
    const power = await told(['list', '--topic', '.$'], {}, 'powershell')
    expect(power).toEqual(['words', "'$(touch /tmp/x)'\t"])
  })

  test('come with what they are, in the language of the person, where a shell shows it', async () => {
    expect(await told(['show', 'dead'], {}, 'fish')).toEqual(['words', 'deadlock\t什么是死锁？'])
    expect(await told(['rev'], {}, 'zsh')).toEqual([
      'words',
      'review\t复习今天到期的卡片，再学新卡',
    ])
  })

  test('begin as typed in any case where none does otherwise', async () => {
    expect(await offered('list', '--topic', 'net')).toEqual(['Networks'])
  })
})

test.each(['bash', 'zsh', 'fish', 'powershell'])('the script for %s is printed', async (shell) => {
  const host = fakeHost()
  await obey(host, ['completion', shell])
  expect(host.printed()).toContain(`viva complete ${shell}`)
})
