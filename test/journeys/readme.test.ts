import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import pkg from '../../package.json' with { type: 'json' }
import { obey } from '../../src/cli/program.ts'
import { Interrupted } from '../../src/errors.ts'
import type { Clones, Host } from '../../src/host/host.ts'
import { openKeeper } from '../../src/host/store/keeper.ts'
import type { LiveScreen } from '../../src/screens/screen.ts'
import { fakeHost } from '../support/fake-host.ts'
import { syncing } from '../support/syncing.ts'

const root = join(import.meta.dirname, '../..')
const home = mkdtempSync(join(tmpdir(), 'viva-test-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** Cards that all commands of the pages are about. */
const library = {
  'redis.md': `---
topics: [redis]
---

## What is cache penetration, and what has token expiry to do with 缓存 一致性?

<!-- id: cache-penetration -->
<!-- level: mid -->

Nobody has the key; a bloom filter keeps such requests out.

### Key points

- a bloom filter
- an empty value is cached too
`,
}

/** What blocks of shell lines and `viva …` in a sentence say, without remarks and placeholders. */
function linesIn(page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8')
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, all = '']) =>
    all.split('\n'),
  )
  const spans = [...text.matchAll(/`(viva\s[^`<]+)`/g)].map(([, line = '']) => line)
  const lines = [...blocks, ...spans].flatMap((line) =>
    line
      .replace(/\s+#.*$/s, '')
      .replace(/\s+/g, ' ')
      .trim()
      .split(' && '),
  )
  return [...new Set(lines)].filter((line) => line !== '')
}

/** Words as a shell cuts them. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'))
}

/** Addresses lead to a repository that has nothing new. */
const clones: Clones = {
  add: async (address, { name = 'notes', keep }) => {
    const added = { path: `/home/${name}`, clone: { name, ...address } }
    await keep(added)
    return added
  },
  fetch: async (clone) => ({ kind: 'same', clone, state: { commit: 'c', made: 0, asked: 0 } }),
  state: () => undefined,
  edits: async () => [],
  remove: () => true,
}

/** A host with a card that is due and weak, whose person leaves whatever asks. */
async function host(): Promise<Host> {
  const options = { library, look: { language: 'en' } } as const
  const before = fakeHost({ ...options, now: '2026-03-02T20:00:00+08:00' })
  await obey(before, ['rate', 'cache-penetration', 'again'])
  const preset = { 后端: { questions: 3 }, backend: { questions: 3 } }
  const one = fakeHost({
    ...options,
    journal: before.journalText(),
    settings: { presets: preset, date: '2026-12-06' },
    texts: { 'deck.apkg': '' },
    sync: syncing({}, 'never').sync,
    clones,
  })
  const live = async <State, Result>({ state, hear }: LiveScreen<State, Result>) => {
    const step = hear(state, { kind: 'key', name: 'ctrl-c', columns: 80, at: 0 })
    if (step.kind === 'done') return step.result
    throw new Error('a screen was not left')
  }
  const choose: Host['terminal']['choose'] = async ({ choices }) => {
    const last = choices.at(-1)
    if (last === undefined) throw new Error('a menu without a choice')
    return last.value
  }
  const keeper = openKeeper({ settings: home, data: home }, join(home, 'cache'), {
    ...one.clock,
    settings: one.store.settings,
  })
  return {
    ...one,
    // notes are there, and what is to be written is not
    files: { ...one.files, exists: (path) => !/\.\w+$/.test(path) },
    store: { ...one.store, openKeeper: async () => keeper },
    terminal: { ...one.terminal, live, choose, ask: async () => '', edit: async (text) => text },
  }
}

const pages = ['README.md', 'README.zh.md']
const lines = [...new Set(pages.flatMap(linesIn))]
const commands = lines.filter((line) => /^viva(?: |$)/.test(line))

test('the pages name no program but viva and npm, and of npm only scripts that there are', () => {
  expect(commands.length).toBeGreaterThan(45)
  const scripts = [...Object.keys(pkg.scripts), 'ci', 'install']
  for (const line of lines.filter((line) => !commands.includes(line))) {
    expect(scripts, line).toContain(/^npm (?:run )?([\w:]+)/.exec(line)?.[1])
  }
})

test.each(commands)('what the pages say can be typed: %s', async (line) => {
  const [, ...words] = wordsOf(line)
  const ending = await obey(await host(), words).catch((error: unknown) => error)
  // one that is only named is named without what it is given
  const isNamed = words.length === 1 && Object(ending).code === 'commander.missingArgument'
  expect(isNamed || ending === undefined || ending instanceof Interrupted, String(ending)).toBe(
    true,
  )
})
