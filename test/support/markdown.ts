import type { Nodes } from 'mdast'
import { remark } from 'remark'

/** A fenced block, and the line of its fence. */
export type Fence = { readonly language: string; readonly code: string; readonly line: number }

const markdown = remark()

/** The fenced blocks of a Markdown text, those in lists and quotes included. */
export function fencesIn(text: string): readonly Fence[] {
  return blocksBelow(markdown.parse(text))
}

function blocksBelow(node: Nodes): readonly Fence[] {
  if (node.type === 'code') {
    const line = node.position?.start.line ?? 0
    return [{ language: node.lang ?? '', code: node.value, line }]
  }
  return 'children' in node ? node.children.flatMap(blocksBelow) : []
}
