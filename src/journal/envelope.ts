import { crc32 } from 'node:zlib'

/** What a line of a file of ours holds: fields to make sense of, a newer version's, or damage. */
export type Unsealed =
  | { readonly kind: 'fields'; readonly fields: Fields; readonly text: string }
  | { readonly kind: 'newer' }
  | { readonly kind: 'bad'; readonly why: 'not-a-record' | 'checksum' | 'json' | 'fields' }

export type Fields = Readonly<Record<string, unknown>>

const version = 1
const tail = ',"k":"00000000"}'.length

/** Fields as one line with its line end; the CRC-32 covers the bytes before `,"k":`. */
export function seal(fields: Fields): string {
  const body = JSON.stringify({ v: version, ...fields }).slice(0, -1)
  return `${body},"k":"${checksum(body)}"}\n`
}

function checksum(body: string): string {
  return crc32(body).toString(16).padStart(8, '0')
}

/** Reads one line without its line end. Never throws. */
export function unseal(line: string): Unsealed {
  const body = line.slice(0, -tail)
  const end = line.slice(-tail)
  if (!body.startsWith('{') || !/^,"k":"[0-9a-f]{8}"\}$/.test(end)) {
    return { kind: 'bad', why: 'not-a-record' }
  }
  if (checksum(body) !== end.slice(6, 14)) return { kind: 'bad', why: 'checksum' }
  try {
    const value: unknown = JSON.parse(`${body}}`)
    if (typeof value !== 'object' || value === null) return { kind: 'bad', why: 'fields' }
    const fields = value as Fields
    const isNewer = typeof fields.v === 'number' && fields.v > version
    return isNewer ? { kind: 'newer' } : { kind: 'fields', fields, text: body }
  } catch {
    return { kind: 'bad', why: 'json' }
  }
}

type AnyLine = { readonly kind: string }

/** Every line of a file as `decode` understands it, and the records found inside bad ones. */
export function linesIn<Line extends AnyLine>(
  text: string,
  decode: (line: string) => Line,
): readonly Line[] {
  const found: Line[] = []
  for (const line of text.replace(/^\ufeff/, '').split('\n')) {
    const plain = line.endsWith('\r') ? line.slice(0, -1) : line
    if (plain.trim() === '') continue
    const one = decode(plain)
    found.push(one)
    if (one.kind === 'bad') found.push(...salvaged(plain, decode))
  }
  return found
}

// A lost line end joins two lines: whole records inside a bad line still count.
function salvaged<Line extends AnyLine>(
  line: string,
  decode: (line: string) => Line,
): readonly Line[] {
  const found: Line[] = []
  let start = line.indexOf('{"v":')
  while (start >= 0) {
    const end = line.indexOf('"}', line.indexOf(',"k":"', start))
    const one = end < 0 ? undefined : decode(line.slice(start, end + 2))
    if (one?.kind === 'record') found.push(one)
    start = line.indexOf('{"v":', start + 1)
  }
  return found
}
