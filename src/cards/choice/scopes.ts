import type { NoteBlock } from '../blocks/block.ts'
import type { Problem } from '../card.ts'
import { asList } from '../read/yaml.ts'
import type { Region } from './shape.ts'
import { shapeNamed } from './shapes.ts'

/** A part of a document whose owner says what its questions are; no shapes: it has none. */
export type Scope = { readonly region: Region; readonly shapes: readonly string[] }

/** Names of shapes, also joined by `+` and with spaces for hyphens; undefined if one is none. */
export function asShapes(value: unknown): readonly string[] | undefined {
  const names = asList(value)
    ?.flatMap((name) => name.split(/[+＋]/))
    .map((name) => name.trim().toLowerCase().replace(/\s+/g, '-'))
  return names?.every((name) => shapeNamed(name) !== undefined) ? names : undefined
}

const order = /^<!--\s*viva\s*[:：]\s*([\s\S]*?)\s*-->\s*$/i

/**
 * The parts that comments such as `<!-- viva: skip -->` and `<!-- viva: heading-3 -->` speak of:
 * the section they stand in, or the whole file if they stand above its first heading.
 */
export function scopesOf(
  blocks: readonly NoteBlock[],
  file: string,
  problems: Problem[],
): readonly Scope[] {
  const scopes: Scope[] = []
  let head = 0
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading') head = at
    const value = block.kind === 'comment' ? order.exec(block.text)?.[1] : undefined
    if (value === undefined) continue
    const shapes = value.toLowerCase() === 'skip' ? [] : asShapes(value)
    if (shapes !== undefined) scopes.push({ region: sectionOf(blocks, head), shapes })
    else
      problems.push({
        code: 'mark-invalid',
        at: { file, line: block.line + 1 },
        mark: 'viva',
        value,
      })
  }
  return scopes
}

/** Whether a comment orders what this file understands; it is not shown. */
export function isOrder(comment: string): boolean {
  return order.test(comment)
}

function sectionOf(blocks: readonly NoteBlock[], head: number): Region {
  const level = blocks[head]?.level ?? 0
  if (level === 0) return { from: 0, to: blocks.length, level: 0 }
  const end = blocks.findIndex(
    (block, at) => at > head && block.kind === 'heading' && block.level <= level,
  )
  return { from: head, to: end < 0 ? blocks.length : end, level }
}
