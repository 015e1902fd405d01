import type { Inline } from './document.ts'

/** A bare text with its lines joined. */
export function joinedText(text: string): string {
  return withJoints(text, text, 0)
}

/** Without breaks at either end, several in a row as one, and with the lines of the file joined. */
export function tidied(inlines: readonly Inline[]): Inline[] {
  const kept = withoutBreaks(inlines)
  return joined(kept, outline(kept), { at: 0 })
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

function joined(inlines: readonly Inline[], all: string, place: { at: number }): Inline[] {
  return inlines.map((inline): Inline => {
    if ('inlines' in inline) return { ...inline, inlines: joined(inline.inlines, all, place) }
    const from = place.at
    place.at += 'text' in inline ? inline.text.length : 1
    return inline.kind === 'text' ? { ...inline, text: withJoints(inline.text, all, from) } : inline
  })
}

function withJoints(text: string, all: string, from: number): string {
  return text.replace(/ *\n */g, (line, i: number) =>
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
