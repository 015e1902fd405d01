import { join } from 'node:path'
import { reasonOf, UserError } from '../../errors.ts'
import { encodeRegistry, type Fact, type RegistryRecord } from '../../identity/record.ts'
import { type Registry, recordsIn, registryOf } from '../../identity/registry.ts'
import { seal, unseal } from '../../log/envelope.ts'
import type { Instant } from '../../schedule/schedule.ts'
import { mostOwn, readNamed } from '../files/read-file.ts'
import type { CardRegistry } from '../host.ts'
import { writeCacheFile } from './cache-file.ts'
import { deviceOf, knownDevice } from './device.ts'
import { deviceLog, type LogFile } from './device-log.ts'
import { randomName } from './digest.ts'
import { type Names, namesOf, noNames } from './names.ts'

/** What is known of cards, kept below the data home. */
export type RegistryStore = CardRegistry & {
  /** The name of this device, if it has one yet. */
  readonly device: () => string | undefined
  /** What would be known with these facts. */
  readonly supposing: (facts: readonly Fact[]) => Registry
  /** What cards are called today; from the cache where nothing was learnt since. */
  readonly names: () => Names
  /** Whether a library in this state has nothing to teach. */
  readonly isSettled: (root: string, state: string) => boolean
  /** Remembers that. */
  readonly markSettled: (root: string, state: string) => void
  /** Tells of a failure that stops nobody. */
  readonly tell: (error: unknown) => void
}

export type RegistryHome = {
  readonly data: string
  readonly cache: string
  /** In ms. */
  readonly now: () => number
  /** Told, once, that the registry or a file of it could not be read or written. */
  readonly onFailure: (path: string, reason: string) => void
}

/** Records of a large library take hundreds of megabytes: so many are written at a time. */
const atOnce = 5000

/** All that was read: the records, and the sizes of the files that they were read from. */
type Content = {
  readonly sizes: Sizes
  readonly records: readonly RegistryRecord[]
  readonly registry: Registry
}

type Sizes = ReadonlyMap<string, number>

type Cached = {
  /** The sizes of the files that it was made from. */
  readonly key: string
  readonly names: Readonly<Record<string, string>>
  /** The state in which each library was last found to teach nothing. */
  readonly settled: Readonly<Record<string, string>>
}

/**
 * The registry below the data home. Where it cannot be read or written that is told, and stops
 * nobody: the cards are there all the same.
 */
export function openRegistry(home: RegistryHome): RegistryStore {
  const folder = join(home.data, 'registry')
  const log = deviceLog(folder)
  const cachePath = join(home.cache, 'registry.cache')
  let content: Content | undefined
  let lastCached: Cached | undefined
  let hasTold = false
  const tell = (error: unknown) => {
    const isFault = error instanceof UserError && 'path' in error.fault
    if (!hasTold) home.onFailure(isFault ? error.fault.path : folder, reasonOf(error))
    hasTold = true
  }
  const files = () =>
    orElse(log.names, [], tell).flatMap(
      (name) => orElse(() => log.file(name), undefined, tell) ?? [],
    )
  const read = (): Content => {
    const found = files()
    if (content === undefined || keyOf(content.sizes) !== keyOf(sizesOf(found))) {
      content = contentOf(found, tell)
    }
    return content
  }
  const cached = () => {
    const key = keyOf(sizesOf(files()))
    if (lastCached?.key !== key) lastCached = readCached(cachePath, key)
    return lastCached
  }
  const dated = (facts: readonly Fact[], device: string): readonly RegistryRecord[] => {
    const at = home.now() as Instant
    return facts.map((fact) => ({ ...fact, at, device, id: log.nextId() }))
  }
  return {
    read: () => read().registry,
    device: () => orElse(() => knownDevice(home.data), undefined, tell),
    supposing: (facts) => registryOf([...read().records, ...dated(facts, randomName(8))]),
    learn: (facts) => {
      const before = read()
      const device = deviceOf(home.data)
      const records = dated(facts, device)
      const bytes = appended(records, (lines) => log.append(device, lines))
      content = extended(before, records, device, bytes)
    },
    names: () => {
      if (files().length === 0) return noNames
      lastCached = cached() ?? remember(cachePath, read(), {})
      return namesOf(lastCached.names, lastCached.key)
    },
    isSettled: (root, state) => cached()?.settled[root] === state,
    markSettled: (root, state) => {
      const settled = cached()?.settled
      lastCached = remember(cachePath, read(), { ...settled, [root]: state })
    },
    tell,
  }
}

/** Gives how many bytes they take. */
function appended(records: readonly RegistryRecord[], append: (lines: string) => void): number {
  let bytes = 0
  for (let at = 0; at < records.length; at += atOnce) {
    const some = records.slice(at, at + atOnce)
    const lines = some.map(encodeRegistry).join('')
    append(lines)
    bytes += Buffer.byteLength(lines)
  }
  return bytes
}

function orElse<Value>(
  read: () => Value,
  instead: Value,
  onFailure: (error: unknown) => void,
): Value {
  try {
    return read()
  } catch (error) {
    onFailure(error)
    return instead
  }
}

// The sizes are those expected: if another process has appended too, they do not fit the files, and
// everything is read again.
function extended(
  { sizes, records: known }: Content,
  news: readonly RegistryRecord[],
  name: string,
  bytes: number,
): Content {
  const records = [...known, ...news]
  const now = new Map([...sizes, [name, (sizes.get(name) ?? 0) + bytes]])
  return { sizes: now, records, registry: registryOf(records) }
}

// A file that cannot be read is one device's knowledge less.
function contentOf(files: readonly LogFile[], tell: (error: unknown) => void): Content {
  const sizes = new Map<string, number>()
  const records: RegistryRecord[] = []
  for (const { name, read } of files) {
    const bytes = orElse(() => read(0), undefined, tell)
    if (bytes === undefined) continue
    sizes.set(name, bytes.length)
    for (const record of recordsIn({ device: name, bytes }).records) records.push(record)
  }
  return { sizes, records, registry: registryOf(records) }
}

function sizesOf(files: readonly LogFile[]): Sizes {
  return new Map(files.map(({ name, size }) => [name, size]))
}

// Files that are only appended to have changed if their sizes have.
function keyOf(sizes: Sizes): string {
  const files = [...sizes].map(([name, size]) => `${name} ${size}`)
  return files.sort().join('\n')
}

function readCached(path: string, key: string): Cached | undefined {
  try {
    const line = unseal(readNamed(path, { most: mostOwn }).toString().trimEnd())
    if (line.kind !== 'fields' || line.fields.key !== key) return undefined
    return line.fields as unknown as Cached
  } catch {
    return undefined
  }
}

/** Writes the cache whole, by rename; one that cannot be written costs only time. */
function remember(path: string, content: Content, settled: Cached['settled']): Cached {
  const cached = { key: keyOf(content.sizes), names: aliasesIn(content.registry), settled }
  writeCacheFile(path, [Buffer.from(seal(cached))])
  return cached
}

function aliasesIn({ nameOf, decisions }: Registry): Cached['names'] {
  const linked = decisions.flatMap(({ older, newer }) => [older, newer])
  return Object.fromEntries(
    linked.map((id) => [id, nameOf(id)]).filter(([id, name]) => id !== name),
  )
}
