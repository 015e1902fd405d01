import { constants } from 'node:fs'
import { open, realpath, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import type { CardSource } from '../../cards/card.ts'
import { dataPicture, isDataPicture } from '../../export/data-picture.ts'
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
  if (isDataPicture(src)) return pasted(src)
  if (src.startsWith('//') || /^[a-z][a-z\d+.-]+:/i.test(src)) {
    return /^(?:https?:)?\/\//i.test(src) ? 'remote' : 'broken'
  }
  const path = await inside(source, src)
  if (path === 'missing' || path === 'outside') return path
  return readHead(path).catch((): PictureFault => 'missing')
}

/** A picture that is its own address. */
function pasted(src: string): ReadPicture | PictureFault {
  if (src.length > mostBytes * 1.4) return 'large'
  const bytes = dataPicture(src)
  return bytes === undefined ? 'broken' : headed(bytes)
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
    return headed(await file.readFile())
  } finally {
    await file.close()
  }
}

function headed(bytes: Uint8Array): ReadPicture | PictureFault {
  const head = pictureHead(bytes)
  if (head === undefined) return 'broken'
  const isLarge =
    head.kind === 'svg' ? bytes.length > mostSvgBytes : head.width * head.height > mostPixels
  return isLarge ? 'large' : { head, bytes }
}
