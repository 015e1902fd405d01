import { realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { type Inspection, inspect } from '../../cards/read/inspect.ts'
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
      const path = statSync(root).isFile() ? root : join(root, deck.file)
      const found = inspect(text, deck)
      const images = found.images.filter((image) => !isThere(image.path, path, root))
      inspections.set(deck.file, { ...found, images })
    },
  })
  return { library, inspections }
}

// A picture outside the library is as good as none: nothing there would ever be shown.
function isThere(image: string, file: string, root: string): boolean {
  const folder = dirname(file)
  const bare = image.replace(/[?#].*$/, '')
  return [image, bare, decoded(bare)].some((name) => {
    try {
      const inside = realpathSync(root) === realpathSync(file) ? folder : root
      const from = name.startsWith('/') ? resolve(inside, `.${name}`) : resolve(folder, name)
      return realpathSync(from).startsWith(realpathSync(inside) + sep)
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
