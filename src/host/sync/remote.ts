import { join } from 'node:path'
import { UserError } from '../../errors.ts'
import { sharedBranch } from '../../sync/places.ts'
import { blobsIn, type Commit, commitStream, type Entry, entriesIn } from '../../sync/tree.ts'
import { otherEnd } from '../git/environment.ts'
import { gitDone, gitFault, saidBy, troubleOf } from '../git/failure.ts'
import { type GitPlace, type GitResult, type GitWays, git } from '../git/git.ts'
import { makeRepository, ready, unlock } from '../git/repository.ts'
import { gitVersion } from '../git/version.ts'
import { discard } from '../store/discard.ts'
import { making } from './carrying.ts'
import { isFolder } from './folders.ts'
import { remoteName } from './remote-name.ts'

const there = 'refs/viva/there'
const mine = 'refs/viva/mine'
/** So much is read at once, in bytes. */
const mostAtOnce = 64 << 20

export type Format = 'sha1' | 'sha256'

/** What a remote shows of itself. */
export type Heads = {
  /** The commit on our branch. */
  readonly tip: string | undefined
  /** Whether it has any other branch. */
  readonly others: boolean
  readonly format: Format
}

/** What became of a push. */
export type Pushed =
  | { readonly kind: 'done'; readonly commit: string }
  /** Somebody else was faster. */
  | { readonly kind: 'raced' }

/** A remote, with a repository of ours that carries files to it and back; that one can be made again. */
export type Remote = {
  readonly heads: () => Promise<Heads>
  /** Has the commit on our branch here; gives it, for it may have moved. */
  readonly fetch: () => Promise<string>
  /** Whether a commit is a part of the history of another one, as far as is known here. */
  readonly holds: (commit: string, older: string) => Promise<boolean>
  readonly entries: (commit: string) => Promise<ReadonlyMap<string, Entry>>
  readonly blobs: (
    ids: readonly string[],
    sizes: ReadonlyMap<string, number>,
  ) => Promise<ReadonlyMap<string, Uint8Array>>
  /** Puts files on top of a commit. Throws the fault `sync-refused`. */
  readonly push: (commit: Omit<Commit, 'ref'>) => Promise<Pushed>
}

export type RemoteWays = Pick<GitWays, 'onProgress' | 'signal'> & {
  /** Whether a person sits there who can be asked for a password. */
  readonly interactive: boolean
}

/** Opens a remote below the cache folder; one sync at a time. Nothing is asked of it yet. */
export function openRemote(cache: string, url: string, ways: RemoteWays): Remote {
  const address = remoteName(url)
  let format: Format = 'sha1'
  let place: GitPlace | undefined
  let prompts = false
  const opened = async () => {
    place ??= await making(cache, () => openRepository(cache, format))
    return place
  }
  // most get in without being asked; whoever does not is asked at the terminal from then on
  const reaching = async (at: GitPlace, args: readonly string[]): Promise<GitResult> => {
    const { interactive, ...others } = ways
    const result = await git(at, args, { ...others, network: true, prompts })
    const isAsked = result.code !== 0 && !prompts && interactive
    if (!isAsked || troubleOf(result) !== 'refused') return result
    prompts = true
    return git(at, args, { ...others, network: true, prompts })
  }
  const local = async (args: readonly string[], input?: string | Uint8Array) => {
    const more = input === undefined ? {} : { input }
    return gitDone(await opened(), args, { ...more, address: 'sync' })
  }
  return {
    heads: async () => {
      const words = ['ls-remote', '--heads', ...otherEnd(url, 'upload-pack'), url]
      const result = await reaching({}, words)
      if (result.code !== 0) throw gitFault(address, result)
      const heads = headsIn(result.stdout.toString())
      format = heads.format
      return heads
    },
    fetch: async () => {
      const words = ['fetch', '--progress', '--no-tags', '--no-recurse-submodules']
      const what = [...otherEnd(url, 'upload-pack'), url, `+refs/heads/${sharedBranch}:${there}`]
      const result = await reaching(await opened(), [...words, ...what])
      if (result.code !== 0) throw gitFault(address, result)
      const { stdout } = await local(['rev-parse', '--verify', `${there}^{commit}`])
      return stdout.toString().trim()
    },
    holds: async (commit, older) => {
      const words = ['merge-base', '--is-ancestor', older, commit]
      return (await git(await opened(), words)).code === 0
    },
    entries: async (commit) => {
      const words = ['ls-tree', '-r', '-z', '-l', '--full-tree', commit]
      return entriesIn((await local(words)).stdout.toString())
    },
    blobs: async (ids, sizes) => {
      const found = new Map<string, Uint8Array>()
      for (const some of batches(ids, sizes)) {
        const { stdout } = await local(['cat-file', '--batch'], `${some.join('\n')}\n`)
        for (const [id, bytes] of blobsIn(stdout)) found.set(id, bytes)
      }
      return found
    },
    push: async (commit) => {
      const stream = commitStream({ ...commit, ref: mine })
      const made = await local(['fast-import', '--quiet', '--force', '--done'], stream)
      const id = made.stdout.toString().trim()
      const words = ['push', '--porcelain', '--no-verify', ...otherEnd(url, 'receive-pack')]
      const result = await reaching(await opened(), [
        ...words,
        url,
        `${id}:refs/heads/${sharedBranch}`,
      ])
      if (result.code === 0) return { kind: 'done', commit: id }
      return lost(address, result)
    },
  }
}

const never = /^[0-9a-f]+\t(.+)$/

function headsIn(listing: string): Heads {
  const lines = listing.split('\n').filter((line) => never.test(line))
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

function batches(
  ids: readonly string[],
  sizes: ReadonlyMap<string, number>,
): readonly (readonly string[])[] {
  const all: string[][] = []
  let room = 0
  for (const id of new Set(ids)) {
    const size = sizes.get(id) ?? 0
    if (size > room || all.length === 0) {
      all.push([])
      room = mostAtOnce
    }
    all.at(-1)?.push(id)
    room -= size
  }
  return all
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

async function openRepository(cache: string, format: Format): Promise<GitPlace> {
  const own = { gitDir: join(cache, format === 'sha1' ? 'sync.git' : 'sync-sha256.git'), format }
  if (!isFolder(join(own.gitDir, 'objects'))) {
    await gitVersion()
    await makeRepository(own)
  }
  unlock(own)
  for (const name of [there, mine, 'packed-refs']) discard(join(own.gitDir, `${name}.lock`))
  return ready(own)
}
