import { realpathSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import type { Deck } from '../cards/card.ts'
import { type Inspection, inspect } from '../cards/inspect.ts'
import { decodeBytes } from './decode.ts'
import type { Inspected } from './host.ts'
import { type Reading, readBounded, readLibrary } from './library.ts'
import { filesOf } from './walk.ts'

/** Reads a library without its cache and looks at each file again; never writes there. */
export async function inspectLibrary(reading: Reading): Promise<Inspected> {
  const library = await readLibrary({ ...reading, cache: undefined })
  const paths = new Map(filesOf(reading.root, []).map(({ name, path }) => [name, path]))
  const inspections = new Map<string, Inspection>()
  for (const deck of library.decks) {
    const path = paths.get(deck.file)
    if (path !== undefined) inspections.set(deck.file, inspected(path, deck, reading.root))
  }
  return { library, inspections }
}

function inspected(path: string, deck: Deck, root: string): Inspection {
  const bytes = readBounded(path)
  const decoded = bytes instanceof Uint8Array ? decodeBytes(bytes) : undefined
  const found = inspect(decoded?.kind === 'text' ? decoded.text : '', deck)
  return { ...found, images: found.images.filter((image) => !isThere(image.path, path, root)) }
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
