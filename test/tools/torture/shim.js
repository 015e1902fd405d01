// Loaded before viva (`node --import`): counts what is done to files below some folders, and at the
// N-th operation fails, writes half, or kills the process. Told by the environment:
// VIVA_FAULT_ROOTS (paths, by the path delimiter), VIVA_FAULT_AT (from 1; 0 for never), VIVA_FAULT_WAY,
// VIVA_FAULT_COUNT (a file that the number of operations is written to in the end).
import fs, { constants } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { delimiter, resolve, sep } from 'node:path'
import { isMainThread } from 'node:worker_threads'

/**
 * `eio`: this one fails. `full`, `readonly`: so do all from here on that need room, or change anything.
 * `half`: half is written. `torn`: half is written, or it is done, and the process killed. `kill`: it is
 * killed before.
 */
const way = process.env.VIVA_FAULT_WAY ?? 'eio'
const at = Number(process.env.VIVA_FAULT_AT ?? 0)
const roots = (process.env.VIVA_FAULT_ROOTS ?? '').split(delimiter).filter((root) => root !== '')
const original = { ...fs, promises: { ...fs.promises } }
/** @type {Map<number, string>} */
const open = new Map()
let count = 0

/** @param {unknown} path */
function isOurs(path) {
  if (typeof path !== 'string') return false
  const whole = resolve(path)
  return roots.some((root) => whole === root || whole.startsWith(root + sep))
}

/**
 * @param {string} code
 * @param {string} call
 */
function fault(code, call) {
  return Object.assign(new Error(`${code}: ${call}`), { code, syscall: call, errno: -1 })
}

function kill() {
  process.kill(process.pid, 'SIGKILL')
  // nothing is done between the sending and the end
  for (;;);
}

/**
 * What becomes of the next operation.
 * @param {string} call
 * @param {boolean} needsRoom
 * @returns {'done' | 'half' | 'torn'}
 */
function next(call, needsRoom) {
  count += 1
  if (at === 0 || count < at) return 'done'
  if (way === 'full' && needsRoom) throw fault('ENOSPC', call)
  if (way === 'readonly') throw fault('EROFS', call)
  if (count > at) return 'done'
  if (way === 'eio') throw fault('EIO', call)
  if (way === 'kill') kill()
  if (way === 'half') {
    if (call === 'write') return 'half'
    throw fault('EIO', call)
  }
  return way === 'torn' ? 'torn' : 'done'
}

/**
 * @template Value
 * @param {string} call
 * @param {boolean} needsRoom
 * @param {() => Value} work
 */
function tried(call, needsRoom, work) {
  const what = next(call, needsRoom)
  const value = work()
  if (what === 'torn') kill()
  return value
}

/** @param {unknown} flags */
function writes(flags) {
  if (typeof flags === 'number') return (flags & (constants.O_WRONLY | constants.O_RDWR)) !== 0
  return typeof flags === 'string' && /[wa+]/.test(flags)
}

/** @type {any} */
const patched = {
  openSync(/** @type {any} */ path, /** @type {any} */ flags = 'r', /** @type {any} */ mode) {
    if (!isOurs(path)) return original.openSync(path, flags, mode)
    if (!writes(flags)) {
      const fd = original.openSync(path, flags, mode)
      // a folder is opened for nothing but to be synced
      if (original.fstatSync(fd).isDirectory()) open.set(fd, path)
      return fd
    }
    const isNew = !original.existsSync(path)
    const fd = tried('open', isNew, () => original.openSync(path, flags, mode))
    open.set(fd, path)
    return fd
  },
  closeSync(/** @type {number} */ fd) {
    open.delete(fd)
    return original.closeSync(fd)
  },
  writeSync(/** @type {number} */ fd, /** @type {any} */ data, /** @type {any[]} */ ...rest) {
    if (!open.has(fd)) return original.writeSync(fd, data, ...rest)
    const what = next('write', true)
    if (what === 'done') return original.writeSync(fd, data, ...rest)
    const bytes = typeof data === 'string' ? Buffer.from(data) : data
    const from = typeof data === 'string' ? 0 : typeof rest[0] === 'number' ? rest[0] : 0
    const all =
      typeof rest[1] === 'number' && typeof data !== 'string' ? rest[1] : bytes.length - from
    const written = original.writeSync(fd, bytes, from, Math.floor(all / 2))
    if (what === 'torn') kill()
    return written
  },
  writeFileSync(/** @type {any} */ path, /** @type {any} */ data, /** @type {any} */ options = {}) {
    if (!isOurs(path)) return original.writeFileSync(path, data, options)
    const { mode = 0o666, flag = 'w', flush = false } = typeof options === 'object' ? options : {}
    const fd = patched.openSync(path, flag, mode)
    try {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data
      for (let done = 0; done < bytes.length; ) {
        done += patched.writeSync(fd, bytes, done, bytes.length - done)
      }
      if (flush) patched.fsyncSync(fd)
    } finally {
      patched.closeSync(fd)
    }
  },
  mkdirSync(/** @type {any} */ path, /** @type {any} */ options) {
    if (!isOurs(path) || original.existsSync(path)) return original.mkdirSync(path, options)
    return tried('mkdir', true, () => original.mkdirSync(path, options))
  },
  rmSync(/** @type {any} */ path, /** @type {any} */ options) {
    const isThere = original.lstatSync(path, { throwIfNoEntry: false }) !== undefined
    if (!isOurs(path) || !isThere) return original.rmSync(path, options)
    return tried('unlink', false, () => original.rmSync(path, options))
  },
}
for (const name of ['fsyncSync', 'fdatasyncSync', 'ftruncateSync', 'fchmodSync']) {
  patched[name] = (/** @type {number} */ fd, /** @type {any[]} */ ...rest) => {
    const call = /** @type {any} */ (original)[name]
    return open.has(fd) ? tried(name, false, () => call(fd, ...rest)) : call(fd, ...rest)
  }
}
for (const name of ['renameSync', 'linkSync', 'unlinkSync', 'chmodSync', 'copyFileSync']) {
  patched[name] = (/** @type {any} */ path, /** @type {any[]} */ ...rest) => {
    const call = /** @type {any} */ (original)[name]
    const room = name === 'linkSync' || name === 'copyFileSync'
    const isOne = isOurs(path) || isOurs(rest[0])
    return isOne ? tried(name, room, () => call(path, ...rest)) : call(path, ...rest)
  }
}

/** @type {any} */
const promises = {
  async open(/** @type {any} */ path, /** @type {any} */ flags = 'r', /** @type {any} */ mode) {
    if (!isOurs(path) || !writes(flags)) return original.promises.open(path, flags, mode)
    next('open', !original.existsSync(path))
    const handle = await original.promises.open(path, flags, mode)
    open.set(handle.fd, path)
    const { fd } = handle
    handle.writeFile = async (/** @type {any} */ data) => {
      for (let done = 0; done < data.length; ) {
        done += patched.writeSync(fd, data, done, data.length - done)
      }
    }
    handle.sync = async () => patched.fsyncSync(fd)
    handle.chmod = async (/** @type {any} */ bits) => patched.fchmodSync(fd, bits)
    const close = handle.close.bind(handle)
    handle.close = async () => {
      open.delete(fd)
      return close()
    }
    return handle
  },
  rename: async (/** @type {any} */ from, /** @type {any} */ to) => patched.renameSync(from, to),
  rm: async (/** @type {any} */ path, /** @type {any} */ options) => patched.rmSync(path, options),
}

if (isMainThread && roots.length > 0) {
  Object.assign(fs, patched)
  Object.assign(fs.promises, promises)
  syncBuiltinESMExports()
  const target = process.env.VIVA_FAULT_COUNT
  if (target !== undefined) {
    process.on('exit', () => original.writeFileSync(target, String(count)))
  }
}
