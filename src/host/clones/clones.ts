import { existsSync } from 'node:fs'
import type { Clone } from '../../cards/card.ts'
import { UserError } from '../../errors.ts'
import type { GitProgress } from '../git/git.ts'
import { ready } from '../git/repository.ts'
import type { CloneState, Clones } from '../host.ts'
import { addClone } from './add.ts'
import { editsIn } from './check-out.ts'
import { depthOf, repositoryOf } from './fetch.ts'
import { removed, swept } from './folders.ts'
import { type CloneMeans, placeOf, recordAt } from './place.ts'
import { fetchNews } from './update.ts'

/** The repositories that are kept below the data home. */
export function openClones(means: CloneMeans): Clones {
  const { data } = means
  return {
    add: (address, wish) => {
      swept(data)
      return addClone(means, address, wish)
    },
    fetch: async (clone, onProgress) => {
      if (existsSync(placeOf(data, clone).folder)) return fetchNews(means, clone, onProgress)
      return { kind: 'news', clone, take: () => broughtBack(means, clone, onProgress) }
    },
    state: (clone) => recordAt(placeOf(data, clone)),
    edits: async (clone) => {
      const place = placeOf(data, clone)
      const record = recordAt(place)
      if (!existsSync(place.notes)) return []
      if (record === undefined) return undefined
      return editsIn(ready(repositoryOf(place, clone, depthOf(record))), 'all')
    },
    remove: (clone) => {
      swept(data)
      return removed(data, placeOf(data, clone).folder)
    },
  }
}

// As after a restore: settings name it, and nothing of it is here.
async function broughtBack(
  means: CloneMeans,
  clone: Clone,
  onProgress?: (progress: GitProgress) => void,
): Promise<CloneState> {
  const { name, ...address } = clone
  await addClone(means, address, { name, onProgress, keep: async () => {} })
  const state = recordAt(placeOf(means.data, clone))
  if (state === undefined) throw new UserError({ code: 'clone-damaged', name })
  return state
}
