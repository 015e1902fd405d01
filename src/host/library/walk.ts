import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import type { Problem } from '../../cards/card.ts'
import { reasonOf, UserError } from '../../errors.ts'
import { isAppCopy } from './app-copies.ts'

const markdownName = /\.(md|markdown|mdx)$/i
const maxFiles = 100_000
const maxDepth = 64

/** A Markdown file of a library. */
export type FoundFile = {
  readonly path: string
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
export function filesOf(root: string, problems: Problem[]): readonly FoundFile[] {
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
  walk(root, '', realpathSync(root), { found, copies, problems })
  const [first] = copies
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
  readonly found: FoundFile[]
  /** Names of what programs keep beside the notes. */
  readonly copies: string[]
  readonly problems: Problem[]
}

function walk(folder: string, prefix: string, realRoot: string, walked: Walked): void {
  const { found, copies, problems } = walked
  for (const entry of entriesOf(folder, prefix, problems)) {
    const path = join(folder, entry.name)
    const name = prefix + entry.name
    const isNote = markdownName.test(entry.name)
    if ((entry.isDirectory() || isNote) && isAppCopy(name, entry.isDirectory())) {
      copies.push(name)
      continue
    }
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    if (entry.isDirectory()) {
      if (name.split('/').length <= maxDepth) walk(path, `${name}/`, realRoot, walked)
    } else if (isNote && found.length < maxFiles) {
      const stat = statInside(entry, path, realRoot)
      if (typeof stat === 'object') {
        found.push({ path, name, size: stat.size, mtime: stat.mtimeMs })
      } else if (stat !== undefined) problems.push({ code: stat, at: { file: name, line: 1 } })
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

/** The file's data, why it is not read, or undefined for a link that leads nowhere. */
function statInside(
  entry: Dirent,
  path: string,
  realRoot: string,
): Stats | 'file-no-file' | 'file-outside' | undefined {
  // a named pipe would block the read for good
  if (!entry.isFile() && !entry.isSymbolicLink()) return 'file-no-file'
  try {
    const isLink = entry.isSymbolicLink()
    if (isLink && !realpathSync(path).startsWith(realRoot + sep)) return 'file-outside'
    const stat = statSync(path)
    return stat.isFile() ? stat : 'file-no-file'
  } catch {
    return undefined
  }
}
