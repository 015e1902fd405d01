import { realpathSync, statSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { CardSource } from '../../cards/card.ts'
import { dataPicture, isDataPicture } from '../../export/data-picture.ts'
import { pictureHead, type ReadPicture } from '../../export/picture.ts'
import type { PictureFault } from '../../export/warning.ts'
import { placeNamed } from '../files/names.ts'
import { FileRefused, type Path, type Root, readNamed, rootOf } from '../files/read-file.ts'

const mostBytes = 20 * 1024 * 1024
/** A drawing is a text that must be read as a whole, some times over. */
const mostSvgBytes = 1024 * 1024
/** Of a side, in pixels. */
const mostSvgLength = 1_000_000
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
  const address = addressed(src)
  if (address === undefined) return 'missing'
  // in between, keys and signals are heard
  await setImmediate()
  try {
    const base = folderOf(source.library)
    return pictureAt(placeOf(base, source, address), rootOf(base))
  } catch (error) {
    return error instanceof FileRefused ? faults[error.why] : 'missing'
  }
}

function folderOf(library: string): string {
  const real = realpathSync(library)
  return statSync(real).isDirectory() ? real : dirname(real)
}

/** Where the address leads, seen from the note or from the root. */
function placeOf(base: string, { file }: CardSource, address: string): Path {
  // an absolute address is meant from the library's root, as sites have it
  return placeNamed(base, posix.join(address.startsWith('/') ? '' : posix.dirname(file), address))
}

/** A picture that is its own address. */
function pasted(src: string): ReadPicture | PictureFault {
  if (src.length > mostBytes * 1.4) return 'large'
  const bytes = dataPicture(src)
  return bytes === undefined ? 'broken' : headed(bytes)
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

const faults = {
  'no-file': 'broken',
  outside: 'outside',
  large: 'large',
  changing: 'broken',
} as const

function pictureAt(path: Path, root: Root): ReadPicture | PictureFault {
  return headed(readNamed(path, { most: mostBytes, root }))
}

function headed(bytes: Uint8Array): ReadPicture | PictureFault {
  const head = pictureHead(bytes)
  if (head === undefined) return 'broken'
  const { kind, width, height } = head
  const isLarge =
    kind === 'svg'
      ? bytes.length > mostSvgBytes || !(Math.max(width, height) < mostSvgLength)
      : width * height > mostPixels
  return isLarge ? 'large' : { head, bytes }
}
