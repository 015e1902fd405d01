import { createReadStream, type ReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { constants, createGunzip } from 'node:zlib'
import { type Member, type Unpacking, unpacking } from '../../../archive/archive.ts'
import type { Spoilt } from '../../../archive/examination.ts'
import { reasonOf, UserError } from '../../../errors.ts'
import { openRegular } from '../../files/read-file.ts'

/** No backup is larger than this, in bytes when it is unpacked, nor is a line of it; nor has it more lines. */
const mostBytes = 512 << 20
const mostInLine = 256 << 20
const mostLines = 200_000
/** The head of a backup is far shorter. */
const mostInHead = 1 << 16
/** Beyond the first bytes, nothing that a person keeps shrinks to less than one part in so many. */
const mostShrunk = 250
const notCounted = 8 << 20
const pieceSize = 1 << 17
const newline = 0x0a

/**
 * Reads a backup file by file, which is all that is held of it; says what is wrong with it. It is gone
 * through before, so that of one that is refused nothing is used. Throws the faults
 * `file-not-readable`, `not-a-backup` and `backup-too-large`, and what `take` throws.
 */
export async function readBackup(
  path: string,
  take: (member: Member) => Promise<void> | void,
): Promise<Spoilt> {
  for await (const _ of piecesOf(path));
  let reading: Unpacking | undefined
  for await (const line of linesOf(path)) {
    if (reading === undefined) {
      reading = unpacking(line)
      if (reading === undefined) break
      continue
    }
    const member = reading.next(line)
    if (member !== undefined) await take(member)
  }
  if (reading === undefined) throw new UserError({ code: 'not-a-backup', path })
  return reading.spoilt()
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let parts: Buffer[] = []
  for await (const piece of piecesOf(path)) {
    let from = 0
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, from)) {
      yield Buffer.concat([...parts, piece.subarray(from, end)]).toString()
      parts = []
      from = end + 1
    }
    if (from < piece.length) parts.push(piece.subarray(from))
  }
  if (parts.length > 0) yield Buffer.concat(parts).toString()
}

// A file that was cut short or spoilt still gives what comes before.
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const source = createReadStream('', { fd: opened(path) })
  const unpacked = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: pieceSize })
  // an error of either reaches whoever reads
  pipeline(source, unpacked, () => {})
  const bounds = boundsOf(path, () => unpacked.bytesWritten)
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      bounds(piece)
      yield piece
    }
  } catch (error) {
    if (error instanceof UserError) throw error
  } finally {
    unpacked.destroy()
    await closed(source)
  }
}

/** As long as it is open, Windows lets nobody write another backup in its place. */
function closed(source: ReadStream): Promise<void> {
  if (source.closed) return Promise.resolve()
  return new Promise((resolve) => {
    source.once('close', () => resolve())
    source.destroy()
  })
}

/** Throws as soon as what was unpacked so far is more than a backup can be. */
function boundsOf(path: string, packedBytes: () => number): (piece: Buffer) => void {
  let bytes = 0
  let lines = 0
  let inLine = 0
  const refuse = () => {
    throw new UserError({ code: 'backup-too-large', path })
  }
  return (piece) => {
    bytes += piece.length
    if (bytes > Math.min(mostBytes, notCounted + mostShrunk * packedBytes())) refuse()
    let from = 0
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, from)) {
      lines += 1
      inLine = 0
      from = end + 1
      if (lines > mostLines) refuse()
    }
    inLine += piece.length - from
    if (lines === 0 && inLine > mostInHead) throw new UserError({ code: 'not-a-backup', path })
    if (inLine > mostInLine) refuse()
  }
}

function opened(path: string): number {
  try {
    return openRegular(path)
  } catch (error) {
    const reason = reasonOf(error)
    throw new UserError({ code: 'file-not-readable', path, reason }, { cause: error })
  }
}
