import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { reasonOf } from '../../errors.ts'

/**
 * Takes a lock that this process holds until it ends; false if another one holds it. Where no lock
 * can be written nothing else can either, and whoever writes next says so: that counts as taken.
 */
export function hold(path: string): boolean {
  if (isHeld(path)) return false
  rmSync(path, { force: true })
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, `${process.pid} ${birthOf(process.pid)}`)
    closeSync(file)
  } catch (error) {
    return reasonOf(error) !== 'EEXIST'
  }
  process.once('exit', () => rmSync(path, { force: true }))
  return true
}

/** Whether another process that is still there holds a lock. */
export function isHeld(path: string): boolean {
  try {
    const [holder = '', ...birth] = readFileSync(path, 'utf8').split(' ')
    const pid = Number(holder)
    if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
    process.kill(pid, 0)
    // after a restart another process may have its number
    return birthOf(pid) === birth.join(' ')
  } catch {
    // no lock, or its process is gone or somebody else's
    return false
  }
}

/** When a process began, and in which run of the machine; `''` where the system does not tell. */
function birthOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // the name in brackets may hold spaces; the 20th field behind it is the start
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return ''
  }
}
