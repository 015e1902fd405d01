import { createHash } from 'node:crypto'
import type { PictureHead } from './picture.ts'

const types: Readonly<Record<PictureHead['kind'], string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
}

/** As much of a picture as its name and address are made of. */
export type Picture = { readonly head: Pick<PictureHead, 'kind'>; readonly bytes: Uint8Array }

/** A picture as an address that holds it. */
export function dataAddress({ head, bytes }: Picture): string {
  const { buffer, byteOffset, byteLength } = bytes
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('base64')
  return `data:${types[head.kind]};base64,${text}`
}

/** A name for a picture that no other one has; the same picture keeps it. */
export function mediaName({ head, bytes }: Picture): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return `viva-${hash}.${head.kind}`
}
