import { remembered } from '../../text/remembered.ts'
import type { NoteBlock } from '../blocks/block.ts'
import { plain, withoutOrnament } from '../blocks/inline.ts'
import { spoken } from '../blocks/spoken.ts'
import { type Lead, leadOf, mayBeName, numberIsEscaped } from '../choice/numbering.ts'
import { asks, endsAsQuestion } from '../choice/wording.ts'

/** The question in a paragraph or list item. */
type AskedPart = {
  /** Its Markdown: the first line, and those it is wrapped onto. */
  readonly text: string
  /** The line it ends on. */
  readonly end: number
  /** The answer that begins on the same line. */
  readonly rest: string | undefined
}

let last: { readonly block: NoteBlock; readonly part: AskedPart } | undefined

/** Parts the question from what follows it in the same paragraph; several ways to ask look at one block in turn. */
export function askedPart(block: NoteBlock): AskedPart {
  if (last?.block !== block) last = { block, part: partOf(block) }
  return last.part
}

function partOf(block: NoteBlock): AskedPart {
  const lines = block.text.split('\n')
  let count = 1
  while (count < lines.length && runsOn(lines[count - 1] ?? '', lines[count] ?? '')) count++
  const text = lines.slice(0, count).reduce((before, line) => before + seam(before, line) + line)
  const end = block.line + count - 1
  const [asked, rest] = splitLine(text)
  return { text: asked, end, rest }
}

function runsOn(line: string, next: string): boolean {
  if (/ {2}$/.test(line)) return false
  const isWrapped = line.length >= 55 && /[a-z,]$/i.test(line.trim())
  return (isWrapped || isHanWrapped(line, next)) && !endsAsQuestion(line)
}

/** Chinese that was broken has no space there. */
function seam(before: string, line: string): '' | ' ' {
  return /[\u3400-\u9fff，、]$/.test(before) && /^[\u3400-\u9fff]/.test(line) ? '' : ' '
}

/** Whether a line of Chinese was broken inside its question: nothing closes it, and the next one asks. */
function isHanWrapped(line: string, next: string): boolean {
  return line.length >= 20 && /[\u3400-\u9fff，、]$/.test(line.trim()) && /[?？]\s*$/.test(next)
}

const boldLead =
  /^((?:\d{1,4}\\?[.、)]\s*|Q\d{0,3}\s*[:：.]\s*)?(?:\*\*|__)([^*\n]{4,300}?)(?:\*\*|__))(\s*[:：]?)\s*(\S.*)$/i
const inlineAnswer = /[\s?？。.](?:\*\*)?(?:答案?|answer|a)(?:\*\*)?\s*[:：](?:\*\*)?\s*(?=\S)/i

/** `**What is X?** It is …` and `问：…？答：…` hold the answer too. */
function splitLine(text: string): readonly [string, string | undefined] {
  const lead = boldLead.exec(text.slice(0, 2000))
  const [, whole = '', bold = '', colon = '', rest = ''] = lead ?? []
  const isClosed = colon.trim() !== '' || /[?？.。:：]\s*$/.test(bold)
  if (lead !== null && isClosed && asks(plain(bold)) && /[\p{L}\p{N}`]{3}/u.test(rest)) {
    return [whole, text.slice(text.length - rest.length)]
  }
  if (!/^[*_]{0,2}(?:Q|问)/i.test(text)) return [text, undefined]
  const answer = inlineAnswer.exec(text.slice(0, 2000))
  if (answer === null || answer.index < 3) return [text, undefined]
  return [text.slice(0, answer.index + 1), text.slice(answer.index + answer[0].length)]
}

/** `１．`, `1️⃣2️⃣` and `🔟` at the front as `1.`, `12.` and `10.` */
function plainDigits(text: string): string {
  const code = text.charCodeAt(0)
  const isDigit = (code > 47 && code < 58) || code > 0xd7ff
  if (!isDigit) return text
  return text
    .replace(/^[０-９]+(?=[．.、])/, (digits) => digits.normalize('NFKC'))
    .replace(/^(?:\d\ufe0f?\u20e3)+\s*/, (keys) => `${keys.replace(/\D/g, '')}. `)
    .replace(/^🔟\s*/u, '10. ')
}

/** A hand-made bullet. */
function withoutArrow(text: string): string {
  return text.charCodeAt(0) < 0x2000 ? text : text.replace(/^[➤➢➣➔➜→⇒▸▹▪▫◦‣]\s*/u, '')
}

/** `** text**` is no emphasis to Markdown, and clearly meant as such where it is all there is. */
function withoutPadding(text: string): string {
  return text.startsWith('**')
    ? text.replace(/^\*\*(?: +([^*]+?) *| *([^*]+?) +)\*\*$/, '$1$2')
    : text
}

/** Plain text and its lead. */
export const reading = remembered(readingOf)

function readingOf(markdown: string): { readonly text: string; readonly lead: Lead } {
  const text = withoutOrnament(plainDigits(withoutArrow(spoken(withoutPadding(markdown)))))
  const lead = leadOf(text, numberIsEscaped(markdown))
  return {
    text: withoutOrnament(lead.kind === 'none' || mayBeName(lead) ? text : lead.rest),
    lead,
  }
}

/** `A. …` and its like are answers to choose from. */
export function isOption(block: NoteBlock): boolean {
  return /^[*_\\[(（]{0,3}[A-Ha-h][.、．)）\]:：]{1,2}[*_]{0,2}\s*\S/.test(block.text)
}

export function isLinkOnly(text: string): boolean {
  if (!text.includes('](')) return false
  return (
    wholeLink(text) !== undefined ||
    /^(?:\[[^\]]*\]\([^)]*\)[\s|·•,，、]*){2,}$/.test(text.slice(0, 2000))
  )
}

/** The target, if the text is one link and nothing else. */
export function wholeLink(text: string): string | undefined {
  if (!text.includes('](')) return undefined
  const bare = text.replace(/^[*_\s]+|[*_\s]+$/g, '')
  const link =
    /^\[((?:[^[\]]|\[[^[\]]*\]){1,1000})\]\(\s*<?([^()\s]*(?:\([^()]*\)[^()\s]*)*)>?[^)]*\)$/.exec(
      bare.slice(0, 3000),
    )
  return link?.[2]
}

/** `[[Another note]]` and nothing else. */
export function isWikiLink(text: string): boolean {
  return /^!?\[\[[^[\]]{1,300}\]\]$/.test(text.trim().slice(0, 400))
}

export function isExternal(target: string): boolean {
  return /^(?:https?:)?\/\//i.test(target)
}
