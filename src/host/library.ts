import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import type { Deck, Library, Problem } from '../cards/card.ts'
import { reasonOf } from '../errors.ts'
import { decodeBytes } from './decode.ts'
import { type FileEntry, readCache, writeCache } from './library-cache.ts'
import { type Found, filesOf } from './walk.ts'

const maxBytes = 8 * 1024 * 1024
/** Two changes within this time may leave a file with one and the same time, in ms. */
const granularity = 2000

/** Where a library is read from, and how. */
export type Reading = {
  readonly root: string
  /** The folder of caches; without it everything is parsed. */
  readonly cache: string | undefined
  readonly now: () => number
  /** Told as files are parsed, for long work. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined
}

/**
 * Reads every Markdown file below the root, or the one file that it is; never writes there. Files
 * that did not change since they were last read are not read again.
 */
export async function readLibrary(reading: Reading): Promise<Library> {
  const { root, cache } = reading
  const problems: Problem[] = []
  const files = filesOf(root, problems)
  const known = cache === undefined ? new Map<string, FileEntry>() : readCache(cache, root)
  const looked = files.map((file) => lookAt(file, known.get(file.name), reading.now()))
  const entries = await parsed(looked, reading)
  const changed = entries.length !== known.size || looked.some(({ kind }) => kind !== 'known')
  if (cache !== undefined && changed) writeCache(cache, root, entries)
  return {
    root,
    decks: entries.flatMap(({ deck }) => deck ?? []),
    problems: [...problems, ...entries.flatMap((entry) => entry.problems)],
  }
}

/** A file before parsing: known from the cache, unreadable, or text. */
type Looked =
  | { readonly kind: 'known'; readonly entry: FileEntry }
  | { readonly kind: 'touched' | 'lost'; readonly entry: FileEntry }
  | { readonly kind: 'text'; readonly entry: FileEntry; readonly text: string }

function lookAt(file: Found, known: FileEntry | undefined, now: number): Looked {
  const { name, size, mtime } = file
  const isSettled = known !== undefined && known.readAt - known.mtime > granularity
  if (isSettled && known.size === size && known.mtime === mtime)
    return { kind: 'known', entry: known }
  const entry: FileEntry = {
    ...{ name, size, mtime, readAt: now, hash: '' },
    ...{ deck: undefined, problems: [] },
  }
  const at = { file: name, line: 1 }
  const lost = (problem: Problem): Looked => ({
    kind: 'lost',
    entry: { ...entry, problems: [problem] },
  })
  try {
    const bytes = readBounded(file.path)
    if (typeof bytes === 'number') return lost({ code: 'file-too-large', at, bytes })
    const hash = createHash('sha256').update(bytes).digest('base64')
    if (known?.hash === hash)
      return { kind: 'touched', entry: { ...known, size, mtime, readAt: now } }
    const decoded = decodeBytes(bytes)
    if (decoded.kind === 'binary') return lost({ code: 'file-binary', at })
    if (decoded.kind === 'unknown') return lost({ code: 'file-encoding', at, encoding: '?' })
    const { encoding } = decoded
    const odd: readonly Problem[] =
      encoding === 'utf-8' ? [] : [{ code: 'file-encoding', at, encoding }]
    return { kind: 'text', entry: { ...entry, hash, problems: odd }, text: decoded.text }
  } catch (error) {
    return lost({ code: 'file-unreadable', at, reason: reasonOf(error) })
  }
}

async function parsed(
  looked: readonly Looked[],
  { root, onProgress }: Reading,
): Promise<readonly FileEntry[]> {
  const texts = looked.flatMap((one) => (one.kind === 'text' ? [one] : []))
  if (texts.length === 0) return looked.map(({ entry }) => entry)
  const { parseFiles } = await import('./parse-files.ts')
  const inputs = texts.map(({ entry, text }) => ({ library: root, file: entry.name, text }))
  const results = await parseFiles(inputs, onProgress)
  const decks = new Map<
    string,
    { readonly deck: Deck | undefined; readonly problems: readonly Problem[] }
  >(inputs.map(({ file }, i) => [file, results[i] ?? { deck: undefined, problems: [] }]))
  return looked.map(({ entry, kind }) => {
    const result = kind === 'text' ? decks.get(entry.name) : undefined
    if (result === undefined) return entry
    return { ...entry, deck: result.deck, problems: [...entry.problems, ...result.problems] }
  })
}

/** The bytes of the file, or its size if that is too large. */
function readBounded(path: string): Uint8Array | number {
  const fd = openSync(path, 'r')
  try {
    const { size } = fstatSync(fd)
    return size > maxBytes ? size : readFileSync(fd)
  } finally {
    closeSync(fd)
  }
}
