import { join } from 'node:path'
import type { AddedLibrary, Clone, GitAddress } from '../../cards/card.ts'
import { UserError } from '../../errors.ts'
import { isSame, namesBy } from '../../options/git-address.ts'
import { tidily } from '../git/leaving.ts'
import { makeRepository, ready } from '../git/repository.ts'
import { gitVersion } from '../git/version.ts'
import type { CloneWish } from '../host.ts'
import { discard, discardFolder } from '../store/discard.ts'
import { namesIn } from '../store/own-files.ts'
import { checkOut } from './check-out.ts'
import {
  type Asking,
  type Depth,
  fetchLatest,
  mustHave,
  otherDepth,
  repositoryOf,
} from './fetch.ts'
import { newPlace, removed, settled, takenNames } from './folders.ts'
import { clonesFolder, notesPath } from './notes-path.ts'
import { type CloneMeans, type ClonePlace, placeOf, recordAt, writeRecord } from './place.ts'

/**
 * Brings a repository here, and keeps it once `wish.keep` has noted it; else, and after Ctrl-C, nothing
 * of it is left. Throws the faults of git, `clone-name-taken`, `folder-missing` and `not-saved`.
 */
export async function addClone(
  means: CloneMeans,
  address: GitAddress,
  wish: CloneWish,
): Promise<AddedLibrary> {
  const { data } = means
  // one that was put in place by a process that was killed before it could tell
  const there = wholeAs(data, address, wish.name)
  if (there !== undefined) return kept(data, address, there, wish)
  const isTaken = wish.name !== undefined && takenNames(data).has(wish.name.toLowerCase())
  if (isTaken) throw nameTaken(wish.name)
  await gitVersion()
  return tidily(async (signal) => {
    const place = newPlace(data)
    try {
      await fill(means, place, address, { ...wish, signal })
      const name = settled(data, place, namesFor(address, wish.name))
      if (name === undefined) throw nameTaken(wish.name ?? address.url)
      signal.throwIfAborted()
      return await kept(data, address, name, wish)
    } finally {
      discardFolder(place.folder)
    }
  })
}

function nameTaken(name = ''): UserError {
  return new UserError({ code: 'clone-name-taken', name })
}

function wholeAs(data: string, address: GitAddress, wanted: string | undefined) {
  return namesIn(clonesFolder(data)).find((name) => {
    if (name.startsWith('.') || (wanted !== undefined && wanted !== name)) return false
    const record = recordAt(placeOf(data, { name }))
    return record !== undefined && isSame(record, address)
  })
}

async function kept(
  data: string,
  address: GitAddress,
  name: string,
  { keep }: CloneWish,
): Promise<AddedLibrary> {
  const clone: Clone = { name, ...address }
  const { folder } = placeOf(data, clone)
  const library = { path: notesPath(data, clone), clone }
  try {
    await keep(library)
  } catch (error) {
    removed(data, folder)
    throw error
  }
  return library
}

const mostAlike = 99

function namesFor({ url }: GitAddress, wanted: string | undefined): readonly string[] {
  if (wanted !== undefined) return [wanted]
  const names = namesBy(url)
  const numbered = Array.from({ length: mostAlike - 1 }, (_, i) => `${names[0]}-${i + 2}`)
  return [...names.filter((name) => name !== 'notes' || names.length === 1), ...numbered]
}

async function fill(
  { now, interactive }: CloneMeans,
  place: ClonePlace,
  address: GitAddress,
  { onProgress, signal }: CloneWish & { readonly signal: AbortSignal },
): Promise<void> {
  // what is on this disk already costs more to leave out than to take
  const partial = !address.url.startsWith('file://')
  let depth: Depth | undefined = { partial, deep: false, format: 'sha1' }
  for (;;) {
    try {
      const asking = { interactive, onProgress, signal }
      const { commit, made, depth: came } = await filledBy(place, address, depth, asking)
      const { partial, deep, format } = came
      writeRecord(place, { ...address, commit, made, asked: now(), partial, deep, format })
      return
    } catch (error) {
      depth = otherDepth(depth, error)
      if (depth === undefined) throw error
      discardFolder(place.gitDir)
    }
  }
}

async function filledBy(place: ClonePlace, address: GitAddress, depth: Depth, asking: Asking) {
  const { signal } = asking
  await makeRepository(repositoryOf(place, address, depth), { signal })
  // who had to be asked once is not asked again for the blobs
  const asked = { ...depth, partial: false }
  const latest = await fetchLatest(place, address, { usual: depth, asked }, asking)
  const at = ready(repositoryOf(place, address, latest.depth))
  await mustHave(at, latest.commit, address)
  const wish = { name: address.url, url: address.url, force: true }
  await checkOut(at, latest.commit, wish, { network: latest.depth.partial, signal })
  discard(join(place.gitDir, 'FETCH_HEAD'))
  return latest
}
