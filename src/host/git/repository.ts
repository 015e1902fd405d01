import { join } from 'node:path'
import { readNamed } from '../files/read-file.ts'
import { makeFolder } from '../store/append.ts'
import { discard } from '../store/discard.ts'
import { saving } from '../store/own-files.ts'
import { writeWhole } from '../store/whole-file.ts'
import { gitDone } from './failure.ts'
import type { GitPlace, GitWays } from './git.ts'

/** A repository that viva alone works in, with its work tree elsewhere or none. */
export type OwnRepository = {
  readonly gitDir: string
  /** Without one it is bare. */
  readonly workTree?: string | undefined
  readonly format?: 'sha1' | 'sha256'
  /** What `origin` names. */
  readonly url?: string | undefined
  /** Blobs come only when they are checked out, if the other end can do that. */
  readonly partial?: boolean
  /** Only paths that fit these patterns are checked out. */
  readonly sparse?: readonly string[] | undefined
}

/** Makes one that is empty. Throws the faults of git, and `not-saved`. */
export async function makeRepository(own: OwnRepository, ways: GitWays = {}): Promise<void> {
  saving(own.gitDir, () => makeFolder(own.gitDir))
  // a work tree is said by the environment, and a bare one says no
  const kind = own.workTree === undefined ? ['--bare'] : []
  const words = ['init', '--quiet', '--template=', ...formatWords(own), ...kind]
  await gitDone(placeOf(own), words, { ...ways, address: own.gitDir })
  ready(own)
}

/**
 * The repository to give to `git`, with nothing in its settings but ours: what anybody else wrote
 * there, such as a filter, a monitor or another command for ssh, is gone before git reads it. The
 * attributes stand above those of the files, so that no filter is called by them either. Throws the
 * fault `not-saved`.
 */
export function ready(own: OwnRepository): GitPlace {
  saving(own.gitDir, () => write(own))
  return placeOf(own)
}

function write(own: OwnRepository): void {
  const { gitDir, sparse } = own
  makeFolder(join(gitDir, 'info'))
  put(join(gitDir, 'config'), configText(own))
  put(join(gitDir, 'info/attributes'), attributes)
  put(join(gitDir, 'info/exclude'), '')
  if (sparse !== undefined) put(join(gitDir, 'info/sparse-checkout'), `${sparse.join('\n')}\n`)
  // it would name another folder for settings
  discard(join(gitDir, 'commondir'))
}

/** Takes away what keeps others out after a git of ours was killed; only where no other runs. */
export function unlock({ gitDir }: Pick<OwnRepository, 'gitDir'>): void {
  for (const name of ['index.lock', 'HEAD.lock', 'shallow.lock', 'config.lock']) {
    discard(join(gitDir, name))
  }
}

function placeOf({ gitDir, workTree }: OwnRepository): GitPlace {
  return { gitDir, workTree }
}

// older versions do not know the option, and make the usual kind
function formatWords({ format = 'sha1' }: OwnRepository): readonly string[] {
  return format === 'sha1' ? [] : [`--object-format=${format}`]
}

const attributes = '* -text -filter -ident -working-tree-encoding -diff -merge\n'

function put(path: string, text: string): void {
  if (textAt(path) !== text) writeWhole(path, text, 0o600)
}

function textAt(path: string): string | undefined {
  try {
    return readNamed(path, { most: 1 << 20 }).toString()
  } catch {
    return undefined
  }
}

/** What the settings of a repository say: all that git must know of it, and nothing that runs. */
export function configText(own: OwnRepository, platform = process.platform): string {
  const { workTree, format = 'sha1', url, partial = false, sparse } = own
  const folds = platform === 'win32' || platform === 'darwin'
  const extended = format !== 'sha1' || partial
  return [
    '[core]',
    `\trepositoryformatversion = ${extended ? 1 : 0}`,
    `\tbare = ${workTree === undefined}`,
    // whether a file may be run is nothing to us
    '\tfilemode = false',
    '\tlogallrefupdates = false',
    `\tignorecase = ${folds}`,
    ...(platform === 'darwin' ? ['\tprecomposeunicode = true'] : []),
    `\tsparseCheckout = ${sparse !== undefined}`,
    '\tsparseCheckoutCone = false',
    ...(extended ? ['[extensions]'] : []),
    ...(format === 'sha1' ? [] : [`\tobjectFormat = ${format}`]),
    ...(partial ? ['\tpartialClone = origin'] : []),
    ...(url === undefined ? [] : ['[remote "origin"]', `\turl = ${quoted(url)}`]),
    ...(partial ? ['\tpromisor = true', '\tpartialclonefilter = blob:none'] : []),
    '',
  ].join('\n')
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}
