import { reasonOf, UserError } from '../errors.ts'
import { readNamed } from './files/read-file.ts'
import { decodeBytes } from './library/decode.ts'

/** More is not read: nobody types it, and it could go on for ever. */
const mostBytes = 1024 * 1024

/** The text of a file, or what comes on stdin. Throws the fault `answer-not-readable`. */
export async function readAnswer(path: string | undefined): Promise<string> {
  const decoded = decodeBytes(await bytesOf(path))
  if (decoded.kind === 'text') return decoded.text
  throw new UserError({ code: 'answer-not-readable', path: path ?? '-', reason: decoded.kind })
}

async function bytesOf(path: string | undefined): Promise<Buffer> {
  try {
    return path === undefined ? await heard(process.stdin) : readNamed(path, { most: mostBytes })
  } catch (error) {
    const reason = reasonOf(error)
    throw new UserError(
      { code: 'answer-not-readable', path: path ?? '-', reason },
      { cause: error },
    )
  }
}

async function heard(stream: AsyncIterable<Uint8Array | string>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as string)
    chunks.push(bytes)
    length += bytes.length
    if (length >= mostBytes) break
  }
  return whole(Buffer.concat(chunks).subarray(0, mostBytes))
}

/** Without the bytes of a character that the limit cut. */
function whole(bytes: Buffer): Buffer {
  if (bytes.length < mostBytes) return bytes
  const end = bytes.findLastIndex((byte) => byte < 0x80)
  return bytes.subarray(0, end < 0 ? bytes.length : end + 1)
}
