// The package as people install it: four Nodes, three package managers, with and without what is optional.
// Then, with the folder read-only and no network, it must start, list the bank and print a PDF; by npx it
// must start. Takes the network and some minutes: `npm run installs`, or `npm run installs -- 24` of one Node.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const base = mkdtempSync(join(tmpdir(), 'viva-installs-'))
const named = process.argv.slice(2)
const majors = named.length > 0 ? named : ['20', '22', '24', '26']
const managers = { npm: 'npm@10.9.4', pnpm: 'pnpm@10.20.0', yarn: 'yarn@1.22.22' }
/** Who waits longer has met no network. */
const seconds = 600

/**
 * @param {string} command @param {readonly string[]} words @param {string} cwd
 * @param {Record<string, string>} [more]
 */
function done(command, words, cwd, more = {}) {
  const env = { ...process.env, ...more }
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    ...{ cwd, env, encoding: 'utf8', timeout: seconds * 1000, maxBuffer: 64 << 20 },
  })
  if (status === 0) return stdout
  throw new Error(
    `${words.slice(0, 4).join(' ')}: ${error ?? (stderr || stdout).trim().slice(-300)}`,
  )
}

/** @param {string} name @param {readonly string[]} packages */
function installed(name, packages) {
  const folder = join(base, name)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  done('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], folder)
  return join(folder, 'node_modules')
}

const tools = installed('tools', Object.values(managers))
/** How each is started by a Node, and told to add a package. @type {Record<string, (pack: string, optional: boolean) => string[]>} */
const adding = {
  npm: (pack, optional) => [
    ...[join(tools, 'npm/bin/npm-cli.js'), 'install', '--no-audit', '--no-fund', pack],
    ...(optional ? [] : ['--omit=optional']),
  ],
  pnpm: (pack, optional) => [
    ...[join(tools, 'pnpm/bin/pnpm.cjs'), 'add', pack, '--store-dir', join(base, 'store')],
    ...(optional ? [] : ['--no-optional']),
  ],
  yarn: (pack, optional) => [
    ...[join(tools, 'yarn/bin/yarn.js'), 'add', '--no-lockfile', `file:${pack}`],
    ...(optional ? [] : ['--ignore-optional']),
  ],
}

// everything of the folder is there to read, nothing to write, and nobody outside answers
const alone = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'

/** @param {string} node @param {string} folder @param {string} home */
function used(node, folder, home) {
  const viva = (/** @type {readonly string[]} */ ...words) => {
    const line = [node, join(folder, 'node_modules/viva-interview/bin/viva.js'), ...words]
    const own = { VIVA_HOME: home }
    return done('unshare', ['-mnr', 'sh', '-c', alone, folder, ...line], home, own)
  }
  const cards = JSON.parse(viva('list', '--json')).length
  const paper = join(home, 'a.pdf')
  viva('export', paper, '--topic', 'redis', '--lang', 'en')
  if (!readFileSync(paper, 'latin1').startsWith('%PDF-')) throw new Error('no PDF')
  return cards
}

let failed = 0
try {
  done('npm', ['pack', '--ignore-scripts', '--pack-destination', base], root)
  const pack = join(base, readdirSync(base).find((name) => name.endsWith('.tgz')) ?? '')
  for (const major of majors) {
    const node = join(installed(`node-${major}`, [`node@${major}`]), 'node/bin/node')
    const version = done(node, ['--version'], base).trim()
    const path = `${join(node, '..')}:${process.env.PATH}`
    for (const [manager, add] of Object.entries(adding)) {
      for (const optional of [true, false]) {
        const name = `${version} ${manager} ${optional ? 'with' : 'without'} optional packages`
        const folder = join(base, name.replaceAll(' ', '-'))
        try {
          mkdirSync(join(folder, 'app'), { recursive: true })
          mkdirSync(join(folder, 'home'))
          const app = join(folder, 'app')
          writeFileSync(join(app, 'package.json'), '{"private":true}')
          done(node, add(pack, optional), app, { PATH: path })
          console.log(`passed  ${name}: ${used(node, app, join(folder, 'home'))} cards and a PDF`)
        } catch (error) {
          failed += 1
          console.log(`FAILED  ${name}: ${error instanceof Error ? error.message : error}`)
        }
        rmSync(folder, { recursive: true, force: true })
      }
    }
    const npx = [join(tools, 'npm/bin/npx-cli.js'), '-y', '-p', pack, 'viva', '--version']
    console.log(`passed  ${version} npx: ${done(node, npx, base, { PATH: path }).trim()}`)
  }
} catch (error) {
  failed += 1
  console.log(`FAILED  ${error instanceof Error ? error.message : error}`)
} finally {
  rmSync(base, { recursive: true, force: true })
}
process.exitCode = failed === 0 ? 0 : 1
