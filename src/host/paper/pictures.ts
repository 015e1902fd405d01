import { constants } from 'node:fs'
import { open, realpath, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import type { CardSource } from '../../cards/card.ts'
import { pictureHead, type ReadPicture } from '../../export/picture.ts'
import type { PictureFault } from '../../export/warning.ts'

const mostBytes = 20 * 1024 * 1024
/** A drawing is a text that must be read as a whole, some times over. */
const mostSvgBytes = 1024 * 1024
const mostPixels = 50_000_000

/**
 * The picture that an address in a note means. Only files inside the library are read, whatever the
 * address or a link on the disk says, and only those that begin as pictures do.
 */
export async function readPicture(
  source: CardSource,
  src: string,
): Promise<ReadPicture | PictureFault> {
  if (src.startsWith('//') || /^[a-z][a-z\d+.-]+:/i.test(src)) {
    return /^(?:https?:)?\/\//i.test(src) ? 'remote' : 'broken'
  }
  const path = await inside(source, src)
  if (path === 'missing' || path === 'outside') return path
  return readHead(path).catch((): PictureFault => 'missing')
}

/** The real path of a file in the library. */
async function inside(source: CardSource, src: string): Promise<string | 'missing' | 'outside'> {
  const address = addressed(src)
  if (address === undefined) return 'missing'
  try {
    const root = await realpath(source.library)
    const base = (await stat(root)).isDirectory() ? root : dirname(root)
    const folder = dirname(join(base, source.file))
    // an absolute address is meant from the library's root, as sites have it
    const path = await realpath(
      address.startsWith('/') ? join(base, address) : join(folder, address),
    )
    return path.startsWith(base.endsWith(sep) ? base : base + sep) ? path : 'outside'
  } catch {
    return 'missing'
  }
}

function addressed(src: string): string | undefined {
  const bare = src.replace(/[?#].*$/s, '')
  try {
    const decoded = decodeURIComponent(bare).replaceAll('\\', '/')
    return decoded === '' || decoded.includes('\0') ? undefined : decoded
  } catch {
    return bare
  }
}

async function readHead(path: string): Promise<ReadPicture | PictureFault> {
  // without waiting for the other end, should it be a pipe
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const { size, isFile } = await file
      .stat()
      .then((found) => ({ size: found.size, isFile: found.isFile() }))
    if (!isFile) return 'broken'
    if (size > mostBytes) return 'large'
    const bytes = await file.readFile()
    const head = pictureHead(bytes)
    if (head === undefined) return 'broken'
    const isLarge =
      head.kind === 'svg' ? size > mostSvgBytes : head.width * head.height > mostPixels
    return isLarge ? 'large' : { head, bytes }
  } finally {
    await file.close()
  }
}
