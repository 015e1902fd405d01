import type { Content } from './maker.ts'

/** Content as bytes: at once where it is there at once, else as it comes. */
export function bytesOf(content: Content): Uint8Array | AsyncIterable<Uint8Array> {
  if (typeof content === 'string') return new TextEncoder().encode(content)
  return content instanceof Uint8Array ? content : encoded(content)
}

async function* encoded(pieces: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of pieces) yield encoder.encode(piece)
}

/** Content as one. */
export async function whole(content: Content): Promise<string | Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) return content
  const pieces: string[] = []
  for await (const piece of content) pieces.push(piece)
  return pieces.join('')
}
