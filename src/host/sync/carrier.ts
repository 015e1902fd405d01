import { join } from 'node:path'
import {
  blobsIn,
  commitStream,
  entriesIn,
  type SharedCommit,
  type SharedEntry,
} from '../../sync/tree.ts'
import { gitDone } from '../git/failure.ts'
import { type GitPlace, git } from '../git/git.ts'
import { makeRepository, ready, unlock } from '../git/repository.ts'
import { gitVersion } from '../git/version.ts'
import { discard } from '../store/discard.ts'
import { making } from './carrying.ts'
import { isFolder } from './folders.ts'

/** What was fetched last, and what was made to be pushed. */
export const there = 'refs/viva/there'
const mine = 'refs/viva/mine'
/** So much is read at once, in bytes. */
const mostAtOnce = 64 << 20
/** What faults of it are about, which nobody but us can mend. */
export const carrierName = 'sync'

export type ObjectFormat = 'sha1' | 'sha256'

/** A repository of ours that carries files to a remote and back; it holds nothing of its own. */
export type Carrier = {
  readonly at: GitPlace
  /** The commit that a name means. */
  readonly commitAt: (name: string) => Promise<string>
  /** Whether a commit is a part of the history of another one, as far as is known here. */
  readonly holds: (commit: string, older: string) => Promise<boolean>
  readonly entries: (commit: string) => Promise<ReadonlyMap<string, SharedEntry>>
  /** The blobs that are there, by id; `sizes` bounds how many are read at once. */
  readonly blobs: (
    ids: readonly string[],
    sizes: ReadonlyMap<string, number>,
  ) => Promise<ReadonlyMap<string, Uint8Array>>
  /** Makes a commit; gives its id. */
  readonly made: (commit: Omit<SharedCommit, 'ref'>) => Promise<string>
}

/** Opens it below the cache folder, made if it is not there. Throws the faults of git, and `not-saved`. */
export async function openCarrier(cache: string, format: ObjectFormat): Promise<Carrier> {
  const at = await making(cache, () => openRepository(cache, format))
  const local = async (args: readonly string[], input?: string | Uint8Array) => {
    const more = input === undefined ? {} : { input }
    return (await gitDone(at, args, { ...more, address: carrierName })).stdout
  }
  return {
    at,
    commitAt: async (name) =>
      (await local(['rev-parse', '--verify', `${name}^{commit}`])).toString().trim(),
    holds: async (commit, older) =>
      (await git(at, ['merge-base', '--is-ancestor', older, commit])).code === 0,
    entries: async (commit) => {
      const listing = await local(['ls-tree', '-r', '-z', '-l', '--full-tree', commit])
      return entriesIn(listing.toString())
    },
    blobs: async (ids, sizes) => {
      const found = new Map<string, Uint8Array>()
      for (const some of batches(ids, sizes)) {
        const output = await local(['cat-file', '--batch'], `${some.join('\n')}\n`)
        for (const [id, bytes] of blobsIn(output)) found.set(id, bytes)
      }
      return found
    },
    made: async (commit) => {
      const stream = commitStream({ ...commit, ref: mine })
      const words = ['fast-import', '--quiet', '--force', '--done']
      return (await local(words, stream)).toString().trim()
    },
  }
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

async function openRepository(cache: string, format: ObjectFormat): Promise<GitPlace> {
  const own = { gitDir: join(cache, format === 'sha1' ? 'sync.git' : 'sync-sha256.git'), format }
  if (!isFolder(join(own.gitDir, 'objects'))) {
    await gitVersion()
    await makeRepository(own)
  }
  unlock(own)
  for (const name of [there, mine, 'packed-refs']) discard(join(own.gitDir, `${name}.lock`))
  return ready(own)
}
