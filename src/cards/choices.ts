import type { Card } from './card.ts'

/** What a question lets one choose from. */
export type Choices = {
  /** In their order; the letters run from `a`. Markdown inlines. */
  readonly options: readonly string[]
  /** The letters of the right ones, in order: `ac`. */
  readonly right: string
}

const lettered = /^\s*(?:[-*+]\s+)?(?:\[ \]\s*)?\(?([A-Ha-h])\s?[.．、)）:：]\s*(\S.*)$/
const boxed = /^\s*[-*+]\s+\[ \]\s+(\S.*)$/
const letters = /((?:[A-H]\s*[,，、和&]?\s*(?:and\s+)?)+)(?![A-Za-z])/
const label =
  /^[*_\s]*(?:(?:正确|参考|标准)?(?:答案|选项)|选|correct(?: answer| option)?|answer|ans)\s*(?:是|为|is|are)?\s*[:：]?[*_\s]*/
const named = new RegExp(label.source + letters.source, 'i')
/** Without a word for it, letters must stand alone: `A thread …` chooses nothing. */
const bare = new RegExp(`^[*_\\s]*${letters.source}[*_\\s]*(?:$|[.．。,，、:：;；)）—-])`)

/**
 * The options of a multiple-choice question, where its notes tell which are right: lettered lines
 * with the letters in the answer, or boxes whose ticks were the answer.
 */
export function choicesOf({ body, answer }: Card): Choices | undefined {
  if (body === undefined || answer.kind === 'missing') return undefined
  const lines = body.split('\n')
  const run = runOf(lines)
  if (run.length >= 2) {
    const right = rightLetters(answer.markdown, run.length)
    return right === '' ? undefined : { options: run, right }
  }
  const boxes = lines.flatMap((line) => boxed.exec(line)?.[1]?.trim() ?? [])
  if (boxes.length < 2) return undefined
  const told = answer.markdown.split('\n\n').map((one) => one.trim())
  const right = boxes.flatMap((option, i) => (told.includes(option) ? [letterOf(i)] : [])).join('')
  return right === '' ? undefined : { options: boxes, right }
}

// Letters that do not run on from A are something else: initials, notes of music, grades.
function runOf(lines: readonly string[]): readonly string[] {
  const options: string[] = []
  for (const line of lines.flatMap(apart)) {
    const [, letter = '', text = ''] = lettered.exec(line) ?? []
    if (letter === '') continue
    if (letter.toLowerCase() !== letterOf(options.length)) return []
    options.push(text.trim())
  }
  return options
}

/** `A. int   B. long` on one line as two. */
function apart(line: string): readonly string[] {
  return lettered.test(line) ? line.split(/\s{2,}(?=\(?[B-Hb-h]\s?[.．、)）:：])/) : [line]
}

function rightLetters(markdown: string, count: number): string {
  const first = markdown.split('\n').find((line) => line.trim() !== '') ?? ''
  const [, told = ''] = named.exec(first) ?? bare.exec(first) ?? []
  const right = [...new Set(told.toLowerCase().replace(/and|[^a-h]/g, ''))].sort()
  return right.every((letter) => letter < letterOf(count)) ? right.join('') : ''
}

/** The letter of the option at this place, from 0. */
export function letterOf(index: number): string {
  return String.fromCharCode(0x61 + index)
}
