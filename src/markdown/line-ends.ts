import { width } from '../text/text.ts'

/** What a single line end in a paragraph means: a line of its own, or nothing. */
export type Newlines = 'keep' | 'join'

/**
 * Which line ends of a paragraph begin a line of their own; the others are where an editor wrapped.
 *
 * A line that begins as an item does (`1、`, `（1）`, `①`, `•`) always stands alone. So do all others,
 * if lines are kept, except where the text was wrapped:
 * - Steadily: the next word would not have fitted in the line, over and over (`isSteady`). A sentence
 *   to a line is no wrapping, however long the lines are.
 * - Here: the line ends in the middle of a sentence, without a sign, where its author ends sentences
 *   with signs, and it is long, or goes on in small letters (`goesOn`).
 *
 * Lines without any sign at their ends, such as names below each other, are meant as lines.
 */
export function lineEnds(text: string, hardBreak: string, newlines: Newlines): ReadonlySet<number> {
  const kept = new Set<number>()
  let from = 0
  // what its author broke is no paragraph to an editor
  for (const part of text.split(hardBreak)) {
    if (part.includes('\n')) for (const at of endsIn(part, newlines)) kept.add(from + at)
    from += part.length + hardBreak.length
  }
  return kept
}

function endsIn(text: string, newlines: Newlines): readonly number[] {
  const lines = text.split('\n')
  const isWrapped = newlines === 'join' || isSteady(lines)
  const isList = lines.filter((line) => likely.test(line)).length > 1
  const found: number[] = []
  let at = -1
  for (const [i, line] of lines.entries()) {
    at += line.length + 1
    const next = lines[i + 1]
    if (next === undefined) break
    if (isItem(next, line, isList)) found.push(at)
    else if (!isWrapped && !goesOn(line, next, lines)) found.push(at)
  }
  return found
}

const numbered =
  /^\s*(?:\d{1,2}\s?[、）]|\d{1,2}\)|[（(]\s?[\d一二三四五六七八九十]{1,3}\s?[）)]|[一二三四五六七八九十]{1,3}、|[\u2460-\u2473\u2776-\u277f\u24ea]|[•·●○▪◦‣►▶✅❌✔✘☑☐◆◇■□★☆※]\s*\S)/
// A version or a number may begin the rest of a sentence, and a word may begin with a dash.
const likely = /^\s*(?:\d{1,2}[.．](?!\d)\S|[-*+](?![-*+\d])\S|[A-Ha-h][、.．)）](?!\w)\s?\S)/
const ended = /[。！？；：…!?;:.]["”’」』）)\]]*\s*$/
const sentenceEnd = /[。！？；!?.…]["”’」』）)\]]*\s*$/

/** Whether a line begins as an item does. */
function isItem(line: string, before: string, isList: boolean): boolean {
  if (numbered.test(line)) return true
  return likely.test(line) && (isList || ended.test(before))
}

/** Narrower text is lines, or wrapped by nobody. */
const leastWidth = 56

function isSteady(lines: readonly string[]): boolean {
  const widths = lines.map((line) => width(line.trim()))
  const most = Math.max(...widths)
  const wrapped = lines.slice(0, -1)
  if (most < leastWidth || wrapped.length < 2 || most > 2 * leastWidth + 20) return false
  if (wrapped.filter((line) => sentenceEnd.test(line)).length * 2 > wrapped.length) return false
  const full = wrapped.filter((_, i) => {
    const next = firstWord(lines[i + 1]?.trim() ?? '')
    return (widths[i] ?? 0) + next + slack > most
  })
  return full.length * 5 >= wrapped.length * 4
}

/** An author's hand is no machine, and wide signs hang over. */
const slack = 4

function firstWord(line: string): number {
  return 1 + width(/^(?:[!-~]+|[^!-~][，。、；：！？）]?)/.exec(line)?.[0] ?? '')
}

/** A shorter line of Chinese is one that its author ended. */
const longLine = 32
const commaLine = 50

/** Whether a sentence runs on into the next line. */
function goesOn(line: string, next: string, lines: readonly string[]): boolean {
  const last = lines.at(-1) ?? ''
  const before = line.trimEnd()
  if (!sentenceEnd.test(last) || ended.test(before)) return false
  if (/[,，、]$/.test(before)) return width(before.trim()) >= commaLine
  if (/^\s*[a-z]/.test(next) && /[\w)"'`]$/.test(before)) return true
  return width(before.trim()) >= longLine && /[\p{L}\p{N})）"”]$/u.test(before)
}
