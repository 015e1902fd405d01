import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { belongs, type Member } from '../archive/archive.ts'
import { reasonOf } from '../errors.ts'

/** The folders of the person's data, and the one of their settings, which may be the same. */
export type Home = { readonly data: string; readonly settings: string }

const folders = ['journal', 'registry', 'notes', 'interviews']

/** The path of a file of ours. */
export function placeOf(home: Home, path: string): string {
  return path.includes('/') ? join(home.data, path) : join(home.settings, path)
}

/** The paths of all files of ours that a backup holds, in order. */
export function ownFiles(home: Home): readonly string[] {
  const paths = folders.flatMap((folder) =>
    namesIn(join(home.data, folder)).map((name) => `${folder}/${name}`),
  )
  const settings = namesIn(home.settings)
  return [...paths, ...settings].filter(belongs).sort()
}

/** The same with their bytes; one that vanishes meanwhile is left out. */
export function members(home: Home): readonly Member[] {
  return ownFiles(home).flatMap((path) => {
    try {
      return [{ path, bytes: readFileSync(placeOf(home, path)) }]
    } catch (error) {
      if (reasonOf(error) === 'ENOENT') return []
      throw error
    }
  })
}

export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (reasonOf(error) === 'ENOENT' || reasonOf(error) === 'ENOTDIR') return []
    throw error
  }
}
