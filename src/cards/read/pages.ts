import type { NoteBlock } from '../blocks/block.ts'
import { blocksOf } from '../blocks/blocks.ts'
import { isLaterHead } from '../blocks/heads.ts'
import type { NoteHead } from './front-matter.ts'

/** Where notes stand one behind the other, the head of the first is no head of all. */
export function blocksUnder(lines: readonly string[], from: number, said: NoteHead, file: string) {
  const blocks = withoutPageProperties(blocksOf(lines, from), file)
  if (from === 0 || !blocks.some(isLaterHead)) return { blocks, said }
  return { blocks: blocksOf(lines, 0), said: { ...said, title: undefined } }
}

/** A page exported from a database has its columns below the title, `Tags: js` and so on. */
function withoutPageProperties(blocks: readonly NoteBlock[], file: string): readonly NoteBlock[] {
  const [title, columns] = blocks
  if (!/[0-9a-f]{32}\.\w+$/i.test(file) || title?.level !== 1) return blocks
  const areColumns = columns?.text.split('\n').every((line) => /^[^:]{1,40}: \S/.test(line))
  if (columns?.kind !== 'paragraph' || areColumns !== true) return blocks
  return [title, { ...columns, kind: 'property' }, ...blocks.slice(2)]
}
