import { belongs } from '../archive/archive.ts'

/** What a file of the shared tree is. `file` is where its content stands below the home. */
export type SharedFile =
  | { readonly kind: 'mark' }
  | { readonly kind: 'settings' }
  /** What a device says of itself. */
  | { readonly kind: 'device'; readonly device: string }
  /** A piece of a log, from 1. */
  | { readonly kind: 'piece'; readonly file: string; readonly piece: number }
  | { readonly kind: 'interview'; readonly file: string }
  /** A file of the person's own words. */
  | { readonly kind: 'text'; readonly file: string }

/** The branch that a history stands on. */
export const sharedBranch = 'main'
/** Where a shared tree says what it is. */
export const markPath = 'viva.json'
/** Where it keeps settings. */
export const settingsPath = 'settings.json'

/** What stands at a path of a shared tree; undefined for what is not ours to read. */
export function sharedFile(path: string): SharedFile | undefined {
  if (path === markPath) return { kind: 'mark' }
  if (path === settingsPath) return { kind: 'settings' }
  const device = /^devices\/([\w.-]+)\.json$/.exec(path)?.[1]
  if (device !== undefined) return { kind: 'device', device }
  const [, log, piece] = /^((?:journal|registry)\/[^/]+)\/(\d{4,6})\.jsonl$/.exec(path) ?? []
  if (log !== undefined) {
    const file = `${log}.jsonl`
    return belongs(file) ? { kind: 'piece', file, piece: Number(piece) } : undefined
  }
  if (!belongs(path)) return undefined
  if (path.startsWith('interviews/')) {
    return path.endsWith('.jsonl') ? { kind: 'interview', file: path } : undefined
  }
  return path.startsWith('notes/') || path === 'glossary.txt'
    ? { kind: 'text', file: path }
    : undefined
}

/** Where a piece of a log of ours stands in the shared tree; `piece` counts from 1. */
export function piecePath(log: string, piece: number): string {
  return `${log.slice(0, -'.jsonl'.length)}/${String(piece).padStart(4, '0')}.jsonl`
}

/** Where a device says of itself what others may want to know. */
export function devicePath(device: string): string {
  return `devices/${device}.json`
}

/** Where the other text of two is kept: named by its content, so that all machines call it the same. */
export function besidePath(path: string, id: string): string {
  const dot = path.lastIndexOf('.')
  return `${path.slice(0, dot)}.other-${id.slice(0, 8)}${path.slice(dot)}`
}
