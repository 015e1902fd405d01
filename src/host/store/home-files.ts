import { statSync } from 'node:fs'
import { join } from 'node:path'
import { belongs, type Member } from '../../archive/archive.ts'
import { reasonOf } from '../../errors.ts'
import { mostOwn, readNamed } from '../files/read-file.ts'
import { namesIn, readable } from './own-files.ts'

/** The folders of the person's data, and the one of their settings, which may be the same. */
export type HomeFolders = { readonly data: string; readonly settings: string }

/** These, and the one whose files can be made again. */
export type AllFolders = HomeFolders & { readonly cache: string }

/** The folders of ours that hold files; the settings stand beside them. */
export const ownFolders = ['journal', 'registry', 'notes', 'interviews', 'settings'] as const

/** The path of a file of ours. */
export function placeOf(home: HomeFolders, path: string): string {
  return path.includes('/') ? join(home.data, path) : join(home.settings, path)
}

/** The paths of the files of ours in a folder. Throws the fault `own-not-readable`. */
export function filesIn(home: HomeFolders, folder: (typeof ownFolders)[number]): readonly string[] {
  const paths =
    folder === 'settings'
      ? namesIn(home.settings)
      : namesIn(join(home.data, folder)).map((name) => `${folder}/${name}`)
  return paths.filter(belongs)
}

/** All files of ours that a backup holds, in order. Throws the fault `own-not-readable`. */
export function members(home: HomeFolders): readonly Member[] {
  const paths = ownFolders.flatMap((folder) => filesIn(home, folder)).sort()
  return paths.flatMap((path) => {
    const place = placeOf(home, path)
    const bytes = readable(place, () => bytesAt(place))
    return bytes === undefined ? [] : [{ path, bytes }]
  })
}

/** How many bytes these have together. Throws the fault `own-not-readable`. */
export function sizeOf(home: HomeFolders): number {
  const places = ownFolders.flatMap((folder) => filesIn(home, folder)).map((p) => placeOf(home, p))
  return places.reduce((sum, p) => sum + (statSync(p, { throwIfNoEntry: false })?.size ?? 0), 0)
}

// One may vanish meanwhile, and a folder is no file of ours, whatever it is called.
function bytesAt(place: string): Buffer | undefined {
  try {
    return readNamed(place, { most: mostOwn })
  } catch (error) {
    if (['ENOENT', 'EISDIR'].includes(reasonOf(error))) return undefined
    throw error
  }
}
