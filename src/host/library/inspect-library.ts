import { statSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { type Inspection, inspect } from '../../cards/read/inspect.ts'
import { placeNamed } from '../files/names.ts'
import { isInside, rootOf } from '../files/read-file.ts'
import type { Inspected } from '../host.ts'
import { type Reading, readLibrary } from './library.ts'

/** Reads a library without its cache and looks at each file again; never writes there. */
export async function inspectLibrary(reading: Reading): Promise<Inspected> {
  const inspections = new Map<string, Inspection>()
  const { root } = reading
  const library = await readLibrary({
    ...reading,
    cache: undefined,
    onParsed: (deck, text) => {
      const found = inspect(text, deck)
      const images = found.images.filter((image) => !isThere(image.path, deck.file, root))
      inspections.set(deck.file, { ...found, images })
    },
  })
  return { library, inspections }
}

// A picture outside the library is as good as none: nothing there would ever be shown.
function isThere(image: string, file: string, root: string): boolean {
  const base = statSync(root).isFile() ? dirname(root) : root
  const bare = image.replace(/[?#].*$/, '')
  return [image, bare, decoded(bare)].some((name) => {
    const from = name.startsWith('/') ? '' : posix.dirname(file)
    try {
      return isInside(placeNamed(base, posix.join(from, name)), rootOf(root))
    } catch {
      return false
    }
  })
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
