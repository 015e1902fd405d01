import type { Cutter } from '../../markdown/code.ts'
import { type CalloutName, toneOf } from '../../markdown/dialects/callout-names.ts'
import { type Block, type Inline, type Item, plainText } from '../../markdown/document.ts'
import type { PlacedPicture } from '../picture.ts'
import { type CodePiece, codeLines } from './code.ts'
import {
  highestInLine,
  type InlineSetting,
  type SetFormula,
  type SetInline,
  setInlines,
  setText,
} from './inlines.ts'
import type { PaperLook } from './look.ts'
import { longest, type TableShape, tableShape } from './table.ts'

/** A block as the template takes it. */
export type SetBlock =
  /** Ragged where justifying would tear the words apart. */
  | {
      readonly k: 'p'
      readonly ragged: boolean
      /** Announces what comes next. */
      readonly leads: boolean
      readonly c: readonly SetInline[]
    }
  | { readonly k: 'h'; readonly level: number; readonly c: readonly SetInline[] }
  | { readonly k: 'code'; readonly lines: readonly (readonly CodePiece[])[] }
  | SetFormula
  | {
      readonly k: 'drawing'
      readonly title: string
      readonly lines: readonly (readonly CodePiece[])[]
    }
  | {
      readonly k: 'ul'
      readonly tight: boolean
      /** Boxes to tick instead of marks. */
      readonly boxes: boolean
      readonly items: SetItems
    }
  | { readonly k: 'ol'; readonly tight: boolean; readonly start: number; readonly items: SetItems }
  | { readonly k: 'quote'; readonly c: readonly SetBlock[] }
  | {
      readonly k: 'callout'
      readonly tone: string
      readonly title: readonly SetInline[]
      readonly c: readonly SetBlock[]
    }
  | ({
      readonly k: 'table'
      readonly aligns: readonly string[]
      readonly head: readonly (readonly SetInline[])[]
      readonly rows: readonly (readonly (readonly SetInline[])[])[]
    } & TableShape)
  | { readonly k: 'rule' }
  | ({ readonly k: 'picture' } & PlacedPicture)
  | { readonly k: 'notes'; readonly c: SetItems }

type SetItems = readonly (readonly SetBlock[])[]

/** What blocks are set with. */
export type Setting = InlineSetting & {
  readonly look: PaperLook
  /** Points that a line may fill here. */
  readonly room: number
  readonly cut: Cutter
  /** What stands for a block of code that is left out; undefined if code is printed. */
  readonly instead: string | undefined
  /** What stands above a box without a title. */
  readonly boxes: Readonly<Record<CalloutName, string>>
  /** What stands above the source of a drawing. */
  readonly drawing: (name: string) => string
}

/** Blocks for the template. */
export function setBlocks(blocks: readonly Block[], setting: Setting): readonly SetBlock[] {
  return blocks.flatMap((block, i) => {
    const set = setBlock(block, setting)
    return announces(block, blocks[i + 1]) ? led(set) : set
  })
}

/** Whether a paragraph ends with a colon before a list, code, a table or a quotation. */
function announces(block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'paragraph' || next === undefined) return false
  const isShown = ['list', 'code', 'table', 'quote', 'callout'].includes(next.kind)
  return isShown && /[:：]\s*$/.test(plainText(block.inlines))
}

function led(set: readonly SetBlock[]): readonly SetBlock[] {
  const last = set.at(-1)
  return last?.k === 'p' ? [...set.slice(0, -1), { ...last, leads: true }] : set
}

/** The share of a page that a picture may fill. */
const highest = 0.5

function setBlock(block: Block, setting: Setting): readonly SetBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(block.inlines, setting)
    case 'heading':
      return [{ k: 'h', level: block.level, c: setInlines(block.inlines, setting) }]
    case 'code':
      return [code(block.text, block.language, setting)]
    case 'formula':
      return [formula(block, setting)]
    case 'drawing':
      return [drawing(block, setting)]
    case 'list':
      return [list(block, setting)]
    case 'quote':
      return [
        { k: 'quote', c: setBlocks(block.blocks, narrower(setting, setting.look.indent.quote)) },
      ]
    case 'callout':
      return [callout(block, setting)]
    case 'table':
      return table(block, setting)
    case 'rule':
      return [{ k: 'rule' }]
    case 'notes':
      return [{ k: 'notes', c: block.notes.map((note) => setBlocks(note, narrower(setting, 1.2))) }]
  }
}

/** The same with less room: so many parts of the font size. */
export function narrower<Some extends Setting>(setting: Some, indent: number): Some {
  return { ...setting, room: Math.max(40, setting.room - indent * setting.look.size) }
}

/** A paragraph, and between its parts the pictures that are too high for a line. */
function paragraph(inlines: readonly Inline[], setting: Setting): readonly SetBlock[] {
  const found: SetBlock[] = []
  const line: Inline[] = []
  const end = () => {
    const text = line
      .splice(0)
      .filter((one, i, all) => one.kind !== 'break' || (i > 0 && i < all.length - 1))
    if (plainText(text).trim() !== '' || text.some(({ kind }) => kind === 'image')) {
      found.push(paragraphOf(setInlines(text, setting), plainText(text), setting))
    }
  }
  for (const inline of inlines) {
    const picture = pictureIn(inline, setting)
    if (picture === undefined) line.push(inline)
    else {
      end()
      found.push({ k: 'picture', ...picture })
    }
  }
  end()
  return found
}

/** A word that fills more of the line than this leaves too little to justify with. */
const widestWord = 0.25

function paragraphOf(c: readonly SetInline[], text: string, { look, room }: Setting): SetBlock {
  const longest = Math.max(0, ...text.split(/[\s\u2e80-\uffef]+/).map((word) => word.length))
  const isBoxed = c.some((one) => typeof one !== 'string' && one.k === 'no-picture')
  const ragged = isBoxed || longest * look.size * 0.55 > room * widestWord
  return { k: 'p', ragged, leads: false, c }
}

function pictureIn(inline: Inline, setting: Setting): PlacedPicture | undefined {
  if (inline.kind === 'link' && inline.inlines.length === 1) {
    const [only] = inline.inlines
    return only && pictureIn(only, setting)
  }
  if (inline.kind !== 'image') return undefined
  const placed = setting.picture(
    inline.src,
    inline.alt,
    setting.look.height * highest,
    setting.room,
  )
  return typeof placed === 'string' || placed.height <= highestInLine ? undefined : placed
}

function callout(block: Block & { kind: 'callout' }, setting: Setting): SetBlock {
  const { name, title, blocks } = block
  const inner = narrower(setting, setting.look.indent.quote)
  const isNamed = title.length === 0 && name !== undefined
  const head = isNamed ? [setting.boxes[name]] : setInlines(title, inner)
  return { k: 'callout', tone: toneOf(name), title: head, c: setBlocks(blocks, inner) }
}

function code(text: string, language: string | undefined, setting: Setting): SetBlock {
  const { look, room, glyphs, cut, instead } = setting
  if (instead !== undefined)
    return { k: 'p', ragged: true, leads: false, c: [{ k: 'dim', c: [instead] }] }
  const { size, inset } = look.code
  const cells = (room - 2 * inset * look.size) / (size * look.size * 0.5)
  return {
    k: 'code',
    lines: codeLines(cut(glyphs.code(text), language), Math.floor(cells) - 1, glyphs.cells),
  }
}

function formula({ tex, source }: Block & { kind: 'formula' }, setting: Setting): SetBlock {
  const v = setting.math(tex, true)
  return v === undefined ? code(source, undefined, setting) : { k: 'formula', v, alt: tex }
}

function drawing(block: Block & { kind: 'drawing' }, setting: Setting): SetBlock {
  const set = code(block.text, undefined, narrower(setting, 1.2))
  return set.k === 'code' ? { ...set, k: 'drawing', title: setting.drawing(block.name) } : set
}

function list(block: Extract<Block, { kind: 'list' }>, setting: Setting): SetBlock {
  const { mark, gap } = setting.look.indent
  const last = `${(block.start ?? 0) + block.items.length}.`.length
  const inner = narrower(setting, mark + gap + (block.start === undefined ? 0.7 : last * 0.6))
  const items = block.items.map((item) => setItem(item, inner))
  const { tight } = block
  if (block.start === undefined) {
    const boxes = block.items.every(({ checked }) => checked !== undefined)
    return { k: 'ul', tight, boxes, items }
  }
  return { k: 'ol', tight, start: block.start, items }
}

function setItem({ checked, blocks }: Item, setting: Setting): readonly SetBlock[] {
  const set = setBlocks(blocks, setting)
  if (checked === undefined) return set
  const box = { k: 'tick', v: checked } as const
  const [first, ...rest] = set
  if (first?.k === 'p') return [{ ...first, c: [box, ...first.c] }, ...rest]
  return [{ k: 'p', ragged: false, leads: false, c: [box] }, ...set]
}

function table(block: Extract<Block, { kind: 'table' }>, setting: Setting): readonly SetBlock[] {
  const all = [block.head, ...block.rows]
  const shape = tableShape(
    all.map((row) => row.map((cell) => measured(cell, setting))),
    setting.room / setting.look.size,
  )
  if (shape === undefined)
    return block.rows.length > 0
      ? [records(block, setting)]
      : [records({ ...block, rows: [block.head.map(() => [])] }, setting)]
  const cell = { ...setting, longest }
  const row = (cells: readonly (readonly Inline[])[]) => cells.map((one) => setInlines(one, cell))
  const aligns = block.aligns.map((align) => align ?? 'left')
  return [{ k: 'table', ...shape, aligns, head: row(block.head), rows: block.rows.map(row) }]
}

/** A cell as it is measured, a line of it a line. */
function measured(cell: readonly Inline[], setting: Setting): string {
  return cell
    .map((inline) => {
      if (inline.kind === 'break') return '\n'
      if (inline.kind !== 'formula') return plainText([inline])
      // of LaTeX about half is seen
      const isSet = setting.math(inline.tex, false) !== undefined
      return isSet ? inline.tex.replace(/\\[A-Za-z]+|[{}^_$\\]/g, 'x').slice(0, 60) : inline.source
    })
    .join('')
}

/** A table too wide for any page: a list of its rows, each cell behind the head of its column. */
function records(block: Extract<Block, { kind: 'table' }>, setting: Setting): SetBlock {
  const heads = block.head.map((head) => plainText(head))
  const items = block.rows.map((row) => {
    const cells = row.map((cell, i): readonly SetInline[] => [
      { k: 'strong', c: setText(heads[i] ?? '', setting) },
      ' ',
      ...setInlines(cell, setting),
    ])
    const c = cells.flatMap((cell, i) => (i > 0 ? ['; ', ...cell] : cell))
    return [{ k: 'p', ragged: true, leads: false, c } as const]
  })
  return { k: 'ul', tight: true, boxes: false, items }
}
