import { UserError } from '../../errors.ts'
import { git } from './git.ts'

/** The oldest that knows all that is asked of it: partial clones, and settings that keep others out. */
const oldestGit = '2.25'

/** The version of the system's git. Throws the faults `git-missing` and `git-old`. */
export async function gitVersion(): Promise<string> {
  const { stdout } = await git({}, ['version'])
  const version = /\d+(?:\.\d+)+/.exec(stdout.toString())?.[0] ?? '?'
  if (isOlder(version, oldestGit)) {
    throw new UserError({ code: 'git-old', version, oldest: oldestGit })
  }
  return version
}

/** Whether one version stands before another, number by number. */
export function isOlder(version: string, other: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [i, wanted] of other.split('.').map(Number).entries()) {
    const part = parts[i] ?? 0
    if (part !== wanted) return !(part > wanted)
  }
  return false
}
