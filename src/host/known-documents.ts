import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Document, everyBlock } from '../markdown/document.ts'
import type { KnownDocuments, MarkdownText } from '../view/look.ts'
import { build } from './build.ts'
import { forgetOldest } from './files/forget-oldest.ts'
import { readNamed } from './files/read-file.ts'
import { writeCacheFile } from './store/cache-file.ts'
import { nameOf } from './store/digest.ts'

/** So many texts are kept: what is read in some weeks. */
const mostTexts = 2000

/** Of a file; no text that is read at all comes to so much. */
const mostBytes = 16 << 20

/** What a file holds behind the CRC-32 of all that follows, in eight digits. */
type Kept = { readonly build: string; readonly text: MarkdownText; readonly document: Document }
const sumLength = 8

/**
 * Documents kept in the folder of caches, a file each: a card that was shown before is shown without
 * reading its Markdown again. What is damaged, of another build or of another text is not there.
 */
export function knownDocuments(folder: string): KnownDocuments {
  let isBounded = false
  return {
    find: (text) => {
      try {
        const kept = keptIn(readNamed(pathOf(folder, text), { most: mostBytes }))
        return isOf(kept, text) ? withAligns(kept.document) : undefined
      } catch {
        return undefined
      }
    },
    keep: (text, document) => {
      const bytes = Buffer.from(JSON.stringify({ build, text, document } satisfies Kept))
      const sum = Buffer.from(crc32(bytes).toString(16).padStart(sumLength, '0'))
      if (!writeCacheFile(pathOf(folder, text), [sum, bytes]) || isBounded) return
      isBounded = true
      forgetOldest(folder, /^text-/, mostTexts)
    },
  }
}

function pathOf(folder: string, { markdown, definitions = '', newlines }: MarkdownText): string {
  return join(folder, `text-${nameOf(`${newlines}\n${definitions}\n${markdown}`)}.cache`)
}

/** Throws if it is not as it was written. */
function keptIn(file: Buffer): Kept {
  const bytes = file.subarray(sumLength)
  if (Number.parseInt(file.toString('latin1', 0, sumLength), 16) !== crc32(bytes)) {
    throw new Error('damaged')
  }
  return JSON.parse(bytes.toString()) as Kept
}

function isOf({ build: of, text }: Kept, wanted: MarkdownText): boolean {
  return (
    of === build &&
    text.markdown === wanted.markdown &&
    text.definitions === wanted.definitions &&
    text.newlines === wanted.newlines
  )
}

// JSON has no undefined in a list
function withAligns(document: Document): Document {
  for (const block of everyBlock(document)) {
    if (block.kind === 'table') {
      Object.assign(block, { aligns: block.aligns.map((align) => align ?? undefined) })
    }
  }
  return document
}
