import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Clone } from '../../src/cards/card.ts'
import { openClones } from '../../src/host/clones/clones.ts'
import { otherEnd } from '../../src/host/git/environment.ts'
import { git } from '../../src/host/git/git.ts'
import { makeRepository, ready } from '../../src/host/git/repository.ts'
import {
  addressOf,
  commit,
  httpFor,
  ownFolder,
  plainGit,
  repository,
} from '../support/repositories.ts'

const note = { 'a.md': '## 什么是锁？\n\n互斥。\n' }

/** A folder, and a harmless payload: a command that would leave a file in it. */
function trap() {
  const folder = ownFolder()
  const ran = join(folder, 'ran')
  const script = join(folder, 'payload')
  writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> '${ran}'\ncat 2>/dev/null\n`, { mode: 0o755 })
  const hook = (gitDir: string, ...names: readonly string[]) => {
    mkdirSync(join(gitDir, 'hooks'), { recursive: true })
    for (const name of names) {
      writeFileSync(join(gitDir, 'hooks', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    }
  }
  return {
    folder,
    script,
    hook,
    hasRun: () => existsSync(ran),
    reset: () => rmSync(ran, { force: true }),
  }
}

/** Settings that run something, each by another call. */
function runningSettings(script: string): string {
  return `[core]
\tfsmonitor = ${script}
\tsshCommand = ${script}
\thooksPath = hooks
\taskPass = ${script}
\tgitProxy = ${script}
\tpager = ${script}
\teditor = ${script}
\talternateRefsCommand = ${script}
[filter "evil"]
\tsmudge = ${script}
\tclean = ${script}
\tprocess = ${script}
\trequired = true
[diff "evil"]
\ttextconv = ${script}
\tcommand = ${script}
[alias]
\tfetch = !${script}
\tcheckout = !${script}
\tstatus = !${script}
[credential]
\thelper = !${script}
[remote "origin"]
\tuploadpack = ${script}
\tproxy = ${script}
[uploadpack]
\tpackObjectsHook = ${script}
[protocol "ext"]
\tallow = always
[gpg]
\tprogram = ${script}
[log]
\tshowSignature = true
[url "ext::${script} "]
\tinsteadOf = file://
`
}

const hooks = [
  'post-checkout',
  'post-index-change',
  'reference-transaction',
  'pre-auto-gc',
  'post-merge',
  'post-rewrite',
]

function clonesIn(folder: string) {
  return openClones({ data: join(folder, 'home'), now: Date.now, interactive: false })
}

async function added(clones: ReturnType<typeof clonesIn>, url: string): Promise<Clone> {
  const { clone } = await clones.add({ url }, { keep: async () => {} })
  if (clone === undefined) throw new Error('no clone')
  return clone
}

async function updated(clones: ReturnType<typeof clonesIn>, clone: Clone): Promise<void> {
  const fetched = await clones.fetch(clone)
  if (fetched.kind === 'news') await fetched.take(false)
}

describe.skipIf(process.platform === 'win32')('nothing of a repository runs', () => {
  test('when it is cloned from a folder of somebody else: its hooks, settings, filters, modules', async () => {
    const { folder, script, hook, hasRun } = trap()
    const evil = {
      ...note,
      '.gitattributes': '* filter=evil diff=evil merge=evil ident\n',
      '.gitmodules': `[submodule "m"]\n\tpath = m\n\turl = ext::${script}\n\tupdate = !${script}\n`,
    }
    const bank = repository(join(folder, 'bank'), evil)
    plainGit(
      bank,
      'update-index',
      '--add',
      '--cacheinfo',
      `160000,${plainGit(bank, 'rev-parse', 'HEAD')},m`,
    )
    plainGit(bank, 'commit', '--quiet', '-m', 'module')
    hook(join(bank, '.git'), ...hooks, 'pre-receive', 'update', 'post-update')
    appendFileSync(join(bank, '.git/config'), runningSettings(script))
    const clones = clonesIn(folder)
    const clone = await added(clones, addressOf(bank))
    expect(await clones.edits(clone)).toEqual([])
    expect(hasRun()).toBe(false)
    // which is no wonder only if they do run where nobody takes care
    spawnSync('git', ['status'], { cwd: bank, stdio: 'ignore' })
    expect(hasRun()).toBe(true)
  })

  test('when its files name a filter that the person has, as that of large files', async () => {
    const { folder, script, hasRun } = trap()
    for (const part of ['smudge', 'clean', 'process']) {
      plainGit(folder, 'config', '--global', `filter.lfs.${part}`, script)
    }
    plainGit(folder, 'config', '--global', 'filter.lfs.required', 'true')
    const bank = join(folder, 'bank')
    mkdirSync(bank)
    plainGit(bank, 'init', '--quiet')
    const files = { ...note, '.gitattributes': '*.md filter=lfs diff=lfs -text\n' }
    commit(bank, { ...note })
    writeFileSync(join(bank, '.gitattributes'), files['.gitattributes'])
    plainGit(
      bank,
      '-c',
      'filter.lfs.process=',
      '-c',
      'filter.lfs.clean=',
      '-c',
      'filter.lfs.required=false',
      'add',
      '.',
    )
    plainGit(
      bank,
      '-c',
      'filter.lfs.process=',
      '-c',
      'filter.lfs.clean=',
      '-c',
      'filter.lfs.required=false',
      'commit',
      '-qm',
      'lfs',
    )
    const clones = clonesIn(folder)
    const clone = await added(clones, addressOf(bank))
    await clones.edits(clone)
    expect(hasRun()).toBe(false)
  })

  test('when somebody wrote into the settings, hooks and attributes that git keeps of a clone', async () => {
    const { folder, script, hook, hasRun, reset } = trap()
    const bank = repository(join(folder, 'bank'), note)
    const clones = clonesIn(folder)
    const clone = await added(clones, addressOf(bank))
    const gitDir = join(folder, 'home/libraries/bank/git')
    const spoil = () => {
      appendFileSync(join(gitDir, 'config'), runningSettings(script))
      writeFileSync(join(gitDir, 'config.worktree'), runningSettings(script))
      mkdirSync(join(folder, 'common'), { recursive: true })
      writeFileSync(join(folder, 'common/config'), runningSettings(script))
      writeFileSync(join(gitDir, 'commondir'), join(folder, 'common'))
      writeFileSync(join(gitDir, 'info/attributes'), '* filter=evil diff=evil\n')
      writeFileSync(join(gitDir, '../notes/.gitattributes'), '* filter=evil diff=evil\n')
      hook(gitDir, ...hooks)
    }
    spoil()
    rmSync(join(gitDir, 'commondir'))
    const touched = join(gitDir, '../notes/a.md')
    appendFileSync(touched, '\n')
    execFileSync('git', ['--git-dir', gitDir, '--work-tree', join(gitDir, '../notes'), 'status'], {
      stdio: 'ignore',
    })
    expect(hasRun()).toBe(true)
    reset()
    spoil()
    await clones.edits(clone)
    commit(bank, { 'b.md': '## 新的？\n\n是。\n' })
    spoil()
    await updated(clones, clone)
    expect(readdirSync(join(gitDir, '../notes'))).toContain('b.md')
    expect(hasRun()).toBe(false)
  })

  test('when the environment or the templates of the person would have something run', async () => {
    const { folder, script, hook, hasRun } = trap()
    const bank = repository(join(folder, 'bank'), note)
    hook(join(folder, 'template'), ...hooks)
    plainGit(folder, 'config', '--global', 'init.templateDir', join(folder, 'template'))
    plainGit(folder, 'config', '--global', 'core.hooksPath', join(folder, 'template/hooks'))
    const said = {
      GIT_TEMPLATE_DIR: join(folder, 'template'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: script,
      GIT_CONFIG_PARAMETERS: `'core.fsmonitor=${script}'`,
      GIT_EXTERNAL_DIFF: script,
      GIT_DIR: join(bank, '.git'),
      GIT_WORK_TREE: bank,
      GIT_INDEX_FILE: join(bank, 'index'),
      GIT_ALLOW_PROTOCOL: 'ext',
      GIT_DEFAULT_HASH: 'sha256',
      GIT_ASKPASS: script,
      SSH_ASKPASS: script,
    }
    Object.assign(process.env, said)
    try {
      const clones = clonesIn(folder)
      const clone = await added(clones, addressOf(bank))
      await updated(clones, clone)
      const { address } = await httpFor(folder, 'wen:secret')
      await expect(added(clones, `${address}/bank/.git`)).rejects.toThrow('git-failed')
    } finally {
      for (const name of Object.keys(said)) delete process.env[name]
    }
    expect(hasRun()).toBe(false)
  })

  test('by a means of transport that runs what an address names, even where all are allowed', async () => {
    const { folder, script, hasRun } = trap()
    plainGit(folder, 'config', '--global', 'protocol.allow', 'always')
    const own = { gitDir: join(folder, 'own') }
    await makeRepository(own)
    for (const url of [
      `ext::${script}`,
      'fd::7',
      `foo::${script}`,
      `ssh://-oProxyCommand=${script}/x`,
    ]) {
      const { code } = await git(ready(own), ['fetch', url, 'HEAD'], { network: true })
      expect(code).not.toBe(0)
    }
    const { code } = await git(ready(own), ['fetch', addressOf(folder), 'HEAD'])
    expect(code).not.toBe(0)
    expect(hasRun()).toBe(false)
  })

  test('when it is pushed to, on a stick of somebody else', async () => {
    const { folder, script, hook, hasRun } = trap()
    const stick = join(folder, 'stick')
    plainGit(folder, 'init', '--quiet', '--bare', stick)
    hook(
      stick,
      'pre-receive',
      'update',
      'post-receive',
      'post-update',
      'reference-transaction',
      'proc-receive',
    )
    appendFileSync(join(stick, 'config'), runningSettings(script))
    const bank = repository(join(folder, 'bank'), note)
    const own = { gitDir: join(folder, 'own') }
    await makeRepository(own)
    await git(ready(own), ['fetch', addressOf(bank), 'HEAD:refs/heads/main'], { network: true })
    const url = addressOf(stick)
    const words = ['push', ...otherEnd(url, 'receive-pack'), url, 'main:main']
    const { code, stderr } = await git(ready(own), words, { network: true })
    expect([code, stderr.includes('main -> main')]).toEqual([0, true])
    expect(hasRun()).toBe(false)
  })
})

describe('nothing of a repository leaves its folder', () => {
  /** A commit of trees that no git would make, as `mode kind name` and what is in it. */
  function crafted(
    bank: string,
    entries: readonly (readonly [mode: string, name: string, id: string])[],
  ) {
    const parts = entries.map(([mode, name, id]) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
    )
    const words = ['hash-object', '-t', 'tree', '-w', '--stdin', '--literally']
    return execFileSync('git', words, {
      cwd: bank,
      input: Buffer.concat(parts),
      encoding: 'utf8',
    }).trim()
  }

  test('by a tree that names the folder above, or git’s own by any of its names', async () => {
    const folder = ownFolder()
    const bank = repository(join(folder, 'bank'), note)
    const blob = plainGit(bank, 'rev-parse', 'HEAD:a.md')
    const inner = crafted(bank, [['100644', 'evil.md', blob]])
    const clones = clonesIn(folder)
    for (const name of ['..', '.GIT', 'git~1', 'a/../../b.md', '.g\u200cit']) {
      const entry = name.includes('/') ? ['100644', name, blob] : ['40000', name, inner]
      const tree = crafted(bank, [entry as [string, string, string]])
      plainGit(bank, 'update-ref', 'HEAD', plainGit(bank, 'commit-tree', tree, '-m', 'evil'))
      await expect(added(clones, addressOf(bank))).rejects.toThrow('git-failed')
      expect(readdirSync(join(folder, 'home/libraries'))).toEqual([])
    }
    expect(readdirSync(folder).sort()).toEqual(['bank', 'gitconfig', 'home'])
  })

  test('by a link that becomes a folder', async () => {
    const folder = ownFolder()
    const outside = join(folder, 'outside')
    mkdirSync(outside)
    const bank = repository(join(folder, 'bank'), note)
    const link = execFileSync('git', ['hash-object', '-w', '--stdin'], {
      cwd: bank,
      input: outside,
      encoding: 'utf8',
    }).trim()
    plainGit(bank, 'update-index', '--add', '--cacheinfo', `120000,${link},x.md`)
    plainGit(bank, 'commit', '--quiet', '-m', 'link')
    const clones = clonesIn(folder)
    const clone = await added(clones, addressOf(bank))
    plainGit(bank, 'update-index', '--force-remove', 'x.md')
    const blob = plainGit(bank, 'rev-parse', 'HEAD:a.md')
    plainGit(bank, 'update-index', '--add', '--cacheinfo', `100644,${blob},x.md/y.md`)
    plainGit(bank, 'commit', '--quiet', '-m', 'folder')
    await updated(clones, clone)
    expect(readdirSync(outside)).toEqual([])
    expect(readdirSync(join(folder, 'home/libraries/bank/notes/x.md'))).toEqual(['y.md'])
  })
})
