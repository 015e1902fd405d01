import { objectIn } from './object-in.ts'

/** Whose history a tree is; a tree without a mark, or with another one, is nobody's we know. */
export type Mark =
  | { readonly kind: 'history'; readonly id: string }
  /** A later version of viva keeps it in another form. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'foreign' }

const version = 1

/** The mark of a history; `id` is what tells two apart. */
export function markText(id: string): string {
  return `${JSON.stringify({ viva: 'history', v: version, id })}\n`
}

/** Reads a mark. Never throws. */
export function markIn(bytes: Uint8Array): Mark {
  const { viva, v, id } = objectIn(Buffer.from(bytes).toString())
  if (viva !== 'history' || typeof v !== 'number') return { kind: 'foreign' }
  if (v > version) return { kind: 'newer' }
  const isId = typeof id === 'string' && /^[0-9a-f]{8,64}$/.test(id)
  return isId ? { kind: 'history', id } : { kind: 'foreign' }
}
