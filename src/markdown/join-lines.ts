import type { Inline } from './document.ts'
import { lineEnds, type Newlines } from './line-ends.ts'

/** A line end that never begins a line of its own, as all those of HTML. */
export const softEnd = '\u2029'

/** A bare text with its lines joined. */
export function joinedText(text: string): string {
  return withJoints(text, text, 0)
}

/** Without breaks at either end, several in a row as one, and with the lines of the file joined or kept. */
export function tidied(inlines: readonly Inline[], newlines: Newlines): Inline[] {
  const kept = withoutBreaks(inlines)
  const all = outline(kept)
  if (!/[\n\u2029]/.test(all)) return kept
  const breaks = lineEnds(all, hardBreak, newlines)
  return joined(kept, { all, breaks, at: 0 })
}

function withoutBreaks(inlines: readonly Inline[]): Inline[] {
  const kept: Inline[] = []
  for (const inline of inlines) {
    const isSpace = inline.kind === 'text' && inline.text.trim() === ''
    const isFresh = kept.length === 0 || kept.at(-1)?.kind === 'break'
    if (isFresh && (inline.kind === 'break' || isSpace)) continue
    kept.push(inline)
  }
  while (isEmpty(kept.at(-1))) kept.pop()
  return kept
}

function isEmpty(inline: Inline | undefined): boolean {
  return inline?.kind === 'break' || (inline?.kind === 'text' && inline.text.trim() === '')
}

// The text as one string, so that a line end is seen beside what other inlines say.
function outline(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('inlines' in inline) return outline(inline.inlines)
      if ('text' in inline) return inline.text
      return inline.kind === 'break' ? hardBreak : 'x'
    })
    .join('')
}

const hardBreak = '\u2028'

type Place = { readonly all: string; readonly breaks: ReadonlySet<number>; at: number }

function joined(inlines: readonly Inline[], place: Place): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if ('inlines' in inline) return [{ ...inline, inlines: joined(inline.inlines, place) }]
    const from = place.at
    place.at += 'text' in inline ? inline.text.length : 1
    return inline.kind === 'text' ? linesOf(inline.text, place, from) : [inline]
  })
}

/** A text in the lines that are kept, each with the lines of the file in it joined. */
function linesOf(text: string, { all, breaks }: Place, from: number): Inline[] {
  const found: Inline[] = []
  let start = 0
  const add = (end: number) => {
    const said = withJoints(text.slice(start, end), all, from + start)
    if (said !== '') found.push({ kind: 'text', text: said })
  }
  for (const { 0: line, index } of text.matchAll(/ *\n */g)) {
    if (!breaks.has(from + index + line.indexOf('\n'))) continue
    add(index)
    found.push({ kind: 'break' })
    start = index + line.length
  }
  add(text.length)
  return found
}

function withJoints(text: string, all: string, from: number): string {
  return text.replace(/ *[\n\u2029] */g, (line, i: number) =>
    joint(all.charAt(from + i - 1), all.charAt(from + i + line.length)),
  )
}

/** What stands where a line of the file ended: nothing between two Chinese characters, else a space. */
function joint(before: string, after: string): string {
  if ([before, after].some((one) => one === '' || one === hardBreak || wideMark.test(one)))
    return ''
  return chinese.test(before) && chinese.test(after) ? '' : ' '
}

const wideMark = /[\u3000-\u303f\uff01-\uff65]/
const chinese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}“”‘’—…]/u
