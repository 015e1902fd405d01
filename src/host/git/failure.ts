import { type GitTrouble, UserError } from '../../errors.ts'
import { type GitPlace, type GitResult, type GitWays, git } from './git.ts'

/** What git says, and what it means; the first that fits. */
const meanings: readonly (readonly [GitTrouble, RegExp])[] = [
  [
    'refused',
    /authentication failed|could not read (?:username|password)|terminal prompts disabled|permission denied|host key verification failed|access denied|error: 40[13]|invalid credentials|no anonymous write/i,
  ],
  ['no-branch', /couldn't find remote ref|remote branch .* not found/i],
  [
    'not-found',
    /repository .*not found|does not appear to be a git repo|no such repository|error: 404|does not exist|could not be found|not a git repository|repository not exported|is not valid: is this a git repository/i,
  ],
  [
    'offline',
    /could not resolve|name resolution|unable to look up|failed to connect|couldn't connect|unable to connect|connection (?:refused|timed out|reset|closed)|network is (?:unreachable|down)|no route to host|timed out|operation too slow/i,
  ],
  ['foreign-owner', /dubious ownership|unsafe repository/i],
  ['no-space', /no space left|disk quota/i],
]

/** What went wrong, as far as git's own words tell. */
export function troubleOf({ stderr, isStuck }: Pick<GitResult, 'stderr' | 'isStuck'>): GitTrouble {
  if (isStuck) return 'offline'
  return meanings.find(([, words]) => words.test(stderr))?.[0] ?? 'other'
}

/** What follows whatever went wrong, and says nothing. */
const empty =
  /^(?:fatal: )?(?:could not read from remote|please make sure you have|and the repository)/i

/** What git said for people: why it failed, without what the other end sent along. */
export function saidBy(stderr: string): string {
  const lines = stderr.split(/[\r\n]+/).filter((line) => line.trim() !== '' && !empty.test(line))
  const own = lines.filter((line) => !/^(?:remote|hint|warning):/.test(line))
  const fatal = own.find((line) => /^(?:fatal|error):/.test(line)) ?? own.at(-1)
  return (fatal ?? lines.at(-1) ?? '').replace(/^(?:fatal|error): /, '').replace(/[\s:.]+$/, '')
}

/** The fault that a call ended with; `address` is what the person knows the other end by. */
export function gitFault(address: string, result: GitResult): UserError {
  const why = troubleOf(result)
  return new UserError({ code: 'git-failed', address, why, said: saidBy(result.stderr) })
}

/** The same as `git`, for a call that is to succeed. Throws the fault `git-failed` too. */
export async function gitDone(
  at: GitPlace,
  args: readonly string[],
  ways: GitWays & { readonly address: string },
): Promise<GitResult> {
  const result = await git(at, args, ways)
  if (result.code !== 0) throw gitFault(ways.address, result)
  return result
}
