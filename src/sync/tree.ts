/** A file of a shared tree as git lists it. */
export type SharedEntry = {
  readonly path: string
  /** Of its content, whatever it is called. */
  readonly id: string
  /** In bytes. */
  readonly size: number
}

/**
 * The files in what `ls-tree -r -z -l` says, by path. Links and other repositories are no files of
 * anybody's history.
 */
export function entriesIn(listing: string): ReadonlyMap<string, SharedEntry> {
  const entries = new Map<string, SharedEntry>()
  for (const line of listing.split('\0')) {
    const found = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line)
    const [, id = '', size, path = ''] = found ?? []
    if (found !== null) entries.set(path, { path, id, size: Number(size) })
  }
  return entries
}

/** The blobs in what `cat-file --batch` says, by id; those that are not there are left out. */
export function blobsIn(output: Buffer): ReadonlyMap<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>()
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0x0a, at)
    if (end < 0) break
    const [id = '', kind, size] = output.toString('latin1', at, end).split(' ')
    at = end + 1
    if (kind !== 'blob') continue
    blobs.set(id, output.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return blobs
}

/** A file to be put into a shared tree. */
export type GivenFile = { readonly path: string; readonly bytes: Uint8Array }

export type SharedCommit = {
  /** The name that it gets in the repository. */
  readonly ref: string
  /** The commit that it stands on; undefined for a tree that is new. */
  readonly onto: string | undefined
  readonly given: readonly GivenFile[]
  readonly message: string
  /** In ms. */
  readonly at: number
}

/**
 * A commit as `fast-import` reads it: a tree that is the one below it, but for the files given. It
 * names its author itself, so that no settings of the person's are asked.
 */
export function commitStream({ ref, onto, given, message, at }: SharedCommit): Buffer {
  const seconds = Math.max(0, Math.floor(at / 1000))
  const parts: Uint8Array[] = []
  const line = (text: string) => parts.push(Buffer.from(`${text}\n`))
  const data = (bytes: Uint8Array) => {
    line(`data ${bytes.length}`)
    parts.push(bytes)
    line('')
  }
  line('feature done')
  line(`commit ${ref}`)
  line('mark :1')
  line(`committer viva <viva@localhost> ${seconds} +0000`)
  data(Buffer.from(message))
  if (onto !== undefined) line(`from ${onto}`)
  for (const { path, bytes } of given) {
    line(`M 100644 inline ${quoted(path)}`)
    data(bytes)
  }
  // what it is called is said on stdout
  line('get-mark :1')
  line('done')
  return Buffer.concat(parts)
}

function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&')}"`
}
