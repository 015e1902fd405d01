import { existsSync } from 'node:fs'
import { ready } from '../git/repository.ts'
import type { Clones } from '../host.ts'
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
    fetch: (clone, onProgress) => fetchNews(means, clone, onProgress),
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
