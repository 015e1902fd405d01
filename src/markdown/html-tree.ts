import { elementCalled } from './elements.ts'
import type { HtmlTag, HtmlWords } from './html.ts'

/** An element of HTML with what it holds, which may be parts of Markdown. */
export type HtmlElement<Leaf> = {
  readonly kind: 'element'
  readonly name: string
  readonly attributes: string
  /** Its tags as they are written. */
  readonly raw: readonly [open: string, close: string]
  readonly children: readonly HtmlNode<Leaf>[]
}

export type HtmlNode<Leaf> =
  | HtmlElement<Leaf>
  | HtmlWords
  | { readonly kind: 'leaf'; readonly leaf: Leaf }

/** What a tree is made of, in its order. */
export type HtmlPiece<Leaf> = HtmlTag | HtmlWords | { readonly kind: 'leaf'; readonly leaf: Leaf }

/** Deeper elements are not told from what they stand in. */
const deepest = 24

/**
 * Tags put together. One that nothing closes is what its author wrote about, and words; so is one
 * that closes nothing. Only what stands on lines of its own may stay open.
 */
export function htmlTree<Leaf>(
  pieces: readonly HtmlPiece<Leaf>[],
  pairs = pairsOf(pieces),
): readonly HtmlNode<Leaf>[] {
  const tree = growing<Leaf>()
  for (const [i, piece] of pieces.entries()) {
    const end = pairs.get(i)
    if (piece.kind === 'words' || piece.kind === 'leaf') tree.add(piece)
    else if (piece.kind === 'open') addOpening(piece, i, pieces[end ?? -1], tree)
    else if (end !== undefined) tree.close(end)
    else addStray(piece, tree)
  }
  return tree.all
}

/** The places of tags that go together, each by the other's. */
export function pairsOf<Leaf>(pieces: readonly HtmlPiece<Leaf>[]): ReadonlyMap<number, number> {
  const open = new Map<string, number[]>()
  const pairs = new Map<number, number>()
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === 'open' && !isWhole(piece)) {
      const same = open.get(piece.name) ?? []
      open.set(piece.name, same)
      same.push(i)
    }
    const start = piece.kind === 'close' ? open.get(piece.name)?.pop() : undefined
    if (start === undefined) continue
    pairs.set(start, i)
    pairs.set(i, start)
  }
  return pairs
}

/** Whether a tag without its end is an element all the same. */
export function mayStayOpen({ name, stands }: HtmlTag): boolean {
  return stands !== 'within' && elementCalled(name).block === true && name !== 'pre'
}

// `<br>` and `<img>` are all there is of them, and so is a component that ends itself.
function isWhole({ name, attributes }: HtmlTag): boolean {
  const element = elementCalled(name)
  return element.empty === true || (/(?:^|[\s"'])\/$/.test(attributes) && element.block !== true)
}

type Growing<Leaf> = {
  readonly all: readonly HtmlNode<Leaf>[]
  readonly add: (node: HtmlNode<Leaf>) => void
  readonly open: (tag: HtmlTag, at: number, close: string) => void
  /** Closes what was opened at a place, and all in it. */
  readonly close: (at: number) => void
  /** Closes what the beginning of such an element closes; whether it stands where it may. */
  readonly makeRoom: (name: string) => boolean
}

function growing<Leaf>(): Growing<Leaf> {
  const all: HtmlNode<Leaf>[] = []
  const stack: { at: number; name: string; children: HtmlNode<Leaf>[] }[] = []
  const add = (node: HtmlNode<Leaf>) => (stack.at(-1)?.children ?? all).push(node)
  return {
    all,
    add,
    open: ({ name, attributes, raw }, at, close) => {
      const children: HtmlNode<Leaf>[] = []
      if (stack.length >= deepest) return
      add({ kind: 'element', name, attributes, raw: [raw, close], children })
      stack.push({ at, name, children })
    },
    close: (at) => {
      const index = stack.findLastIndex((one) => one.at === at)
      if (index >= 0) stack.length = index
    },
    makeRoom: (name) => {
      const { ends, within } = elementCalled(name)
      let to = stack.length
      for (let i = stack.length - 1; i >= 0; i--) {
        const other = stack[i]?.name ?? ''
        if (ends?.has(other)) to = i
        else if (within ? within.has(other) : elementCalled(other).block) break
      }
      const isPlaced = within ? stack.some((one) => within.has(one.name)) : to < stack.length
      stack.length = to
      return isPlaced
    },
  }
}

function addOpening<Leaf>(
  tag: HtmlTag,
  at: number,
  end: HtmlPiece<Leaf> | undefined,
  tree: Growing<Leaf>,
): void {
  if (isWhole(tag)) {
    addWhole(tag, tree)
    return
  }
  const isElement = end !== undefined || mayStayOpen(tag)
  const isPlaced = (isElement || mayLackEnd(tag.name)) && tree.makeRoom(tag.name)
  if (isElement || isPlaced) tree.open(tag, at, end?.kind === 'close' ? end.raw : '')
  else addStray(tag, tree)
}

function mayLackEnd(name: string): boolean {
  return elementCalled(name).ends !== undefined
}

// the others are named in sentences more often than they are used there
const mayBeMeant = new Set(['br', 'wbr'])

function addWhole<Leaf>(tag: HtmlTag, tree: Growing<Leaf>): void {
  const { name, attributes, raw, stands } = tag
  const isMeant = mayBeMeant.has(name) || stands !== 'within' || !elementCalled(name).empty
  if (isMeant || /\bsrc\s*=|checkbox/i.test(attributes)) {
    tree.add({ kind: 'element', name, attributes, raw: [raw, ''], children: [] })
  } else tree.add({ kind: 'words', text: raw })
}

/** A tag without a partner: words, unless it is what is left of a frame around the text. */
function addStray<Leaf>(
  { kind, name, attributes, raw, stands }: HtmlTag,
  tree: Growing<Leaf>,
): void {
  if (kind === 'close' && name === 'br') {
    tree.add({ kind: 'element', name, attributes: '', raw: [raw, ''], children: [] })
    return
  }
  const isAnchor = name === 'a' && /\b(?:id|name)\s*=/i.test(attributes)
  if (stands === 'alone' || isAnchor) return
  tree.add({ kind: 'words', text: raw })
}
