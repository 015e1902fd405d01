import type { NoteBlock } from './blocks/block.ts'
import { dedent, indentOf, isBlank } from './blocks/lines.ts'
import type { Card } from './card.ts'
import { followUpTexts } from './follow-ups.ts'

/** What a file says in one place for all of it: addresses and footnotes, each by its label. */
export type Definitions = ReadonlyMap<string, string>

const link =
  /^\[((?:[^[\]\\]|\\.){1,200})\]:\s*(?:<[^<>]*>|[^\s<]\S*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$/
const footnote = /^\[(\^[^\s[\]]{1,200})\]:/
const opening = /^\[((?:[^[\]\\]|\\.){1,200})\]:/gm
const first = /^\[((?:[^[\]\\]|\\.)*)\]/
const label = /\[((?:[^[\]\\]|\\.){1,200})\]/g

/** Longer ones are texts of their own. */
const longest = 2000
const longestOfCard = 8000

type Texts = Pick<Card, 'body' | 'answer' | 'keyPoints' | 'followUps'>

/**
 * Finds for the cards of a file what they refer to and it says elsewhere. All together get no more
 * than the file is long, or references to long footnotes would make it many times as large.
 */
export function definer(
  blocks: readonly NoteBlock[],
  lines: readonly string[],
  length: number,
): (card: Texts) => string | undefined {
  const definitions = definitionsIn(blocks, lines)
  let left = Math.max(length, 100_000)
  return ({ body = '', answer, keyPoints, followUps }) => {
    if (definitions.size === 0) return undefined
    const told = answer.kind === 'written' ? answer.markdown : ''
    const pressed = followUpTexts(followUps)
    const used = definitionsFor([body, told, ...keyPoints, ...pressed], definitions)
    left -= used?.length ?? 0
    return left < 0 ? undefined : used
  }
}

/** A card's definitions by their labels. */
export function labelled(all: string): Definitions {
  // what goes on with a footnote is indented
  const each = all.split(/\n(?=\[)/)
  return new Map(each.map((one) => [keyOf(first.exec(one)?.[1] ?? ''), one.trimEnd()]))
}

/** Of a card's definitions those that one of its texts needs. */
export function definitionsOf(text: string, all: string | undefined): string | undefined {
  return all === undefined ? undefined : definitionsFor([text], labelled(all))
}

/** A text of a card as a piece of Markdown that needs nothing else. */
export function withDefinitions(text: string, all: string | undefined): string {
  const used = definitionsOf(text, all)
  return used === undefined ? text : `${text}\n\n${used}`
}

/** The definitions of a file; of one label the first counts, as Markdown has it. */
function definitionsIn(blocks: readonly NoteBlock[], lines: readonly string[]): Definitions {
  const found = new Map<string, string>()
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'reference' || continues(blocks[at - 1], block)) continue
    const note = footnote.exec(block.text)?.[1]
    const name = note ?? link.exec(block.text)?.[1]
    if (name === undefined || found.has(keyOf(name))) continue
    const text = note === undefined ? linkText(block, lines) : noteText(block, lines)
    if (text.length <= longest || isData(text)) found.set(keyOf(name), text)
  }
  return found
}

/** A definition whole, also where its line is longer than what is searched. */
function linkText({ text, line }: NoteBlock, lines: readonly string[]): string {
  const whole = lines[line] ?? ''
  return isData(whole) ? whole.trim() : text.trimEnd()
}

/** A picture pasted into the file: one that is long for no fault of its author's. */
function isData(text: string): boolean {
  return /^\s*\[[^\]]{1,200}\]:\s*<?data:image\//.test(text)
}

/** Those that texts refer to and do not hold themselves, with what these refer to, as Markdown. */
function definitionsFor(texts: readonly string[], definitions: Definitions): string | undefined {
  const used = new Map<string, string>()
  const wait = texts.flatMap((text) => missingIn(text))
  let left = longestOfCard
  // those that are found on the way are come to as well
  for (const name of wait) {
    const text = used.has(name) ? undefined : definitions.get(name)
    if (text === undefined) continue
    const size = isData(text) ? 0 : text.length
    if (size > left) continue
    left -= size
    used.set(name, text)
    wait.push(...missingIn(text))
  }
  // apart, for what stands in the line below a footnote is a part of it
  return used.size === 0 ? undefined : [...used.values()].join('\n\n')
}

/** The labels that a text refers to, as far as it does not define them. */
function missingIn(text: string): readonly string[] {
  if (!text.includes('[')) return []
  const names = (pattern: RegExp) =>
    Array.from(text.matchAll(pattern), ([, name = '']) => keyOf(name))
  const own = new Set(names(opening))
  return names(label).filter((name) => !own.has(name))
}

function keyOf(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** Whether a line that looks like one goes on with a paragraph. */
function continues(before: NoteBlock | undefined, { line }: NoteBlock): boolean {
  if (before === undefined || before.end !== line - 1) return false
  return before.kind === 'paragraph' || before.kind === 'item' || before.kind === 'quote'
}

/** A footnote with the lines that go on with it, indented. */
function noteText(block: NoteBlock, lines: readonly string[]): string {
  const margin = indentOf(lines[block.line] ?? '')
  const texts = [block.text]
  for (let at = block.line + 1; at < lines.length && texts.length < 100; at++) {
    const line = dedent(lines[at] ?? '', margin)
    const goesOn = isBlank(lines[at - 1]) ? indentOf(line) >= 4 : indentOf(line) >= 2
    if (!isBlank(line) && !goesOn) break
    texts.push(isBlank(line) ? '' : `    ${dedent(line, 4)}`)
  }
  return texts.join('\n').trimEnd()
}
