import type { GitAddress } from '../../cards/card.ts'
import { UserError } from '../../errors.ts'
import { otherEnd } from '../git/environment.ts'
import { gitDone, gitFault, troubleOf } from '../git/failure.ts'
import { type GitPlace, type GitProgress, type GitResult, type GitWays, git } from '../git/git.ts'
import { type OwnRepository, ready } from '../git/repository.ts'
import type { ClonePlace, CloneRecord } from './place.ts'
import { wantedFiles } from './wanted-files.ts'

/** How the other end may be asked, and who hears of it. */
export type Asking = {
  /** Ends it with `Interrupted`. */
  readonly signal?: AbortSignal | undefined
  /** Whether a person sits there who can be asked for a password. */
  readonly interactive: boolean
  readonly onProgress?: ((progress: GitProgress) => void) | undefined
}

/** How much of a repository comes. */
export type Depth = {
  /** Blobs come only when they are checked out. */
  readonly partial: boolean
  /** Without it only the latest commit comes. */
  readonly deep: boolean
  readonly format: 'sha1' | 'sha256'
}

/** What came, and how. */
export type Latest = {
  readonly commit: string
  readonly made: number
  readonly depth: Depth
  /** The terminal was needed to get in. */
  readonly prompts: boolean
}

/** The repository of a clone, as git is to find it. */
export function repositoryOf(
  { gitDir, notes }: ClonePlace,
  { url, folder }: GitAddress,
  { partial, format }: Depth,
): OwnRepository {
  return { gitDir, workTree: notes, url, partial, format, sparse: wantedFiles(folder) }
}

/** How a clone that is here was fetched. */
export function depthOf({ partial = false, deep = false, format = 'sha1' }: CloneRecord): Depth {
  return { partial, deep, format }
}

const latest = 'refs/viva/latest'

/**
 * Fetches the latest commit of a branch, a tag, or of what the other end points at, and says which it
 * is. Force pushes are nothing special: what was there before counts for nothing. Goes once without
 * asking anybody, which suits helpers, keys and several at once; where nobody is let in and a person is
 * there, once more with the terminal, one after the other. Throws the faults of git.
 */
export async function fetchLatest(
  place: ClonePlace,
  address: GitAddress,
  depths: { readonly usual: Depth; readonly asked: Depth },
  { interactive, onProgress, signal }: Asking,
): Promise<Latest> {
  const by = (depth: Depth, prompts: boolean) => {
    const at = ready(repositoryOf(place, address, depth))
    return fetched(at, address, depth, { prompts, onProgress, signal })
  }
  let depth = depths.usual
  let prompts = false
  let result = await by(depth, prompts)
  if (result.code !== 0 && troubleOf(result) === 'refused' && interactive) {
    depth = depths.asked
    prompts = true
    const turn = queue.then(() => {
      onProgress?.({ step: 'asking', done: 1, all: 1 })
      return by(depth, prompts)
    })
    queue = turn.catch(() => {})
    result = await turn
  }
  if (result.code !== 0) throw gitFault(address.url, result)
  const at = ready(repositoryOf(place, address, depth))
  return { ...(await commitOf(at, address.url)), depth, prompts }
}

let queue: Promise<unknown> = Promise.resolve()

async function fetched(
  at: GitPlace,
  { url, branch }: GitAddress,
  { partial, deep }: Depth,
  ways: Pick<GitWays, 'prompts' | 'onProgress' | 'signal'>,
): Promise<GitResult> {
  const words = [
    'fetch',
    '--progress',
    '--no-tags',
    // that comes after an update
    '--no-auto-gc',
    '--no-recurse-submodules',
    ...(deep ? [] : ['--depth=1']),
    ...(partial ? ['--filter=blob:none'] : []),
    ...otherEnd(url, 'upload-pack'),
    'origin',
  ]
  const by = (ref: string) => git(at, [...words, `+${ref}:${latest}`], { network: true, ...ways })
  if (branch === undefined) return by('HEAD')
  const result = await by(`refs/heads/${branch}`)
  return troubleOf(result) === 'no-branch' ? by(`refs/tags/${branch}`) : result
}

async function commitOf(
  at: GitPlace,
  address: string,
): Promise<{ readonly commit: string; readonly made: number }> {
  const words = ['log', '-1', '--no-show-signature', '--no-notes', '--format=%H %ct', latest]
  const { stdout } = await gitDone(at, words, { address })
  const [commit = '', seconds = '0'] = stdout.toString().trim().split(' ')
  return { commit, made: Number(seconds) * 1000 }
}

/**
 * What to try where the other end cannot do what was asked: no filter, no shallow history, or another
 * kind of names for commits. Undefined where nothing else would help.
 */
export function otherDepth(depth: Depth, error: unknown): Depth | undefined {
  const fault = error instanceof UserError ? error.fault : undefined
  if (fault?.code !== 'git-failed' || fault.why !== 'other') return undefined
  const { said } = fault
  if (/algorithm/i.test(said) && depth.format === 'sha1') return { ...depth, format: 'sha256' }
  if (!depth.deep && /shallow|depth/i.test(said)) return { ...depth, partial: false, deep: true }
  // what a filter breaks is said in many ways
  return depth.partial ? { ...depth, partial: false } : undefined
}

/** Throws the fault `folder-missing` where a commit has no such folder, and no such note. */
export async function mustHave(
  at: GitPlace,
  commit: string,
  { url, folder }: GitAddress,
): Promise<void> {
  if (folder === undefined) return
  const { stdout } = await gitDone(at, ['ls-tree', '-z', commit, '--', folder], { address: url })
  const kind = /^\d+ (\w+) /.exec(stdout.toString())?.[1]
  const isNote = kind === 'blob' && /\.(?:md|markdown|mdx)$/i.test(folder)
  if (kind !== 'tree' && !isNote) {
    throw new UserError({ code: 'folder-missing', address: url, folder })
  }
}
