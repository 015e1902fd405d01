// Traces what the saving commands ask of the system (strace, where it is), and looks at the order: what is
// written is synced before it gets its name, each new name is synced with its folder, and all of that
// before the word that says so. `npm run torture -- --order [name …]`
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { savings } from './commands.js'
import { environment, homeFor, prepared, viva } from './homes.js'

/** What may be lost in a power cut: it is made again, or nobody was told of it. */
const passing = /[\\/]cache(?:[\\/]|$)|\.lock(?:[-.]|$)|[\\/]editing(?:[\\/]|$)|\.draft(?:\.next)?$/
const calls =
  'trace=open,openat,creat,write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,link,linkat,mkdir,mkdirat'

/** @typedef {{ call: string, paths: readonly string[], fd: number, isNew: boolean }} Event */

/**
 * The calls of a trace that succeeded, in the order in which they ended.
 * @param {string} trace
 * @returns {readonly Event[]}
 */
function eventsOf(trace) {
  /** @type {Map<string, string>} */
  const begun = new Map()
  const events = []
  for (const line of trace.split('\n')) {
    const found = /^(\d+)\s+(.*)$/.exec(line)
    if (found === null) continue
    const [, thread = '', text = ''] = found
    if (text.endsWith('<unfinished ...>')) {
      begun.set(thread, text.slice(0, -'<unfinished ...>'.length))
      continue
    }
    const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)
    const whole = rest === null ? text : (begun.get(thread) ?? '') + rest[1]
    const event = eventOf(whole)
    if (event !== undefined) events.push(event)
  }
  return events
}

/** @param {string} text @returns {Event | undefined} */
function eventOf(text) {
  const found = /^(\w+)\((.*)\)\s+= (-?\d+)(<[^>]*>)?/.exec(text)
  if (found === null) return undefined
  const [, call = '', words = '', result = '', opened] = found
  if (Number(result) < 0) return undefined
  const isOpen = call.startsWith('open') || call === 'creat'
  if (isOpen) {
    const isNew = words.includes('O_CREAT')
    return {
      call: 'open',
      paths: [unescaped((opened ?? '').slice(1, -1))],
      fd: Number(result),
      isNew,
    }
  }
  const onFd = /^(\d+)<([^>]*)>/.exec(words)
  if (
    onFd !== null &&
    !call.startsWith('rename') &&
    !call.startsWith('link') &&
    !call.startsWith('mkdir')
  ) {
    return { call, paths: [unescaped(onFd[2] ?? '')], fd: Number(onFd[1]), isNew: false }
  }
  const paths = [...words.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((one) => unescaped(one[1] ?? ''))
  return { call, paths, fd: -1, isNew: false }
}

// strace writes the bytes of a name that are no ASCII in octal
function unescaped(/** @type {string} */ text) {
  const bytes = text.replace(/\\(\d{3})/g, (_, octal) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  )
  return Buffer.from(bytes, 'latin1').toString()
}

/**
 * What was not in order: `write` without a sync before the name or the word, a name without its folder.
 * @param {readonly Event[]} events
 * @param {string} root Only what lies below it is looked at.
 * @returns {readonly string[]}
 */
function outOfOrder(events, root) {
  /** @type {Set<string>} */
  const written = new Set()
  /** @type {Map<string, string>} */
  const named = new Map()
  /** @type {Set<string>} */
  const known = new Set()
  const wrong = []
  const isOurs = (/** @type {string} */ path) => path.startsWith(root + sep) && !passing.test(path)
  for (const { call, paths, fd, isNew } of events) {
    const [path = '', other = ''] = paths
    if (call === 'open') {
      if (isNew && isOurs(path) && !known.has(path)) named.set(path, dirname(path))
      known.add(path)
    } else if (call.includes('write')) {
      if (isOurs(path)) written.add(path)
      // the word: all must be on disk by now
      if (fd === 1) wrong.push(...unsynced(written, named, 'the word'))
    } else if (call === 'fsync' || call === 'fdatasync') {
      written.delete(path)
      for (const [name, folder] of named) if (folder === path) named.delete(name)
    } else if (call.startsWith('rename') || call.startsWith('link')) {
      if (isOurs(other) && written.has(path))
        wrong.push(`${path} got the name ${other} before it was synced`)
      if (call.startsWith('rename')) named.delete(path)
      if (isOurs(other)) named.set(other, dirname(other))
      known.add(other)
    } else if (call.startsWith('mkdir') && isOurs(`${path}${sep}.`)) named.set(path, dirname(path))
  }
  return [...wrong, ...unsynced(written, named, 'the end')]
}

/**
 * @param {ReadonlySet<string>} written
 * @param {ReadonlyMap<string, string>} named
 * @param {string} when
 */
function unsynced(written, named, when) {
  const drafts = /[\\/]\.viva-[^\\/]*$|[\\/]device\.[0-9a-f]+$/
  return [
    ...[...written].map((path) => `${path} was not synced before ${when}`),
    ...[...named]
      .filter(([path]) => !drafts.test(path))
      .map(([path, folder]) => `${folder} was not synced before ${when}, though ${path} was made`),
  ]
}

/** @param {readonly string[]} names @returns {Promise<number>} how much was out of order */
export async function order(names) {
  if (spawnSync('strace', ['-V']).status !== 0) {
    console.log('order: not looked at, there is no strace here')
    return 0
  }
  const place = prepared()
  let all = 0
  try {
    const isWanted = (/** @type {{ name: string }} */ { name }) =>
      names.length === 0 || names.some((one) => name.includes(one))
    for (const saving of savings.filter(isWanted)) {
      const home = homeFor(place, saving.isNew)
      const trace = join(place.base, 'trace')
      const words = [process.execPath, viva, ...saving.words(place, home), '--lang', 'zh']
      const traced = ['-f', '-y', '-s', '1', '-o', trace, '-e', calls, ...words]
      const { status, stderr } = spawnSync('strace', traced, {
        env: environment(home),
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(`${saving.name}: ${status} ${stderr}`)
      const events = eventsOf(readFileSync(trace, 'utf8'))
      const wrong = [...new Set(outOfOrder(events, dirname(home)))]
      all += wrong.length
      console.log(`${saving.name}: ${events.length} calls, ${wrong.length} out of order`)
      for (const one of wrong) console.log(`  ${one}`)
      rmSync(dirname(home), { recursive: true, force: true })
    }
  } finally {
    rmSync(place.base, { recursive: true, force: true })
  }
  return all
}
