import { join } from 'node:path'
import type { Deck, Library, Problem } from '../../cards/card.ts'
import { idsTwice } from '../../cards/read/ids-twice.ts'
import { noOverride, type Override } from '../../cards/read/override.ts'
import { CacheDamaged, reasonOf } from '../../errors.ts'
import {
  FileRefused,
  type Path,
  type Root,
  readNamed,
  readSteady,
  rootOf,
} from '../files/read-file.ts'
import { digestOf } from '../store/digest.ts'
import { decodeBytes } from './decode.ts'
import { cachePath, type FileEntry, readCache, writeCache } from './library-cache.ts'
import { noteReader } from './note-reader.ts'
import { noCards } from './packed-deck.ts'
import { type PackWriter, packWriter } from './packs.ts'
import type { DeckKeeping } from './parse-files.ts'
import { type FoundFile, filesOf } from './walk.ts'

const maxBytes = 8 * 1024 * 1024
/** Two changes within this time may leave a file with one and the same time, in ms. */
const granularity = 2000

/** Where a library is read from, and how. */
export type Reading = {
  readonly root: string
  /** Shapes that are questions, as the person said when adding the library. */
  readonly questions?: readonly string[] | undefined
  /** The folder of caches; without it everything is parsed. */
  readonly cache?: string | undefined
  readonly now: () => number
  /** Shown each deck beside the text it was just parsed from; cached ones are not parsed. */
  readonly onParsed?: ((deck: Deck, text: string) => void) | undefined
  /** Told as files are parsed, for long work. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined
}

/**
 * Reads every Markdown file below the root, or the one file that it is; never writes there. Files
 * that did not change since they were last read are not read again.
 */
export async function readLibrary(reading: Reading): Promise<Library> {
  const { root } = reading
  try {
    const { entries, problems } = await openLibrary(reading)
    const decks = entries.flatMap((entry) => entry.deck() ?? [])
    return { root, decks, problems: [...problems, ...idsTwice(decks)] }
  } catch (error) {
    if (!(error instanceof CacheDamaged)) throw error
    return readLibrary(reading)
  }
}

/** A library whose cards are only decoded when they are asked for. */
export type OpenLibrary = {
  readonly root: string
  readonly entries: readonly FileEntry[]
  readonly problems: readonly Problem[]
  /** What the owner says about it, as text. */
  readonly overrides: string
  /** Whether anything is not as it was last read. */
  readonly changed: boolean
}

/** Reads what changed since the library was last read, and leaves all else in its cache. */
export async function openLibrary(reading: Reading): Promise<OpenLibrary> {
  const { root, cache } = reading
  const problems: Problem[] = []
  const said = await overridesOf(reading, problems)
  const files = filesOf(root, problems).filter(({ name }) => !said.of(name).skip)
  const none: ReadonlyMap<string, FileEntry> = new Map()
  const paths = new Map(files.map(({ name, path }) => [name, path]))
  const pathOf = (name: string) => paths.get(name) ?? join(root, name)
  const known = cache === undefined ? none : readCache(cache, root, said.text, pathOf)
  const place = rootOf(root)
  const looked = files.map((file) =>
    lookAt(file, place, said.of(file.name).encoding, known.get(file.name), reading.now()),
  )
  const changed = looked.length !== known.size || looked.some(({ kind }) => kind !== 'known')
  const writer = cache !== undefined && changed ? packWriter(cachePath(cache, root)) : undefined
  const entries = await parsed(looked, reading, said, writer)
  if (writer !== undefined) {
    writeCache(writer.cachePath, { root, overrides: said.text }, entries, writer)
  }
  return {
    root,
    entries,
    problems: [...problems, ...entries.flatMap((entry) => entry.problems)],
    overrides: said.text,
    changed,
  }
}

/** What the owner says about the library: as text, and about one file. */
type Overrides = { readonly text: string; readonly of: (file: string) => Override }

const overridesFile = '.viva.yaml'
const mostOverrides = 64 * 1024

async function overridesOf({ root, questions }: Reading, problems: Problem[]): Promise<Overrides> {
  const text = readOverrides(root, problems)
  if (text === '' && questions === undefined) return { text, of: () => noOverride }
  const { overrideFor, parseOverrides } = await import('../../cards/read/overrides.ts')
  const parsed = parseOverrides(text, overridesFile)
  problems.push(...parsed.problems)
  const asked = { files: '**', override: { ...noOverride, questions: questions ?? [] } }
  const rules = [asked, ...parsed.rules]
  const known = new Map<string, Override>()
  const of = (file: string) => {
    const override = known.get(file) ?? overrideFor(rules, file)
    known.set(file, override)
    return override
  }
  return { text: JSON.stringify([questions, text]), of }
}

function readOverrides(root: string, problems: Problem[]): string {
  try {
    return readNamed(join(root, overridesFile), {
      most: mostOverrides,
      root: rootOf(root),
    }).toString()
  } catch (error) {
    // mostly there is none, and a library that is one file has no folder of its own
    if (['ENOENT', 'ENOTDIR'].includes(reasonOf(error))) return ''
    problems.push(problemOf(error, overridesFile))
    return ''
  }
}

const refusals = {
  'no-file': 'file-no-file',
  outside: 'file-outside',
  changing: 'file-changing',
} as const

/** Why a file was not read. */
function problemOf(error: unknown, file: string): Problem {
  const at = { file, line: 1 }
  if (!(error instanceof FileRefused))
    return { code: 'file-unreadable', at, reason: reasonOf(error) }
  const { why, bytes } = error
  return why === 'large' ? { code: 'file-too-large', at, bytes } : { code: refusals[why], at }
}

/** A file before parsing: known from the cache, unreadable, or text. */
type Looked =
  | { readonly kind: 'known'; readonly entry: FileEntry }
  | { readonly kind: 'touched' | 'lost'; readonly entry: FileEntry }
  | {
      readonly kind: 'text'
      readonly entry: FileEntry
      readonly text: string
      readonly path: Path
      /** Whether its bytes are the text in UTF-8 and nothing else. */
      readonly isPlain: boolean
    }

function lookAt(
  file: FoundFile,
  root: Root,
  encodingSaid: string | undefined,
  known: FileEntry | undefined,
  now: number,
): Looked {
  const { name, size, mtime } = file
  const isSettled = known !== undefined && known.readAt - known.mtime > granularity
  if (isSettled && known.size === size && known.mtime === mtime)
    return { kind: 'known', entry: known }
  const entry: FileEntry = {
    name,
    size,
    mtime,
    readAt: now,
    hash: '',
    ...noCards,
    problems: [],
  }
  const at = { file: name, line: 1 }
  const lost = (problem: Problem): Looked => ({
    kind: 'lost',
    entry: { ...entry, problems: [problem] },
  })
  try {
    const bytes = readSteady(file.path, { most: maxBytes, root })
    const hash = digestOf(bytes)
    if (known?.hash === hash)
      return { kind: 'touched', entry: { ...known, size, mtime, readAt: now } }
    const decoded = decodeBytes(bytes, encodingSaid)
    if (decoded.kind === 'binary') return lost({ code: 'file-binary', at })
    if (decoded.kind === 'unknown') return lost({ code: 'file-encoding', at, encoding: '?' })
    const { encoding } = decoded
    const odd: readonly Problem[] =
      encoding === 'utf-8' || encodingSaid !== undefined
        ? []
        : [{ code: 'file-encoding', at, encoding }]
    return {
      kind: 'text',
      entry: { ...entry, hash, problems: odd },
      text: decoded.text,
      path: file.path,
      // the mark of a byte order is no part of the text
      isPlain: encoding === 'utf-8' && bytes[0] !== 0xef,
    }
  } catch (error) {
    return lost(problemOf(error, name))
  }
}

/** Where notes have more bytes than this, the texts of their cards are read from them, not kept twice. */
const mostCopied = 16 << 20

type Text = Extract<Looked, { readonly kind: 'text' }>

function notesOf(texts: readonly Text[], { cachePath }: PackWriter): DeckKeeping['noteOf'] {
  const byFile = new Map(texts.map((one) => [one.entry.name, one]))
  return (file) => {
    const text = byFile.get(file)
    if (text === undefined) return undefined
    const { path, entry } = text
    return noteReader({ path, size: entry.size, mtime: entry.mtime }, cachePath)
  }
}

async function parsed(
  looked: readonly Looked[],
  { root, onProgress, onParsed }: Reading,
  said: Overrides,
  writer: PackWriter | undefined,
): Promise<readonly FileEntry[]> {
  const texts = looked.flatMap((one) => (one.kind === 'text' ? [one] : []))
  if (texts.length === 0) return looked.map(({ entry }) => entry)
  const { parseFiles } = await import('./parse-files.ts')
  const bytes = looked.reduce((sum, { entry }) => sum + entry.size, 0)
  const isLarge = writer !== undefined && bytes > mostCopied
  const inputs = texts.map(({ entry, text, isPlain }) => ({
    library: root,
    file: entry.name,
    text,
    overrides: said.of(entry.name),
    isCited: isLarge && isPlain,
  }))
  const kept =
    writer === undefined ? undefined : { add: writer.add, noteOf: notesOf(texts, writer) }
  const results = await parseFiles(inputs, kept, onProgress)
  const byFile = new Map(inputs.map(({ file }, i) => [file, results[i]]))
  return looked.map((one) => {
    const { entry } = one
    const result = byFile.get(entry.name)
    if (one.kind !== 'text' || result === undefined) return entry
    const { held, problems } = result
    if (onParsed !== undefined) {
      const deck = held.deck()
      if (deck !== undefined) onParsed(deck, one.text)
    }
    return { ...entry, ...held, problems: [...entry.problems, ...problems] }
  })
}
