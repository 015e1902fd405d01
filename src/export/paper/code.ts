import type { CodeMeaning, CodeSpan } from '../../markdown/code.ts'

/** A stretch of code in one ink: the letter of the ink and the text, or the text alone. */
export type CodeInk = string | readonly [string, string]
/** A piece of a line: how many cells further in it starts than the line, and what it says. */
export type CodePiece = readonly [number, ...CodeInk[]]

/** Code cut into lines, and lines too long into pieces that fit so many cells. */
export function codeLines(
  spans: readonly CodeSpan[],
  room: number,
  cells: (character: string) => number,
): readonly (readonly CodePiece[])[] {
  return linesIn(spans).map((line) => pieces(line, Math.max(room, leastRoom), cells))
}

const leastRoom = 8
/** Further in than the line itself. */
const hang = 2

function linesIn(spans: readonly CodeSpan[]): readonly (readonly CodeSpan[])[] {
  const lines: CodeSpan[][] = [[]]
  for (const { text, meaning } of spans) {
    text.split('\n').forEach((part, i) => {
      if (i > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, meaning })
    })
  }
  return lines
}

function pieces(
  line: readonly CodeSpan[],
  room: number,
  cells: (character: string) => number,
): readonly CodePiece[] {
  const text = line.map((span) => span.text).join('')
  const indent = Math.min(text.search(/\S|$/) + hang, Math.floor(room / 3))
  const ends = endsOf(text, room, room - indent, cells)
  return ends.map((end, i): CodePiece => {
    const start = ends[i - 1] ?? 0
    return [i === 0 ? 0 : indent, ...inks(line, start, end)]
  })
}

/** Where the pieces of a line end. */
function endsOf(
  text: string,
  first: number,
  rest: number,
  cells: (character: string) => number,
): readonly number[] {
  const ends: number[] = []
  let start = 0
  let at = 0
  let used = 0
  for (const character of text) {
    used += cells(character)
    if (used > (ends.length === 0 ? first : rest) && at > start) {
      start = bestEnd(text, start, at)
      ends.push(start)
      used = [...text.slice(start, at)].reduce((sum, one) => sum + cells(one), cells(character))
    }
    at += character.length
  }
  return [...ends, text.length]
}

// Behind a space or a sign, unless that leaves more than half a line empty.
function bestEnd(text: string, start: number, end: number): number {
  const piece = text.slice(start, end)
  const at = Math.max(
    ...[' ', ',', ';', '/', '(', '&', '|', '，', '。'].map((sign) => piece.lastIndexOf(sign)),
  )
  return at + 1 > piece.length / 2 ? start + at + 1 : end
}

function inks(line: readonly CodeSpan[], start: number, end: number): readonly CodeInk[] {
  const found: CodeInk[] = []
  let from = 0
  for (const { text, meaning } of line) {
    const part = text.slice(Math.max(0, start - from), Math.max(0, end - from))
    from += text.length
    if (part === '') continue
    const ink = meaning && letters[meaning]
    const last = found.at(-1)
    if (ink === undefined && typeof last === 'string') found[found.length - 1] = last + part
    else found.push(ink === undefined ? part : [ink, part])
  }
  return found
}

const letters: Readonly<Record<CodeMeaning, string>> = {
  keyword: 'k',
  string: 's',
  number: 'n',
  comment: 'c',
  name: 't',
  type: 'y',
  added: 'a',
  removed: 'r',
  strong: 'b',
  emphasis: 'c',
}
