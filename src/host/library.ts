import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename, join, sep } from 'node:path'
import type { Deck, Library, Problem } from '../cards/card.ts'
import { parse } from '../cards/parse.ts'
import { reasonOf, UserError } from '../errors.ts'
import { decodeBytes } from './decode.ts'

const markdownName = /\.(md|markdown|mdx)$/i
const maxBytes = 8 * 1024 * 1024
const maxFiles = 100_000
const maxDepth = 64

/** Reads every Markdown file below `root`, or the one file that it is; never writes there. */
export async function readLibrary(root: string): Promise<Library> {
  const problems: Problem[] = []
  const decks: Deck[] = []
  for (const file of filesOf(root, problems)) {
    const text = readText(file.path, file.name, problems)
    if (text === undefined) continue
    const parsed = parse({ library: root, file: file.name, text })
    decks.push(parsed.deck)
    problems.push(...parsed.problems)
  }
  return { root, decks, problems }
}

type Found = { readonly path: string; readonly name: string }

function filesOf(root: string, problems: Problem[]): readonly Found[] {
  const stat = statOf(root)
  if (stat === undefined) throw new UserError({ code: 'library-missing', path: root })
  if (stat.isFile()) return [{ path: root, name: basename(root) }]
  if (!stat.isDirectory()) {
    throw new UserError({ code: 'library-not-readable', path: root, reason: 'not a file' })
  }
  const found: Found[] = []
  walk(root, '', realpathSync(root), found, problems)
  return found
}

// No entry is one thing; a loop of links, or a closed folder above, another.
function statOf(root: string): Stats | undefined {
  try {
    return statSync(root, { throwIfNoEntry: false })
  } catch (error) {
    const reason = reasonOf(error)
    // a path below a file: newer Nodes find no entry there, as a person would
    if (reason === 'ENOTDIR') return undefined
    throw new UserError({ code: 'library-not-readable', path: root, reason }, { cause: error })
  }
}

function walk(
  folder: string,
  prefix: string,
  realRoot: string,
  found: Found[],
  problems: Problem[],
): void {
  for (const entry of entriesOf(folder, prefix, problems)) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    const name = prefix + entry.name
    if (entry.isDirectory()) {
      if (name.split('/').length <= maxDepth) walk(path, `${name}/`, realRoot, found, problems)
    } else if (markdownName.test(entry.name) && isInside(entry, path, realRoot)) {
      if (found.length < maxFiles) found.push({ path, name })
    }
  }
}

function entriesOf(folder: string, prefix: string, problems: Problem[]): readonly Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    const at = { file: prefix === '' ? '.' : prefix, line: 1 }
    problems.push({ code: 'folder-unreadable', at, reason: reasonOf(error) })
    return []
  }
}

// A named pipe would block the read for good, and a link may lead out of the library.
function isInside(entry: Dirent, path: string, realRoot: string): boolean {
  if (entry.isFile()) return true
  if (!entry.isSymbolicLink()) return false
  try {
    return realpathSync(path).startsWith(realRoot + sep) && statSync(path).isFile()
  } catch {
    return false
  }
}

function readText(path: string, file: string, problems: Problem[]): string | undefined {
  const at = { file, line: 1 }
  try {
    const bytes = readBounded(path)
    if (typeof bytes === 'number') {
      problems.push({ code: 'file-too-large', at, bytes })
      return undefined
    }
    const decoded = decodeBytes(bytes)
    if (decoded.kind === 'binary') problems.push({ code: 'file-binary', at })
    if (decoded.kind === 'unknown') problems.push({ code: 'file-encoding', at, encoding: '?' })
    if (decoded.kind !== 'text') return undefined
    if (decoded.encoding !== 'utf-8') {
      problems.push({ code: 'file-encoding', at, encoding: decoded.encoding })
    }
    return decoded.text
  } catch (error) {
    problems.push({ code: 'file-unreadable', at, reason: reasonOf(error) })
    return undefined
  }
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
