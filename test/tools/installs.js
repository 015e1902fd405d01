// The package as people install it: four Nodes, three package managers, with and without what is optional.
// Then, with the folder read-only and no network, what the manager put into `.bin` must start, list the bank
// and print a PDF; by npx it must start. Takes the network and half an hour: `npm run installs`, or parts of it,
// `npm run installs -- 24 pnpm`. VIVA_INSTALLS names a folder in which the one package that is tried, the Nodes,
// the caches and what was found stay, so that parts add up to one table.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const kept = process.env.VIVA_INSTALLS
if (kept !== undefined) mkdirSync(kept, { recursive: true })
const base = kept ?? mkdtempSync(join(tmpdir(), 'viva-installs-'))
const nodes = ['20', '22', '24', '26']
const managers = { npm: 'npm@10.9.4', pnpm: 'pnpm@10.20.0', yarn: 'yarn@1.22.22' }
const ways = [...Object.keys(managers), 'npx']
const named = process.argv.slice(2)
/** Those that were named; all of a kind of which none was. @param {readonly string[]} all */
const wanted = (all) => {
  const some = all.filter((name) => named.includes(name))
  return some.length > 0 ? some : all
}
/** Who waits longer has met no network. */
const seconds = 600

/**
 * @param {string} command @param {readonly string[]} words @param {string} cwd
 * @param {Record<string, string>} [more]
 */
function done(command, words, cwd, more = {}) {
  const env = { ...process.env, YARN_CACHE_FOLDER: join(base, 'yarn'), ...more }
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    ...{ cwd, env, encoding: 'utf8', timeout: seconds * 1000, maxBuffer: 64 << 20 },
  })
  if (status === 0) return stdout
  throw new Error(
    `${words.slice(0, 4).join(' ')}: ${error ?? (stderr || stdout).trim().slice(-300)}`,
  )
}

/** The modules of some packages in a folder of their own. @param {string} name @param {readonly string[]} packages */
function installed(name, packages) {
  const folder = join(base, name)
  const modules = join(folder, 'node_modules')
  if (existsSync(modules)) return modules
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  done('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], folder)
  return modules
}

/** The package as it would be published. */
function packed() {
  const there = () => readdirSync(base).find((name) => name.endsWith('.tgz'))
  if (there() === undefined) {
    done('npm', ['pack', '--ignore-scripts', '--pack-destination', base], root)
  }
  return join(base, there() ?? '')
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

/** The cards of the bank, as this folder has them. */
const bank = JSON.parse(
  done(process.execPath, [join(root, 'bin/viva.js'), 'list', '--json'], root, {
    VIVA_HOME: join(base, 'home'),
  }),
).length

// everything of the folder is there to read, nothing to write, and nobody outside answers
const alone = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'

/** What is shown of a use; throws if anything is wrong. @param {string} app @param {string} home @param {string} path */
function used(app, home, path) {
  const own = { VIVA_HOME: home, PATH: path }
  const inApp = (/** @type {readonly string[]} */ ...line) =>
    done('unshare', ['-mnr', 'sh', '-c', alone, app, ...line], home, own)
  const viva = (/** @type {readonly string[]} */ ...words) =>
    inApp(join(app, 'node_modules/.bin/viva'), ...words)
  const written = inApp('sh', '-c', 'touch "$0/x" 2>/dev/null && echo yes || echo no', app).trim()
  if (written !== 'no') throw new Error('the folder can be written')
  viva('--version')
  const cards = JSON.parse(viva('list', '--json')).length
  if (cards !== bank) throw new Error(`${cards} of ${bank} cards`)
  const paper = join(home, 'a.pdf')
  viva('export', paper, '--topic', 'redis', '--lang', 'en')
  if (!readFileSync(paper, 'latin1').startsWith('%PDF-')) throw new Error('no PDF')
  return `${cards} cards and a PDF`
}

/** @param {string} pack @param {string} node @param {string} way @param {boolean} optional */
function tried(pack, node, way, optional) {
  const path = `${join(node, '..')}:${process.env.PATH}`
  if (way === 'npx') {
    const npx = [join(tools, 'npm/bin/npx-cli.js'), '-y', '-p', pack, 'viva', '--version']
    return done(node, npx, base, { PATH: path, npm_config_cache: join(base, 'npx') }).trim()
  }
  const folder = mkdtempSync(join(base, 'try-'))
  try {
    const [app, home] = [join(folder, 'app'), join(folder, 'home')]
    for (const made of [app, home]) mkdirSync(made)
    writeFileSync(join(app, 'package.json'), '{"private":true}')
    done(node, adding[way]?.(pack, optional) ?? [], app, { PATH: path })
    return used(app, home, path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What was found, by Node and way. @type {Record<string, Record<string, string>>} */
const found = existsSync(join(base, 'found.json'))
  ? JSON.parse(readFileSync(join(base, 'found.json'), 'utf8'))
  : {}

/** @param {string} version @param {string} name @param {() => string} trial */
function noted(version, name, trial) {
  let says
  try {
    says = `passed: ${trial()}`
  } catch (error) {
    says = `FAILED: ${error instanceof Error ? error.message : error}`
  }
  console.log(`${version} ${name} ${says}`)
  found[version] = { ...found[version], [name]: says }
  writeFileSync(join(base, 'found.json'), JSON.stringify(found))
}

/** One row a Node, one column a way. */
function table() {
  const columns = [...Object.keys(managers).flatMap((way) => [way, `${way} less`]), 'npx']
  const wide = (/** @type {string} */ text) => text.padEnd(10)
  const rows = Object.entries(found).map(([version, cells]) =>
    [version, ...columns.map((name) => cells[name]?.slice(0, 6) ?? '-')].map(wide).join('  '),
  )
  const head = ['', ...columns].map(wide).join('  ')
  return `\n${[head, ...rows.sort()].join('\n')}\nless: without optional packages`
}

try {
  const pack = packed()
  for (const major of wanted(nodes)) {
    const node = join(installed(`node-${major}`, [`node@${major}`]), 'node/bin/node')
    const version = done(node, ['--version'], base).trim()
    for (const way of wanted(ways)) {
      noted(version, way, () => tried(pack, node, way, true))
      if (way !== 'npx') noted(version, `${way} less`, () => tried(pack, node, way, false))
    }
  }
  console.log(table())
} finally {
  if (kept === undefined) rmSync(base, { recursive: true, force: true })
}
const wrong = Object.values(found).flatMap((cells) =>
  Object.values(cells).filter((says) => says.startsWith('FAILED')),
)
process.exitCode = wrong.length === 0 ? 0 : 1
