/** The text of a Markdown file and how it was encoded, or why it is none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'unknown' }

/**
 * Decodes by byte order mark, else as `encoding` if one is named, else strictly as UTF-8, else
 * strictly as GB18030.
 */
export function decodeBytes(bytes: Uint8Array, encoding?: string): Decoded {
  const marked = byMark(bytes)
  if (marked !== undefined) return strictly(bytes, marked) ?? { kind: 'unknown' }
  if (encoding !== undefined) return strictly(bytes, encoding) ?? { kind: 'unknown' }
  if (bytes.subarray(0, 8192).includes(0)) return { kind: 'binary' }
  return strictly(bytes, 'utf-8') ?? strictly(bytes, 'gb18030') ?? { kind: 'unknown' }
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function strictly(bytes: Uint8Array, encoding: string): Decoded | undefined {
  try {
    return {
      kind: 'text',
      text: new TextDecoder(encoding, { fatal: true }).decode(bytes),
      encoding,
    }
  } catch {
    return undefined
  }
}
