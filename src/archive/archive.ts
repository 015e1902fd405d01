import { seal, unseal } from '../log/envelope.ts'
import type { Spoilt } from './examination.ts'

/** A file of ours: its path below the home, with `/`, and its bytes. */
export type Member = { readonly path: string; readonly bytes: Uint8Array }

/**
 * What belongs to a backup. Everything else in one is left alone, whoever made it: no path leads
 * out of the home.
 */
const kept =
  /^(?:(?:journal|registry)\/[^./\\\p{Cc}:][^/\\\p{Cc}:]*\.jsonl|notes\/[\w%-][\w%.-]*\.md|interviews\/[\w-][\w.-]*\.jsonl?|settings\.json|glossary\.txt)$/u

export function belongs(path: string): boolean {
  return kept.test(path) && path.length < 300
}

/** Files as lines, each with its checksum: a head, one a file, and an end. */
export function packed(members: readonly Member[], at: number): string {
  const lines = members.map(({ path, bytes }) =>
    seal({ op: 'file', f: path, b: Buffer.from(bytes).toString('base64') }),
  )
  return [seal({ op: 'backup', t: at }), ...lines, seal({ op: 'end', n: members.length })].join('')
}

/** A backup that is read line by line, after its head. */
export type Unpacking = {
  /** Takes the next line; gives the file of ours that it holds, if it holds one. Never throws. */
  readonly next: (line: string) => Member | undefined
  /** What is wrong with it, once all lines were taken. */
  readonly spoilt: () => Spoilt
}

/** Begins with the first line of a file; undefined if this is no backup. Never throws. */
export function unpacking(head: string): Unpacking | undefined {
  const first = unseal(head)
  if (first.kind !== 'fields' || first.fields.op !== 'backup') return undefined
  let found = 0
  let damaged = 0
  let ended = false
  const next = (line: string): Member | undefined => {
    if (line === '') return undefined
    const one = unseal(line)
    if (one.kind === 'bad') damaged += 1
    if (one.kind !== 'fields') return undefined
    const { op, f, b, n } = one.fields
    if (op === 'end') ended = n === found + damaged
    if (op !== 'file' || typeof f !== 'string' || typeof b !== 'string' || !belongs(f)) {
      return undefined
    }
    found += 1
    return { path: f, bytes: Buffer.from(b, 'base64') }
  }
  return { next, spoilt: () => ({ damaged, cutShort: !ended }) }
}
