import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Clone } from '../../cards/card.ts'
import { UserError } from '../../errors.ts'
import { type GitPlace, type GitProgress, git } from '../git/git.ts'
import { tidily } from '../git/leaving.ts'
import { ready, unlock } from '../git/repository.ts'
import type { Fetched } from '../host.ts'
import { hold, release } from '../store/interviews/hold.ts'
import { checkOut, editsIn } from './check-out.ts'
import {
  type Asking,
  type Depth,
  depthOf,
  fetchLatest,
  type Latest,
  mustHave,
  otherDepth,
  repositoryOf,
} from './fetch.ts'
import {
  type CloneMeans,
  type ClonePlace,
  type CloneRecord,
  placeOf,
  recordAt,
  writeRecord,
} from './place.ts'

/**
 * Asks the other end what is new; no file of the notes changes before `take`. Throws the faults of git,
 * `clone-damaged` and `clone-busy`.
 */
export async function fetchNews(
  { data, now, interactive }: CloneMeans,
  clone: Clone,
  onProgress?: (progress: GitProgress) => void,
): Promise<Fetched> {
  const place = placeOf(data, clone)
  const record = recordAt(place)
  if (record === undefined || !existsSync(join(place.gitDir, 'HEAD'))) {
    throw new UserError({ code: 'clone-damaged', name: clone.name })
  }
  if (!hold(place.lock)) throw new UserError({ code: 'clone-busy', name: clone.name })
  const free = () => release(place.lock)
  return freedOnFault(free, () =>
    tidily(async (signal) => {
      unlock(place)
      const asking = { interactive, onProgress, signal }
      const { clone: followed, latest } = await followedTo(place, clone, depthOf(record), asking)
      const next = recordOf(followed, latest, now())
      if (latest.commit === record.commit && record.turning === undefined) {
        writeRecord(place, next)
        free()
        return { kind: 'same', clone: followed, state: next }
      }
      const at = ready(repositoryOf(place, followed, latest.depth))
      await mustHave(at, latest.commit, followed)
      const take = (force: boolean) =>
        turned({ place, at, clone: followed, from: record, to: next, latest }, force).finally(free)
      return { kind: 'news', clone: followed, take }
    }),
  )
}

async function freedOnFault<Value>(free: () => void, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    free()
    throw error
  }
}

function recordOf({ name: _, ...address }: Clone, latest: Latest, asked: number): CloneRecord {
  const { commit, made, depth } = latest
  return { ...address, commit, made, asked, ...depth }
}

// A branch that is gone was mostly renamed: what the other end points at now is followed instead.
async function followedTo(place: ClonePlace, clone: Clone, depth: Depth, asking: Asking) {
  try {
    return { clone, latest: await latestAt(place, clone, depth, asking) }
  } catch (error) {
    const fault = error instanceof UserError ? error.fault : undefined
    const isGone = fault?.code === 'git-failed' && fault.why === 'no-branch'
    if (!isGone || clone.branch === undefined) throw error
    const { branch: _, ...rest } = clone
    return { clone: rest, latest: await latestAt(place, rest, depth, asking) }
  }
}

async function latestAt(
  place: ClonePlace,
  clone: Clone,
  depth: Depth,
  asking: Asking,
): Promise<Latest> {
  try {
    return await fetchLatest(place, clone, { usual: depth, asked: depth }, asking)
  } catch (error) {
    const other = otherDepth(depth, error)
    // what is missing here can only come by the way that left it out
    if (other === undefined || other.partial !== depth.partial || other.format !== depth.format) {
      throw error
    }
    return fetchLatest(place, clone, { usual: other, asked: other }, asking)
  }
}

type Turn = {
  readonly place: ClonePlace
  readonly at: GitPlace
  readonly clone: Clone
  readonly from: CloneRecord
  readonly to: CloneRecord
  readonly latest: Latest
}

/**
 * Has the files of the new commit, or as they were: what fails or is left in the middle is taken back,
 * and what was killed in the middle is brought to its end by the next one.
 */
async function turned(turn: Turn, force: boolean): Promise<CloneRecord> {
  const { place, at, clone, from, to, latest } = turn
  const { name, url } = clone
  const edits = from.turning === undefined ? await editsIn(at, 'tracked') : undefined
  const isEdited = from.turning?.isEdited ?? edits?.length !== 0
  writeRecord(place, { ...from, turning: { to: to.commit, isEdited } })
  const isForced = force || (from.turning !== undefined && !isEdited)
  const { partial } = latest.depth
  await tidily(async (signal) => {
    const ways = { network: partial, prompts: latest.prompts && partial, signal }
    try {
      await checkOut(at, to.commit, { name, url, force: isForced }, ways)
    } catch (error) {
      const isUntouched = error instanceof UserError && error.fault.code === 'clone-edited'
      // what a person changed cannot be told from what was left in the middle
      if (!isUntouched && isEdited) throw error
      if (!isUntouched) {
        await checkOut(at, from.commit, { name, url, force: true }, { finishes: true })
      }
      const { turning: _, ...before } = from
      if (isUntouched) writeRecord(place, from)
      else writeRecord(place, before)
      throw error
    }
    writeRecord(place, to)
    await git(at, ['gc', '--auto', '--quiet'], { signal })
  })
  return to
}
