import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Booklet } from '../../src/export/booklet.ts'
import type { PaperDocument } from '../../src/export/paper/fit.ts'
import { type PaperOptions, usualOptions } from '../../src/export/paper/look.ts'
import { type Machine, typeset } from '../../src/host/typeset.ts'

/** A document as a reader has it. */
export type ReadPdf = {
  readonly pages: readonly ReadPage[]
  readonly outline: readonly Bookmark[]
  readonly language: string | null
  readonly isTagged: boolean
  readonly info: Readonly<Record<string, unknown>>
}

type ReadPage = {
  /** From the top, without spaces; the first is the head, the last the foot. */
  readonly lines: readonly string[]
  readonly links: readonly string[]
  /** The roles of its tags. */
  readonly roles: readonly string[]
}

type Bookmark = { readonly title: string; readonly items: readonly Bookmark[] }

/** The typesetter with what `npm run build` made. */
export const machine: Machine = {
  built: pathToFileURL(join(import.meta.dirname, '../../dist/')),
  version: '0.1.0',
}

/** Prints with the usual options and a few others. */
export function print(
  booklet: Booklet,
  options: Partial<PaperOptions> = {},
  more: Partial<Machine> = {},
): Promise<PaperDocument> {
  return typeset(
    booklet,
    { ...usualOptions(options.layout ?? 'notes'), ...options },
    { ...machine, ...more },
  )
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const data = new Uint8Array(bytes)
  const pdf = await getDocument({ data, verbosity: 0, disableFontFace: true }).promise
  const info = (await pdf.getMetadata()).info as Record<string, unknown>
  const marks = await pdf.getMarkInfo()
  const numbers = Array.from({ length: pdf.numPages }, (_, i) => i + 1)
  const read = {
    pages: await Promise.all(numbers.map((number) => readPage(pdf, number))),
    outline: ((await pdf.getOutline()) ?? []) as readonly Bookmark[],
    language: typeof info.Language === 'string' ? info.Language : null,
    isTagged: marks?.Marked === true,
    info,
  }
  await pdf.destroy()
  return read
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  const lines = new Map<number, { readonly x: number; readonly text: string }[]>()
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const y = Math.round(item.transform[5] / 3)
    lines.set(y, [...(lines.get(y) ?? []), { x: item.transform[4], text: item.str }])
  }
  const sorted = [...lines].sort(([a], [b]) => b - a)
  const annotations = await page.getAnnotations()
  return {
    lines: sorted.map(([, parts]) =>
      parts
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
    ),
    links: annotations.map(({ url, dest }) => url ?? JSON.stringify(dest)),
    // without tags there is no tree
    roles: rolesIn((await page.getStructTree()) ?? {}),
  }
}

function rolesIn(node: {
  readonly role?: string
  readonly children?: readonly object[]
}): string[] {
  const below = (node.children ?? []).flatMap((child) => rolesIn(child))
  return node.role === undefined ? below : [node.role, ...below]
}

/** All that is packed in a document, as text. */
export function unpacked(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  const streams = text.matchAll(/\/FlateDecode \/Length (\d+) >>\nstream\n/g)
  const objects = Array.from(streams, ({ 0: head, 1: length, index }) => {
    const start = index + head.length
    return inflateSync(file.subarray(start, start + Number(length))).toString('latin1')
  })
  return objects.join('\n')
}
