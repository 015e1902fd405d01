import { UserError } from '../../errors.ts'
import { gitFault } from '../git/failure.ts'
import { type GitPlace, type GitResult, type GitWays, git } from '../git/git.ts'

type Wish = {
  /** What the person calls the clone. */
  readonly name: string
  readonly url: string
  /** What the person changed goes. */
  readonly force: boolean
}

/**
 * Has the files of a commit in the work tree. What a person changed stays unless it is forced; where
 * that is in the way nothing is touched. Throws the faults `clone-edited` and `git-failed`.
 */
export async function checkOut(
  at: GitPlace,
  commit: string,
  { name, url, force }: Wish,
  ways: GitWays = {},
): Promise<void> {
  const forced = force ? ['--force'] : []
  const result = await git(at, ['checkout', '--progress', '--detach', ...forced, commit], ways)
  if (result.code === 0) return
  const files = inTheWay(result)
  if (files.length > 0) throw new UserError({ code: 'clone-edited', name, files })
  throw gitFault(url, result)
}

/** The files that git names before it touches anything, each in a line of its own. */
function inTheWay({ stderr }: GitResult): readonly string[] {
  if (!/would be (?:overwritten|removed|lost)|not uptodate/i.test(stderr)) return []
  return [...stderr.matchAll(/^\t(.+)$/gm)].map(([, file = '']) => file)
}

/**
 * The files of the work tree that a person changed or took away, and with `all` those that they put
 * there; undefined where git cannot tell.
 */
export async function editsIn(
  at: GitPlace,
  which: 'all' | 'tracked',
): Promise<readonly string[] | undefined> {
  const others = which === 'all' ? ['--untracked-files=all', '--ignored'] : ['-uno']
  const { code, stdout } = await git(at, ['status', '--porcelain', '-z', '--no-renames', ...others])
  if (code !== 0) return undefined
  const lines = stdout.toString().split('\0')
  return lines.filter((line) => line !== '').map((line) => line.slice(3))
}
