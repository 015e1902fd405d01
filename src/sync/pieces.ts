/** A piece of a log is no larger, in bytes, unless a line is. */
const mostInPiece = 256 * 1024

const newline = 0x0a

/**
 * Cuts the lines of a log into pieces, each with as many lines as fit. What was cut stays so when more
 * lines are appended: only the last piece grows. A last line without its end is left out.
 */
export function piecesOf(bytes: Uint8Array, most = mostInPiece): readonly Uint8Array[] {
  const pieces: Uint8Array[] = []
  const end = bytes.lastIndexOf(newline) + 1
  for (let start = 0; start < end; ) {
    const next = endOf(bytes, start, Math.min(end, start + most))
    pieces.push(bytes.subarray(start, next))
    start = next
  }
  return pieces
}

/** Behind the last line that ends before `most`, else behind the first that ends at all. */
function endOf(bytes: Uint8Array, start: number, most: number): number {
  const last = bytes.lastIndexOf(newline, most - 1)
  return (last >= start ? last : bytes.indexOf(newline, start)) + 1
}

/** Appends lines to a piece; what does not fit into it makes further ones. */
export function grown(
  piece: Uint8Array,
  lines: readonly string[],
  most = mostInPiece,
): readonly Uint8Array[] {
  const isOpen = piece.length > 0 && piece.at(-1) !== newline
  const added = lines.map((line) => `${line}\n`).join('')
  return piecesOf(Buffer.concat([piece, Buffer.from(isOpen ? `\n${added}` : added)]), most)
}
