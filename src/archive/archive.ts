import { seal, unseal } from '../log/envelope.ts'

/** A file of ours: its path below the home, with `/`, and its bytes. */
export type Member = { readonly path: string; readonly bytes: Uint8Array }

export type Unpacked = {
  readonly members: readonly Member[]
  /** Lines that could not be read. */
  readonly damaged: number
  /** Whether the end is missing. */
  readonly cutShort: boolean
}

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

/** The files that such lines hold; undefined if this is no backup. Never throws. */
export function unpacked(text: string): Unpacked | undefined {
  const [head = '', ...rest] = text.split('\n')
  const first = unseal(head)
  if (first.kind !== 'fields' || first.fields.op !== 'backup') return undefined
  const members: Member[] = []
  let damaged = 0
  let ended = false
  for (const line of rest) {
    if (line === '') continue
    const one = unseal(line)
    if (one.kind === 'bad') damaged += 1
    if (one.kind !== 'fields') continue
    const { op, f, b, n } = one.fields
    if (op === 'end') ended = n === members.length + damaged
    if (op !== 'file' || typeof f !== 'string' || typeof b !== 'string' || !belongs(f)) continue
    members.push({ path: f, bytes: Buffer.from(b, 'base64') })
  }
  return { members, damaged, cutShort: !ended }
}
