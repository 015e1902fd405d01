import { type Stats, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Problem } from '../../cards/card.ts'
import { reasonOf, UserError } from '../../errors.ts'
import { type Entry, entriesIn } from '../files/names.ts'
import { isInside, type Path, type Root, rootOf } from '../files/read-file.ts'
import { isAppCopy } from './app-copies.ts'

const markdownName = /\.(md|markdown|mdx)$/i

/** How many files are read, and in how many folders within folders. */
type Limits = { readonly files: number; readonly depth: number }
const usual: Limits = { files: 100_000, depth: 64 }

/** A Markdown file of a library. */
export type FoundFile = {
  readonly path: Path
  /** Relative to the root, with `/`. */
  readonly name: string
  readonly size: number
  /** In ms. */
  readonly mtime: number
}

/**
 * The Markdown files below a folder, in order of their names, or the one file that the root is.
 * Throws the faults `library-missing` and `library-not-readable`.
 */
export function filesOf(root: string, problems: Problem[], limits = usual): readonly FoundFile[] {
  const stat = statOf(root)
  if (stat === undefined) throw new UserError({ code: 'library-missing', path: root })
  if (stat.isFile()) {
    return [{ path: root, name: basename(root), size: stat.size, mtime: stat.mtimeMs }]
  }
  if (!stat.isDirectory()) {
    throw new UserError({ code: 'library-not-readable', path: root, reason: 'not a file' })
  }
  const found: FoundFile[] = []
  const copies: string[] = []
  const left: string[] = []
  walk(root, '', { root: rootOf(root), limits, found, copies, left, problems })
  const [first] = copies
  const [beyond] = left
  if (beyond !== undefined) {
    problems.push({ code: 'files-too-many', at: { file: beyond, line: 1 }, count: left.length })
  }
  if (first !== undefined) {
    problems.push({ code: 'app-copies', at: { file: first, line: 1 }, count: copies.length })
  }
  return found
}

// No entry is one thing; a loop of links, or a folder above that is closed or none, another.
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

type Walked = {
  readonly root: Root
  readonly limits: Limits
  readonly found: FoundFile[]
  /** Names of what programs keep beside the notes. */
  readonly copies: string[]
  /** Names of notes for which there was no room. */
  readonly left: string[]
  readonly problems: Problem[]
}

function walk(folder: Path, prefix: string, walked: Walked): void {
  const { copies, problems, limits } = walked
  for (const entry of entriesOf(folder, prefix, problems)) {
    const name = prefix + entry.name
    const isFolder = entry.kind === 'folder'
    const isNote = markdownName.test(entry.name)
    if ((isFolder || isNote) && isAppCopy(name, isFolder)) {
      copies.push(name)
      continue
    }
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    if (isNote && !isFolder) take(entry, name, walked)
    if (!isFolder) continue
    if (prefix.split('/').length <= limits.depth) walk(entry.path, `${name}/`, walked)
    else problems.push({ code: 'folder-too-deep', at: { file: name, line: 1 } })
  }
}

function take(entry: Entry, name: string, { root, limits, found, left, problems }: Walked): void {
  const at = { file: name, line: 1 }
  if (found.length >= limits.files) {
    left.push(name)
    return
  }
  const stat = statInside(entry, root)
  if (typeof stat === 'string') problems.push({ code: stat, at })
  if (typeof stat !== 'object') return
  const { encoding, path } = entry
  if (encoding !== undefined) problems.push({ code: 'name-encoding', at, encoding })
  found.push({ path, name, size: stat.size, mtime: stat.mtimeMs })
}

function entriesOf(folder: Path, prefix: string, problems: Problem[]): readonly Entry[] {
  try {
    return entriesIn(folder)
  } catch (error) {
    const at = { file: prefix === '' ? '.' : prefix, line: 1 }
    problems.push({ code: 'folder-unreadable', at, reason: reasonOf(error) })
    return []
  }
}

/** The file's data, why it is not read, or undefined for a link that leads nowhere. */
function statInside(
  { path, kind }: Entry,
  root: Root,
): Stats | 'file-no-file' | 'file-outside' | undefined {
  // a named pipe would block the read for good
  if (kind === 'other') return 'file-no-file'
  try {
    if (kind === 'link' && !isInside(path, root)) return 'file-outside'
    const stat = statSync(path)
    return stat.isFile() ? stat : 'file-no-file'
  } catch {
    return undefined
  }
}
