import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Interrupted } from '../../src/errors.ts'
import { gitEnvironment } from '../../src/host/git/environment.ts'
import { saidBy, troubleOf } from '../../src/host/git/failure.ts'
import { git, progressIn } from '../../src/host/git/git.ts'
import { tidily } from '../../src/host/git/leaving.ts'
import { configText } from '../../src/host/git/repository.ts'
import { gitVersion, isOlder } from '../../src/host/git/version.ts'
import { ownFolder } from '../support/repositories.ts'

/** Has a script stand for git, or nothing. */
function gitThat(does?: string): string {
  const folder = ownFolder()
  const before = process.env.PATH
  onTestFinished(() => {
    process.env.PATH = before
  })
  if (does !== undefined)
    writeFileSync(join(folder, 'git'), `#!/bin/sh\n${does}\n`, { mode: 0o755 })
  process.env.PATH = does === undefined ? folder : `${folder}:${before}`
  return folder
}

describe.skipIf(process.platform === 'win32')('the system’s git', () => {
  test('is missed by name, and told to be too old', async () => {
    gitThat()
    await expect(gitVersion()).rejects.toMatchObject({ fault: { code: 'git-missing' } })
    gitThat('echo git version 2.17.1')
    const old = { fault: { code: 'git-old', version: '2.17.1' } }
    await expect(gitVersion()).rejects.toMatchObject(old)
    gitThat('echo "git version 2.39.5 (Apple Git-154)"')
    expect(await gitVersion()).toBe('2.39.5')
  })

  test('that gives no sign of life is ended with all that it started', async () => {
    const folder = gitThat('sleep 600 & echo $! > "$HOME/pid"; wait')
    const { isStuck, stderr } = await git({}, ['fetch'], { patienceMs: 100 })
    expect(troubleOf({ isStuck, stderr })).toBe('offline')
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
    await expect.poll(() => isThere(pid)).toBe(false)
  })

  test('is ended by Ctrl-C, but for what is brought to its end; then it is told all the same', async () => {
    const folder = gitThat(
      'echo "Receiving objects:  50% (1/2)" >&2; for last; do :; done; sleep "$last"; echo done > "$HOME/done"',
    )
    const onProgress = () => void process.emit('SIGINT')
    const call = (seconds: string, finishes: boolean) =>
      tidily((signal) => git({}, [seconds], { signal, onProgress, finishes }))
    await expect(call('600', false)).rejects.toBeInstanceOf(Interrupted)
    expect(existsSync(join(folder, 'done'))).toBe(false)
    await expect(call('0.1', true)).rejects.toBeInstanceOf(Interrupted)
    expect(existsSync(join(folder, 'done'))).toBe(true)
  })
})

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // one that nobody has looked after yet is gone too
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}

test('versions are told apart number by number', () => {
  expect(
    ['2.9', '2.25', '2.25.0', '3.0', '2.24.9', '?'].map((one) => isOlder(one, '2.25')),
  ).toEqual([true, false, false, false, true, true])
})

test('the environment keeps the ways to servers, and nothing else of git’s', () => {
  const person = {
    PATH: '/bin',
    https_proxy: 'http://127.0.0.1:1',
    GIT_SSH_COMMAND: 'ssh -i key',
    GIT_SSL_CAINFO: '/ca',
    GIT_CONFIG_GLOBAL: '/own',
    GIT_DIR: '/x',
    GIT_EXEC_PATH: '/x',
    git_external_diff: 'x',
    GIT_ASKPASS: 'x',
    SSH_ASKPASS: 'x',
    GIT_PROTOCOL: 'x',
  }
  const silent = gitEnvironment(person, { network: false, prompts: false })
  expect(silent).toMatchObject({
    PATH: '/bin',
    https_proxy: 'http://127.0.0.1:1',
    GIT_SSH_COMMAND: 'ssh -i key',
    GIT_SSL_CAINFO: '/ca',
    GIT_CONFIG_GLOBAL: '/own',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_ASKPASS: '',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  })
  const odd = ['GIT_DIR', 'GIT_EXEC_PATH', 'git_external_diff', 'GIT_PROTOCOL', 'SSH_ASKPASS']
  expect(odd.filter((name) => name in silent)).toEqual([])
  const asking = gitEnvironment(person, { network: true, prompts: true })
  expect(asking).toMatchObject({ GIT_ASKPASS: 'x', SSH_ASKPASS: 'x' })
  expect(asking.GIT_ALLOW_PROTOCOL).not.toContain('ext')
  expect(asking).not.toHaveProperty('GIT_TERMINAL_PROMPT')
})

test.each([
  ['offline', "fatal: unable to access 'https://x/': Could not resolve host: x"],
  [
    'offline',
    'ssh: connect to host x port 22: Connection refused\nfatal: Could not read from remote repository.',
  ],
  ['refused', "fatal: could not read Username for 'https://x': terminal prompts disabled"],
  [
    'refused',
    'git@x: Permission denied (publickey).\nfatal: Could not read from remote repository.',
  ],
  ['refused', 'Host key verification failed.\nfatal: Could not read from remote repository.'],
  ['not-found', "remote: Repository not found.\nfatal: repository 'https://x/' not found"],
  ['not-found', "fatal: '/x' does not appear to be a git repository"],
  ['no-branch', "fatal: couldn't find remote ref refs/heads/zh"],
  ['no-space', 'fatal: write error: No space left on device'],
  ['foreign-owner', "fatal: detected dubious ownership in repository at '/x'"],
  ['other', 'fatal: bad object'],
])('is %s as git says it: %s', (why, stderr) => {
  expect(troubleOf({ stderr, isStuck: false })).toBe(why)
})

test('why git failed is told in its words, without what the other end sent along', () => {
  const stderr = 'remote: hello\rReceiving objects: 1% (1/100)\rfatal: early EOF\nhint: try again\n'
  expect(saidBy(stderr)).toBe('early EOF')
  const ssh =
    'git@x: Permission denied (publickey).\nfatal: Could not read from remote repository.\n'
  expect(
    saidBy(
      `${ssh}\nPlease make sure you have the correct access rights\nand the repository exists.`,
    ),
  ).toBe('git@x: Permission denied (publickey)')
  expect(saidBy('')).toBe('')
  expect(
    progressIn('remote: Counting objects:  10% (1/10)\rReceiving objects:  50% (5/10), 1 KiB'),
  ).toEqual({
    step: 'Receiving objects',
    done: 5,
    all: 10,
  })
  expect(progressIn('remote: hello')).toBe(undefined)
})

test('the settings of a repository hold nothing that an address could add', () => {
  const url = 'https://example.org/a"b\\c'
  const text = configText(
    { gitDir: '/x', workTree: '/y', url, partial: true, sparse: [] },
    'darwin',
  )
  expect(text).toMatchInlineSnapshot(`
    "[core]
    	repositoryformatversion = 1
    	bare = false
    	filemode = false
    	logallrefupdates = false
    	ignorecase = true
    	precomposeunicode = true
    	sparseCheckout = true
    	sparseCheckoutCone = false
    [extensions]
    	partialClone = origin
    [remote "origin"]
    	url = "https://example.org/a\\"b\\\\c"
    	promisor = true
    	partialclonefilter = blob:none
    "
  `)
  expect(configText({ gitDir: '/x', format: 'sha256' }, 'linux')).toContain('objectFormat = sha256')
})
