import { crc32 } from 'node:zlib'

/** What a line of a file of ours holds: fields to make sense of, a newer version's, or damage. */
export type Unsealed =
  | { readonly kind: 'fields'; readonly fields: Fields }
  | { readonly kind: 'newer' }
  | { readonly kind: 'bad'; readonly why: 'not-a-record' | 'checksum' | 'json' | 'fields' | 'time' }

export type Fields = Readonly<Record<string, unknown>>

const version = 1
/** How many characters at the end of a line are no part of what the checksum covers. */
export const sealLength = ',"k":"00000000"}'.length

/** Fields as one line with its line end; the CRC-32 covers the bytes before `,"k":`. */
export function seal(fields: Fields): string {
  return sealed(JSON.stringify({ v: version, ...fields }).slice(0, -1))
}

/** The same of what was written as JSON already, without its last brace. */
export function sealed(body: string): string {
  return `${body},"k":"${checksum(body)}"}\n`
}

function checksum(body: string): string {
  return crc32(body).toString(16).padStart(8, '0')
}

/** Reads one line without its line end. Never throws. */
export function unseal(line: string): Unsealed {
  const body = line.slice(0, -sealLength)
  const end = line.slice(-sealLength)
  if (!body.startsWith('{') || !/^,"k":"[0-9a-f]{8}"\}$/.test(end)) {
    return { kind: 'bad', why: 'not-a-record' }
  }
  if (checksum(body) !== end.slice(6, 14)) return { kind: 'bad', why: 'checksum' }
  try {
    const value: unknown = JSON.parse(`${body}}`)
    if (typeof value !== 'object' || value === null) return { kind: 'bad', why: 'fields' }
    const fields = value as Fields
    const isNewer = typeof fields.v === 'number' && fields.v > version
    return isNewer ? { kind: 'newer' } : { kind: 'fields', fields }
  } catch {
    return { kind: 'bad', why: 'json' }
  }
}
