import { FileRefused, mostOwn } from './read-file.ts'

/**
 * What is read in pieces of whole lines, however long a line is; the last piece may lack its line end.
 * `read` fills a buffer and says with how many bytes, 0 at the end. A piece holds until the next is
 * asked for. Throws `FileRefused` for a line that nobody could have written.
 */
export function* linePieces(size: number, read: (into: Buffer) => number): Iterable<Buffer> {
  let buffer = Buffer.allocUnsafe(size)
  let length = 0
  for (;;) {
    if (length >= mostOwn) throw new FileRefused('large', length)
    if (length === buffer.length) buffer = Buffer.concat([buffer], 2 * buffer.length)
    const count = read(buffer.subarray(length))
    const end = buffer.subarray(0, length + count).lastIndexOf(newline) + 1
    length += count
    if (count === 0) {
      if (length > 0) yield buffer.subarray(0, length)
      return
    }
    if (end > 0) {
      yield buffer.subarray(0, end)
      buffer.copyWithin(0, end, length)
      length -= end
    }
  }
}

const newline = 0x0a
