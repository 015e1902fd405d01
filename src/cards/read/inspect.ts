import type { NoteBlock } from '../blocks/block.ts'
import { blocksOf } from '../blocks/blocks.ts'
import { plain } from '../blocks/inline.ts'
import { linesOf } from '../blocks/lines.ts'
import type { Deck } from '../card.ts'
import { asidesOf } from '../choice/asides.ts'
import { outlineOf } from '../choice/survey.ts'
import { type Weighing, weighingsOf } from '../choice/why.ts'
import { splitFrontMatter } from './front-matter.ts'
import { type Suspicion, suspicionsIn } from './suspicions.ts'

/** What a second look at a file finds, for its owner to judge. Lines from 1. */
export type Inspection = {
  /** Sections without a card. */
  readonly ignored: readonly Ignored[]
  /** Pictures that should lie beside the notes. */
  readonly images: readonly { readonly line: number; readonly path: string }[]
  /** Code fences that never close. */
  readonly openFences: readonly number[]
  /** Cards whose bounds look wrong, and files without any that ask. */
  readonly suspicious: readonly Suspicion[]
  /** What was weighed before its shapes were chosen; asked for where somebody wants to know. */
  readonly weighings: () => readonly Weighing[]
}

export type Ignored = {
  readonly line: number
  readonly title: string
  readonly why: 'apparatus' | 'introduction' | 'no-question'
}

/** Looks at the text of a file once more, beside the deck that was read from it. Never throws. */
export function inspect(text: string, deck: Deck): Inspection {
  const lines = linesOf(text)
  const { head, from } = splitFrontMatter(lines, deck.file)
  const blocks = blocksOf(lines, from)
  return {
    ignored: ignoredIn(blocks, deck),
    images: imagesIn(blocks, lines),
    openFences: blocks.filter((block) => isOpen(block, lines)).map(({ line }) => line + 1),
    suspicious: head.skip ? [] : suspicionsIn(blocks, deck),
    weighings: () => weighingsOf(outlineOf(blocks, lines, head, deck.file), deck),
  }
}

function ignoredIn(blocks: readonly NoteBlock[], { cards }: Deck): readonly Ignored[] {
  const asides = asidesOf(blocks)
  const first = Math.min(...cards.map(({ source }) => source.line))
  const ignored: Ignored[] = []
  let covered = 0
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'heading' || block.depth > 0 || block.line < covered) continue
    const end = sectionEnd(blocks, at)
    const holds = ({ source }: Deck['cards'][number]) =>
      source.line - 1 < end && source.endLine - 1 >= block.line
    if (cards.some(holds)) continue
    const isIntroduction = block.line + 1 < first
    const why = asides.has(at) ? 'apparatus' : isIntroduction ? 'introduction' : 'no-question'
    ignored.push({ line: block.line + 1, title: plain(block.text), why })
    covered = end
  }
  return ignored
}

/** The line before which the section of a heading ends, from 0. */
function sectionEnd(blocks: readonly NoteBlock[], at: number): number {
  const level = blocks[at]?.level ?? 0
  for (let next = at + 1; next < blocks.length; next += 1) {
    const block = blocks[next]
    if (block?.kind === 'heading' && block.depth === 0 && block.level <= level) return block.line
  }
  return Number.POSITIVE_INFINITY
}

const image =
  /!\[[^\]]{0,300}\]\(\s*<?([^)\s>]{1,500})|<img\b[^>]{0,500}?\bsrc=["']([^"'\s]{1,500})/g

function imagesIn(blocks: readonly NoteBlock[], lines: readonly string[]): Inspection['images'] {
  return blocks.flatMap((block) => {
    if (block.kind === 'code' || block.kind === 'comment') return []
    return lines.slice(block.line, block.end + 1).flatMap((text, i) =>
      [...text.slice(0, 20_000).matchAll(image)].flatMap(([, inMarkdown, inHtml]) => {
        const path = inMarkdown ?? inHtml ?? ''
        const isElsewhere = /^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(path)
        return isElsewhere ? [] : [{ line: block.line + i + 1, path }]
      }),
    )
  })
}

function isOpen(block: NoteBlock, lines: readonly string[]): boolean {
  if (block.kind !== 'code') return false
  const fence = /(`{3,}|~{3,})/.exec(lines[block.line]?.slice(0, 200) ?? '')?.[1]
  if (fence === undefined) return false
  const last = lines[block.end]?.trim() ?? ''
  return block.end === block.line || !last.startsWith(fence)
}
