import { UserError } from '../../errors.ts'
import { sharedBranch } from '../../sync/places.ts'
import type { SharedCommit } from '../../sync/tree.ts'
import { otherEnd } from '../git/environment.ts'
import { gitFault, saidBy, troubleOf } from '../git/failure.ts'
import { type GitPlace, type GitResult, type GitWays, git } from '../git/git.ts'
import { type Carrier, type ObjectFormat, openCarrier, there } from './carrier.ts'
import { remoteName } from './remote-name.ts'

/** What a remote shows of itself. */
export type Heads = {
  /** The commit on our branch. */
  readonly tip: string | undefined
  /** Whether it has any other branch. */
  readonly others: boolean
  readonly format: ObjectFormat
}

/** What became of a push. */
export type Pushed =
  | { readonly kind: 'done'; readonly commit: string }
  /** Somebody else was faster. */
  | { readonly kind: 'raced' }

/** Another repository, and ours that carries files to it and back. */
export type Remote = Pick<Carrier, 'holds' | 'entries' | 'blobs'> & {
  readonly heads: () => Promise<Heads>
  /** Has the commit on our branch here; gives it, for it may have moved. */
  readonly fetch: () => Promise<string>
  /** Puts files on top of a commit. Throws the fault `sync-refused`. */
  readonly push: (commit: Omit<SharedCommit, 'ref'>) => Promise<Pushed>
}

export type RemoteWays = Pick<GitWays, 'onProgress' | 'signal'> & {
  /** Whether a person sits there who can be asked for a password. */
  readonly interactive: boolean
}

/** Opens a remote; one sync at a time below a cache folder. Nothing is asked of it yet. */
export function openRemote(
  cache: string,
  url: string,
  ways: RemoteWays,
  known: ObjectFormat = 'sha1',
): Remote {
  const address = remoteName(url)
  const reaching = reachingBy(ways)
  let format = known
  let opened: Promise<Carrier> | undefined
  const carrier = () => {
    opened ??= openCarrier(cache, format)
    return opened
  }
  return {
    holds: async (commit, older) => (await carrier()).holds(commit, older),
    entries: async (commit) => (await carrier()).entries(commit),
    blobs: async (ids, sizes) => (await carrier()).blobs(ids, sizes),
    heads: async () => {
      const words = ['ls-remote', '--heads', ...otherEnd(url, 'upload-pack'), url]
      const result = await reaching({}, words)
      if (result.code !== 0) throw gitFault(address, result)
      const heads = headsIn(result.stdout.toString())
      format = heads.format
      return heads
    },
    fetch: async () => {
      const { at, commitAt } = await carrier()
      const words = ['fetch', '--progress', '--no-tags', '--no-recurse-submodules']
      const what = [...otherEnd(url, 'upload-pack'), url, `+refs/heads/${sharedBranch}:${there}`]
      const result = await reaching(at, [...words, ...what])
      if (result.code !== 0) throw gitFault(address, result)
      return commitAt(there)
    },
    push: async (given) => {
      const { at, made } = await carrier()
      const commit = await made(given)
      const words = [
        'push',
        '--porcelain',
        '--progress',
        '--no-verify',
        ...otherEnd(url, 'receive-pack'),
      ]
      const result = await reaching(at, [...words, url, `${commit}:refs/heads/${sharedBranch}`])
      return result.code === 0 ? { kind: 'done', commit } : lost(address, result)
    },
  }
}

/** Most get in without being asked; whoever does not is asked at the terminal from then on. */
function reachingBy({ interactive, ...ways }: RemoteWays) {
  let prompts = false
  return async (at: GitPlace, args: readonly string[]): Promise<GitResult> => {
    const result = await git(at, args, { ...ways, network: true, prompts })
    const isAsked = result.code !== 0 && !prompts && interactive
    if (!isAsked || troubleOf(result) !== 'refused') return result
    prompts = true
    return git(at, args, { ...ways, network: true, prompts })
  }
}

function headsIn(listing: string): Heads {
  const lines = listing.split('\n').filter((line) => /^[0-9a-f]+\t/.test(line))
  const ids = new Map(
    lines.map((line) => {
      const [id = '', name = ''] = line.split('\t')
      return [name, id]
    }),
  )
  const tip = ids.get(`refs/heads/${sharedBranch}`)
  const format = [...ids.values()].some((id) => id.length === 64) ? 'sha256' : 'sha1'
  return { tip, others: ids.size > (tip === undefined ? 0 : 1), format }
}

/** Two that push at once are told so in several ways, by git here or by the one over there. */
const races =
  /\((?:fetch first|non-fast-forward|stale info|cannot lock ref.*|failed to update ref|incorrect old value provided|remote ref updated since checkout|failed to lock|reference already exists)/i

function lost(address: string, result: GitResult): Pushed {
  const said = result.stdout.toString()
  const rejected = /^!\t\S*\t\[(?:remote )?rejected\] (.*)$/m.exec(said)?.[1]
  if (rejected === undefined) throw gitFault(address, result)
  if (races.test(rejected)) return { kind: 'raced' }
  const why = rejected.replace(/^\(|\)$/g, '') || saidBy(result.stderr)
  throw new UserError({ code: 'sync-refused', address, said: why })
}
