import type { PictureHead } from './picture.ts'

const types: Readonly<Record<PictureHead['kind'], string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
}

/** A picture as an address that holds it. */
export function dataAddress({
  head,
  bytes,
}: {
  readonly head: Pick<PictureHead, 'kind'>
  readonly bytes: Uint8Array
}): string {
  const { buffer, byteOffset, byteLength } = bytes
  return `data:${types[head.kind]};base64,${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}`
}
