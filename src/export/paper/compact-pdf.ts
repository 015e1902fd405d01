import { zlibSync } from 'fflate'

/**
 * The same document with its small objects packed and compressed together: tags for screen readers
 * make half of a file otherwise. Bytes that are not written as expected are handed back as they are.
 * The compression is our own and not the machine's, so that the same text makes the same bytes.
 */
export function compactPdf(pdf: Uint8Array): Uint8Array {
  const file = withoutSuspects(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
  const found = objectsIn(file)
  const trailer = trailerIn(file)
  if (found === undefined || trailer === undefined) return pdf
  return written(file, found, trailer)
}

const marked = /\/MarkInfo\s*<<[^<>]*?(\/Suspects\s+false)/

/** Without saying that no tag is in doubt, which goes without saying and makes poppler complain. */
function withoutSuspects(file: Buffer): Buffer {
  const at = file.lastIndexOf('/MarkInfo')
  const [found, said] = (at < 0 ? null : marked.exec(file.toString('latin1', at, at + 200))) ?? []
  if (found === undefined || said === undefined) return file
  const from = at + found.length - said.length
  // as long as it was, for the table at the end of the file knows where everything is
  return Buffer.concat([
    file.subarray(0, from),
    Buffer.alloc(said.length, ' '),
    file.subarray(from + said.length),
  ])
}

/** Where an object's own bytes lie, and whether a stream is among them. */
type Found = {
  readonly number: number
  readonly start: number
  readonly end: number
  readonly isStream: boolean
}

const objectHead = /^(\d+) 0 obj\s/
const objectTail = /\s*endobj\s*$/

/** All objects, as the table at the end of the file has them. */
function objectsIn(file: Buffer): readonly Found[] | undefined {
  const table = tableStart(file)
  const offsets = table === undefined ? undefined : offsetsIn(file, table)
  if (table === undefined || offsets === undefined) return undefined
  const found: Found[] = []
  for (const [i, start] of offsets.entries()) {
    const end = offsets[i + 1] ?? table
    const head = objectHead.exec(file.toString('latin1', start, start + 24))
    const tail = objectTail.exec(file.toString('latin1', Math.max(start, end - 24), end))
    if (head === null || tail === null) return undefined
    const own = { start: start + head[0].length, end: end - tail[0].length }
    const isStream = file.toString('latin1', own.end - 9, own.end) === 'endstream'
    found.push({ number: Number(head[1]), ...own, isStream })
  }
  return found
}

function tableStart(file: Buffer): number | undefined {
  const end = file.toString('latin1', Math.max(0, file.length - 64))
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1]
  return start === undefined ? undefined : Number(start)
}

/** Offsets of the objects in use, in order. */
function offsetsIn(file: Buffer, table: number): readonly number[] | undefined {
  const text = file.toString('latin1', table, file.length)
  const head = /^xref\s+0 (\d+)\s+/.exec(text)
  if (head === null) return undefined
  const rows = text.slice(head[0].length).matchAll(/(\d{10}) \d{5} ([nf])\s/g)
  const offsets = Array.from(rows, ([, offset, kind]) => (kind === 'n' ? Number(offset) : 0))
  if (offsets.length !== Number(head[1])) return undefined
  return offsets.filter((offset) => offset > 0).sort((a, b) => a - b)
}

/** What the trailer says, without the number of objects. */
function trailerIn(file: Buffer): string | undefined {
  const text = file.toString('latin1', file.lastIndexOf('trailer'))
  const inner = /^trailer\s*<<([\s\S]*)>>\s*startxref/.exec(text)?.[1]
  return inner
    ?.replace(/\/Size\s+\d+/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** So many objects share a stream. */
const packed = 200

/** Where an object is: at an offset, or in a stream of objects at an index. */
type Place = readonly [kind: 1 | 2, first: number, second: number]

function written(file: Buffer, found: readonly Found[], trailer: string): Uint8Array {
  const first = Math.min(...found.map(({ start }) => start))
  const head = file.subarray(0, file.lastIndexOf('\n', file.lastIndexOf(' 0 obj', first)) + 1)
  const parts: Uint8Array[] = [head]
  const places = new Map<number, Place>()
  let offset = head.length
  let next = Math.max(...found.map(({ number }) => number)) + 1
  const add = (number: number, body: Uint8Array) => {
    const whole = [Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]
    places.set(number, [1, offset, 0])
    for (const part of whole) offset += part.length
    parts.push(...whole)
  }
  for (const one of found) if (one.isStream) add(one.number, file.subarray(one.start, one.end))
  const small = found.filter((one) => !one.isStream)
  for (let i = 0; i < small.length; i += packed) {
    const group = small.slice(i, i + packed)
    for (const [index, { number }] of group.entries()) places.set(number, [2, next, index])
    add(next, objectStream(file, group))
    next += 1
  }
  const table = offset
  places.set(next, [1, table, 0])
  add(next, crossReferences(places, next + 1, trailer))
  return Buffer.concat([...parts, Buffer.from(`startxref\n${table}\n%%EOF\n`)])
}

function objectStream(file: Buffer, group: readonly Found[]): Uint8Array {
  let at = 0
  const index = group.map(({ number, start, end }) => {
    const entry = `${number} ${at}`
    at += end - start + 1
    return entry
  })
  const head = `${index.join(' ')}\n`
  const bodies = group.flatMap(({ start, end }) => [file.subarray(start, end), newline])
  const dictionary = `/Type /ObjStm /N ${group.length} /First ${head.length}`
  return stream(dictionary, Buffer.concat([Buffer.from(head), ...bodies]))
}

const newline = Buffer.from('\n')

function crossReferences(
  places: ReadonlyMap<number, Place>,
  size: number,
  trailer: string,
): Uint8Array {
  const rows = Buffer.alloc(size * 7)
  for (const [number, [kind, first, second]] of places) {
    rows.writeUInt8(kind, number * 7)
    rows.writeUInt32BE(first, number * 7 + 1)
    rows.writeUInt16BE(second, number * 7 + 5)
  }
  return stream(`/Type /XRef /Size ${size} /W [1 4 2] ${trailer}`, rows)
}

function stream(dictionary: string, bytes: Uint8Array): Uint8Array {
  const small = zlibSync(bytes, { level: 6 })
  const head = `<< ${dictionary} /Filter /FlateDecode /Length ${small.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), small, Buffer.from('\nendstream')])
}
