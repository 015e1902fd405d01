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

/** As many as there are letters. */
const mostOptions = 26

/**
 * The options of a multiple-choice question, where its notes tell which are right: lettered lines
 * with the letters in the answer, or boxes whose ticks were the answer.
 */
export function choicesOf({ body, answer }: Card): Choices | undefined {
  if (body === undefined || answer.kind === 'missing') return undefined
  const run = optionsIn(letteredIn(body))
  if (run.length >= 2) {
    const right = rightLetters(answer.markdown, run.length)
    return right === '' ? undefined : { options: run, right }
  }
  const boxes = optionsIn(boxedIn(body))
  if (boxes.length < 2 || boxes.length > mostOptions) return undefined
  const told = answer.markdown.split('\n\n').map((one) => one.trim())
  const right = boxes.flatMap((option, i) => (told.includes(option) ? [letterOf(i)] : [])).join('')
  return right === '' ? undefined : { options: boxes, right }
}

/** What stands under such a question, each option with its letter on a line of its own. */
export function lettersBefore(body: string): string {
  const run = letteredIn(body)
  const lines = optionsIn(run).length >= 2 ? run : boxedIn(body)
  const shown: string[] = []
  let count = 0
  for (const { line, option } of lines) {
    if (option === undefined) {
      shown.push(line)
      continue
    }
    // options with blank lines between them are moved together
    while (count > 0 && shown.at(-1)?.trim() === '') shown.pop()
    const last = shown.pop()
    // a line break that Markdown would take for a space
    if (last !== undefined) shown.push(last.trim() === '' ? last : `${last.trimEnd()}  `)
    shown.push(`${letterOf(count).toUpperCase()}. ${option}`)
    count += 1
  }
  return shown.join('\n').trimEnd()
}

/** A line, or an option where it is one. */
type BodyLine = { readonly line: string; readonly option: string | undefined }

function optionsIn(lines: readonly BodyLine[]): readonly string[] {
  return lines.flatMap(({ option }) => option ?? [])
}

// Letters that do not run on from A are something else: initials, notes of music, grades.
function letteredIn(body: string): readonly BodyLine[] {
  const found: BodyLine[] = []
  let count = 0
  for (const line of body.split('\n').flatMap(apart)) {
    const [, letter = '', text = ''] = lettered.exec(line) ?? []
    const isNext = letter.toLowerCase() === letterOf(count)
    if (letter !== '' && !isNext) return []
    if (letter !== '') count += 1
    found.push({ line, option: letter === '' ? undefined : text.trim() })
  }
  return found
}

function boxedIn(body: string): readonly BodyLine[] {
  return body.split('\n').map((line) => ({ line, option: boxed.exec(line)?.[1]?.trim() }))
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
