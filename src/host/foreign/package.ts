import { messageIn, textOf } from '../../foreign/anki/protobuf.ts'
import type { ReadMedia } from '../../foreign/file.ts'
import type { Zip } from './zip.ts'
import { isZstd, type Unpack, unpacker } from './zstd.ts'

/** What the database in a package may hold, in bytes; nobody's is so large. */
const mostDatabase = 1 << 30
const mostList = 64 << 20
const mostFile = 64 << 20

/** The newest first: newer packages hold an empty older one, which asks for an update of Anki. */
const databases = ['collection.anki21b', 'collection.anki21', 'collection.anki2']

/** A package of Anki. */
export type AnkiPackage = {
  /** Its database. */
  readonly database: Uint8Array
  /** Its files by the names that cards have for them; those too large are not there. */
  readonly media: ReadMedia
}

/** Undefined if this is no package of Anki. Throws `TooLarge`. */
export async function packageIn(zip: Zip): Promise<AnkiPackage | undefined> {
  const name = databases.find((one) => zip.has(one))
  const bytes = name === undefined ? undefined : zip.read(name, mostDatabase)
  if (bytes === undefined) return undefined
  // whatever is packed so is packed so throughout
  const unpack = isZstd(bytes) ? await unpacker() : undefined
  const database = unpack?.(bytes, mostDatabase) ?? bytes
  return { database, media: mediaIn(zip, unpack) }
}

function mediaIn(zip: Zip, unpack: Unpack | undefined): ReadMedia {
  let numbers: ReadonlyMap<string, string> | undefined
  const read = (name: string, most: number) => {
    const bytes = zip.read(name, most)
    return bytes !== undefined && isZstd(bytes) && unpack ? unpack(bytes, most) : bytes
  }
  return (names) => {
    numbers ??= numbersIn(read('media', mostList) ?? new Uint8Array())
    const found = new Map<string, Uint8Array>()
    for (const name of names) {
      const number = numbers.get(name.normalize('NFC'))
      const bytes = number === undefined ? undefined : safely(() => read(number, mostFile))
      if (bytes !== undefined) found.set(name, bytes)
    }
    return found
  }
}

function safely(read: () => Uint8Array | undefined): Uint8Array | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
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
