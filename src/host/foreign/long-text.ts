import { closeSync, fstatSync, readSync } from 'node:fs'
import { reasonOf, UserError } from '../../errors.ts'
import type { ForeignFile } from '../../foreign/file.ts'
import { linePieces } from '../files/line-pieces.ts'
import { openRegular } from '../files/read-file.ts'

/** No note of a person is larger, in bytes. */
export const mostText = 16 << 20
const pieceSize = 1 << 20

/**
 * A text that is larger than a note, which is read line by line and never held; undefined if it is not so
 * large, or its first bytes are those of no text. Throws the fault `file-not-readable`.
 */
export function longText(
  path: string,
  isText: (head: Uint8Array) => boolean,
): ForeignFile | undefined {
  const head = Buffer.alloc(16)
  const fd = opened(path)
  try {
    readSync(fd, head, 0, head.length, 0)
    if (fstatSync(fd).size <= mostText || !isText(head)) return undefined
  } catch (error) {
    throw notReadable(path, error)
  } finally {
    closeSync(fd)
  }
  return { kind: 'lines', path, lines: () => linesIn(path) }
}

function* linesIn(path: string): Iterable<string> {
  const read = (fd: number) => (into: Buffer) => {
    try {
      return readSync(fd, into)
    } catch (error) {
      throw notReadable(path, error)
    }
  }
  const fd = opened(path)
  let isFirst = true
  try {
    for (const piece of linePieces(pieceSize, read(fd))) {
      const text = piece.toString()
      const lines = (isFirst ? text.replace(/^\ufeff/, '') : text).split('\n')
      isFirst = false
      // behind the last line end of a piece nothing stands
      if (lines.at(-1) === '') lines.pop()
      for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
    }
  } finally {
    closeSync(fd)
  }
}

function opened(path: string): number {
  try {
    return openRegular(path)
  } catch (error) {
    throw notReadable(path, error)
  }
}

export function notReadable(path: string, error: unknown): UserError {
  const fault = { code: 'file-not-readable', path, reason: reasonOf(error) } as const
  return new UserError(fault, { cause: error })
}
