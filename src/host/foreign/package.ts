import { messageIn, textOf } from '../../foreign/anki/protobuf.ts'
import type { ReadMedia } from '../../foreign/file.ts'
import type { Zip } from './zip.ts'
import { fromZstd, isZstd } from './zstd.ts'

/** What the database in a package may hold, in bytes; nobody's is so large. */
const mostDatabase = 1 << 30
const mostList = 64 << 20
const mostFile = 64 << 20

/** The newest first: newer packages hold an empty older one, which asks for an update of Anki. */
const databases = ['collection.anki21b', 'collection.anki21', 'collection.anki2']

/** The database of a package of Anki; undefined if it is none. Throws `TooLarge`. */
export function packageIn(zip: Zip): Uint8Array | undefined {
  const name = databases.find((one) => zip.has(one))
  return name === undefined ? undefined : unpacked(zip, name, mostDatabase)
}

/** The files of a package by the names that cards have for them; those too large are not there. */
export function mediaIn(zip: Zip): ReadMedia {
  let numbers: ReadonlyMap<string, string> | undefined
  return (names) => {
    numbers ??= numbersIn(unpacked(zip, 'media', mostList) ?? new Uint8Array())
    const found = new Map<string, Uint8Array>()
    for (const name of names) {
      const number = numbers.get(name.normalize('NFC'))
      const bytes = number === undefined ? undefined : safely(zip, number)
      if (bytes !== undefined) found.set(name, bytes)
    }
    return found
  }
}

function safely(zip: Zip, name: string): Uint8Array | undefined {
  try {
    return unpacked(zip, name, mostFile)
  } catch {
    return undefined
  }
}

function unpacked(zip: Zip, name: string, most: number): Uint8Array | undefined {
  const bytes = zip.read(name, most)
  return bytes !== undefined && isZstd(bytes) ? fromZstd(bytes, most) : bytes
}

/** The list of files: JSON by number, or, in newer packages, a message with the names in their order. */
function numbersIn(bytes: Uint8Array): ReadonlyMap<string, string> {
  if (bytes[0] === 0x7b) {
    const listed: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const pairs = Object.entries(listed as Readonly<Record<string, unknown>>)
    return new Map(pairs.map(([number, name]) => [String(name).normalize('NFC'), number]))
  }
  const entries = messageIn(bytes).get(1) ?? []
  return new Map(
    entries.flatMap((entry, i) =>
      entry instanceof Uint8Array
        ? [[textOf(messageIn(entry), 1).normalize('NFC'), String(i)]]
        : [],
    ),
  )
}
